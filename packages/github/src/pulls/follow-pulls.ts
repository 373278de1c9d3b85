/** Finds what no webhook told of: pull requests that are new or have moved on, and those that are open here only. */
import type { Failure } from "@edgewright/contracts";
import type { SyncDeps } from "../deps.ts";

/** So many open ones are followed. */
const KNOWN = 200;

/** The failure is to be tried again. */
export async function followPulls(
  { github, githubApi, send }: Pick<SyncDeps, "github" | "githubApi" | "send">,
  projectId: string,
): Promise<Failure | null> {
  const link = await github.link(projectId);
  const known = new Map((await github.pulls(projectId, KNOWN)).filter(({ state }) => state === "open").map((pull) => [pull.number, pull]));
  const found = githubApi && link ? await githubApi.at(link).openPulls(link.branch) : null;
  // Where nothing can be heard of them any more, each is looked at, and finds that out.
  const open = found?.ok ? found.value : [];
  if (found && !found.ok && found.error.retry) return found.error;
  const there = new Set(open.map(({ number }) => number));
  const moved = open.filter(({ number, sha }) => known.get(number)?.doneSha !== sha).map(({ number }) => number);
  const gone = [...known.keys()].filter((number) => !there.has(number));
  for (const number of [...moved, ...gone]) await send({ kind: "pull", projectId, number });
  return null;
}
