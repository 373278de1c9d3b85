/** Brings files made on top of `parent` up to the version that is current by now. */
import type { Conflict, FileMap, Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";
import { mergeFiles } from "./merge.ts";
import type { VersionRecords } from "./ports.ts";

export type ReconcileDeps = { versions: VersionRecords; store: VersionStore };

export type ReconcileResult =
  /** They already stand on the current version. */
  { state: "ahead" } | { state: "merged"; files: FileMap; head: number } | { state: "conflict"; conflicts: Conflict[]; head: number };

export async function reconcile(
  deps: ReconcileDeps,
  input: { projectId: string; parent: number | null; head: number | null; files: FileMap },
): Promise<Outcome<ReconcileResult>> {
  const { projectId, parent, head } = input;
  if (parent === head || head === null) return ok({ state: "ahead" });
  const base = commonAncestor(await deps.versions.parents(projectId), parent, head);
  // The parent is a draft that grew from the current version: nothing happened beside it.
  if (base === head) return ok({ state: "ahead" });
  const baseFiles = base === null ? ok<FileMap>({}) : await deps.store.load(projectId, base);
  if (!baseFiles.ok) return baseFiles;
  const theirs = await deps.store.load(projectId, head);
  if (!theirs.ok) return theirs;
  const merge = mergeFiles(baseFiles.value, input.files, theirs.value, { mine: "this change", theirs: `version ${head}` });
  const { conflicts, files } = merge;
  return ok(conflicts.length > 0 ? { state: "conflict", conflicts, head } : { state: "merged", files, head });
}

/** The newest version both lines of work contain; null when they share none. */
export function commonAncestor(parents: ReadonlyMap<number, number | null>, a: number | null, b: number): number | null {
  const line = new Set(ancestors(parents, a));
  return ancestors(parents, b).find((version) => line.has(version)) ?? null;
}

function ancestors(parents: ReadonlyMap<number, number | null>, from: number | null): number[] {
  const line: number[] = [];
  // A parent is always older than its child; anything else would be a damaged history and ends the walk.
  for (let at = from; at !== null; ) {
    line.push(at);
    const up: number | null = parents.get(at) ?? null;
    at = up !== null && up < at ? up : null;
  }
  return line;
}
