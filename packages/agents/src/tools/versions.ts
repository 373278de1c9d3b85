/** Going back: which versions the app had, and the files of one of them in the place of the present ones. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { JobRun } from "../run/job-run.ts";

const LISTED_MAX = 50;

/** Newest first. Versions with the same files have the same mark, so that a way back can be followed. */
export async function listVersions({ deps, job, base }: JobRun): Promise<Outcome<string>> {
  const found = await deps.versions.list(job.projectId, { limit: LISTED_MAX, before: null });
  const kept = found.filter(({ status }) => status === "ok");
  if (kept.length === 0) return ok("There is no version yet.");
  const lines = kept.map(
    ({ number, parent, treeHash, message }) =>
      `${number}${number === base ? " (current)" : ""}, made from ${parent ?? "nothing"}, files ${treeHash.slice(0, 12)}: ${message.split("\n")[0]?.slice(0, 100)}`,
  );
  return ok(lines.join("\n"));
}

export async function restoreVersion(run: JobRun, number: number): Promise<Outcome<string>> {
  const { deps, job, working } = run;
  const version = await deps.versions.get(job.projectId, number);
  if (version?.status !== "ok")
    return fail("not_found", `There is no version ${number} to go back to.`, { next: "Call versions for those that there are." });
  const files = await deps.store.load(job.projectId, number);
  if (!files.ok) return files;
  const reset = await working.reset(files.value);
  return reset.ok ? ok(`The files are those of version ${number}.`) : reset;
}
