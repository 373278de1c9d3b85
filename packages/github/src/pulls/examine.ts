/** What a pull request would make of the project: its changes merged with what is here, type-checked, booted, and weighed against the rows. */
import type { FileMap, Outcome, PullResult } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import { admitFiles } from "@edgewright/storage";
import { appFiles } from "../git-files.ts";
import type { GitRepository, PullFacts, TreeEntry } from "../ports.ts";
import { changedPaths, conflictFailure, gone, type LookedAt, mergeIncoming } from "../pull.ts";
import type { PullDeps } from "./pull-deps.ts";

/** `files` null: there is nothing to show. */
export type Examined = { files: FileMap | null; result: PullResult };

export async function examine(
  deps: PullDeps,
  at: LookedAt,
  project: ProjectRecord,
  { base: branch, sha }: Pick<PullFacts, "base" | "sha">,
): Promise<Outcome<Examined>> {
  const compared = await at.git.compare(branch, sha);
  if (!compared.ok) return compared;
  if (compared.value === null) return gone(sha);
  const base = await filesAt(at.git, compared.value.base);
  if (!base.ok) return base;
  const theirs = await filesAt(at.git, sha);
  if (!theirs.ok) return theirs;
  const changes = { base: base.value, theirs: theirs.value, paths: changedPaths(base.value, theirs.value) };
  const merged = await mergeIncoming(deps, at, project, changes);
  if (!merged.ok) return merged;
  const { conflicts, files, mine } = merged.value;
  if (conflicts.length > 0) return ok(nothingToShow("conflict", conflictFailure(conflicts).message));
  const admitted = admitFiles(files, mine);
  if (!admitted.ok) return ok(nothingToShow("refused", admitted.error.message));
  const { ok: holds, findings } = await deps.verify(project.id, admitted.value);
  const plan = await deps.dataPlan(project.id, admitted.value);
  const steps = (plan?.steps ?? []).map(({ says, effect }) => ({ says, effect }));
  return ok({ files: admitted.value, result: { outcome: holds ? "holds" : "fails", says: null, findings, plan: steps } });
}

export const nothingToShow = (outcome: "conflict" | "refused", says: string): Examined => ({
  files: null,
  result: { outcome, says, findings: [], plan: [] },
});

async function filesAt(git: GitRepository, sha: string): Promise<Outcome<Map<string, TreeEntry>>> {
  const commit = await git.commit(sha);
  if (!commit.ok) return commit;
  if (!commit.value) return gone(sha);
  const entries = await git.tree(commit.value.tree);
  return entries.ok ? ok(appFiles(entries.value)) : entries;
}
