/** Pull requests of one repository, through octokit. */
import type { GitRepository, PullFacts } from "@edgewright/github";
import type { Octokit } from "@octokit/rest";
import { attempt, orNull } from "./failures.ts";
import { everyPage, PAGE } from "./pages.ts";

type Named = { owner: string; repo: string };

export function pullRequests(octokit: Octokit, at: Named): Pick<GitRepository, "pull" | "openPull" | "mergePull" | "openPulls"> {
  const { pulls } = octokit.rest;
  return {
    pull: (number) =>
      attempt(async (): Promise<PullFacts | null> => {
        const found = await orNull(() => pulls.get({ ...at, pull_number: number }));
        if (!found) return null;
        const { title, user, html_url: url, merged, state, base, head, merge_commit_sha } = found.data;
        return {
          ...{ number, title, url, by: user.login, base: base.ref, sha: head.sha },
          state: merged ? "merged" : state,
          // A fork that was deleted has no repository any more.
          fork: head.repo?.id !== base.repo.id,
          mergeSha: merged ? merge_commit_sha : null,
        };
      }),

    openPull: (input) =>
      attempt(async () => {
        const found = await pulls.list({ ...at, base: input.base, head: `${at.owner}:${input.head}`, state: "open" });
        return found.data[0]?.number ?? (await pulls.create({ ...at, ...input })).data.number;
      }),

    mergePull: (number, sha) =>
      attempt(async () => {
        await pulls.merge({ ...at, pull_number: number, sha, merge_method: "merge" });
      }),

    openPulls: (base) =>
      everyPage(async (page) => {
        const { data } = await pulls.list({ ...at, base, state: "open", per_page: PAGE, page });
        return data.map(({ number, head }) => ({ number, sha: head.sha }));
      }),
  };
}
