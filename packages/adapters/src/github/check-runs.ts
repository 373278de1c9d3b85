/** The App's check runs of one repository, through octokit. */
import type { CheckRun, GitRepository } from "@edgewright/github";
import type { Octokit } from "@octokit/rest";
import { attempt } from "./failures.ts";

type Named = { owner: string; repo: string };

const NAME = "Edgewright";
/** GitHub takes so many at once; the others are in the project. */
const ANNOTATIONS = 50;

export function checkRuns(octokit: Octokit, at: Named): Pick<GitRepository, "findCheck" | "createCheck" | "editCheck"> {
  const { checks } = octokit.rest;
  return {
    findCheck: (sha, mark) =>
      attempt(async () => {
        const { data } = await checks.listForRef({ ...at, ref: sha, check_name: NAME, filter: "all", per_page: 100 });
        return data.check_runs.find(({ external_id }) => external_id === mark)?.id ?? null;
      }),

    createCheck: (sha, mark, check) =>
      attempt(async () => (await checks.create({ ...at, name: NAME, head_sha: sha, external_id: mark, ...bodyOf(check) })).data.id),

    editCheck: (id, check) =>
      attempt(async () => {
        await checks.update({ ...at, check_run_id: id, ...bodyOf(check) });
      }),
  };
}

function bodyOf({ conclusion, title, summary, findings, url }: CheckRun) {
  const annotations = findings.slice(0, ANNOTATIONS).map(({ file, line, code, message }) => ({
    path: file,
    start_line: Math.max(1, line),
    end_line: Math.max(1, line),
    annotation_level: "failure" as const,
    message: `${code}: ${message}`,
  }));
  const about = { details_url: url, output: { title, summary, annotations } };
  return conclusion === null ? { ...about, status: "in_progress" as const } : { ...about, status: "completed" as const, conclusion };
}
