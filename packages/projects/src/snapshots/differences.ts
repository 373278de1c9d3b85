/** What rolling back to a snapshot would change today, part by part, and what forbids taking one part alone. */
import type { SnapshotRecord } from "@edgewright/audit";
import {
  type Consequences,
  type DataComparison,
  type Environment,
  type Outcome,
  ProjectSettings,
  type SettingChange,
  type SnapshotPart,
  WORKING_ENVIRONMENT,
} from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";
import type { ProjectRecord } from "../ports.ts";

export type DifferenceDeps = {
  store: Pick<VersionStore, "entries">;
  data(projectId: string, environment: Environment): { compare(bookmark: string): Promise<Outcome<DataComparison>> };
};

export type Differences = {
  /** null: not kept. */
  code: { from: number | null; to: number; files: number } | null;
  data: DataComparison | null;
  settings: SettingChange[];
};

export async function snapshotDifferences(
  deps: DifferenceDeps,
  project: ProjectRecord,
  snapshot: SnapshotRecord,
): Promise<Outcome<Differences>> {
  const code = await codeDifference(deps, project, snapshot.version);
  if (!code.ok) return code;
  const data = snapshot.dataBookmark === null ? ok(null) : await deps.data(project.id, WORKING_ENVIRONMENT).compare(snapshot.dataBookmark);
  // Rows that are kept no more do not keep the rest from coming back.
  if (!data.ok && data.error.code !== "gone") return data;
  return ok({ code: code.value, data: data.ok ? data.value : null, settings: settingChanges(project, snapshot) });
}

async function codeDifference(deps: DifferenceDeps, project: ProjectRecord, to: number | null): Promise<Outcome<Differences["code"]>> {
  if (to === null) return ok(null);
  const from = project.currentVersion;
  const [now, then] = await Promise.all([
    from === null ? ok([]) : deps.store.entries(project.id, from),
    deps.store.entries(project.id, to),
  ]);
  if (!now.ok) return now;
  if (!then.ok) return then;
  const hashes = new Map(now.value.map((file) => [file.path, file.sha256]));
  const differing = then.value.filter((file) => hashes.get(file.path) !== file.sha256).length;
  const paths = new Set(then.value.map((file) => file.path));
  return ok({ from, to, files: differing + now.value.filter((file) => !paths.has(file.path)).length });
}

/** The address stays as it is: links that were given out point to it. */
export function settingChanges(project: ProjectRecord, snapshot: SnapshotRecord): SettingChange[] {
  const then = ProjectSettings.parse(snapshot.settings);
  const all = [
    { name: "name", now: project.name, was: snapshot.name },
    ...ProjectSettings.keyof().options.map((name) => ({ name, now: project.settings[name], was: then[name] })),
  ];
  return all.filter((setting) => setting.now !== setting.was);
}

/** What it means to take only one of code and data back; null where both or neither are taken, or the code does not change. */
export function restoreConsequences(found: Differences, parts: readonly SnapshotPart[]): Consequences | null {
  const code = parts.includes("code") && found.code !== null && found.code.from !== found.code.to;
  const data = parts.includes("data");
  if (found.data === null || code === data) return null;
  return code ? found.data.codeAlone : found.data.dataAlone;
}

/** Whether these parts can be taken back at all. */
export function checkRestorable(found: Differences, parts: readonly SnapshotPart[]): Outcome<void> {
  const missing = parts.find((part) => found[part] === null);
  if (missing)
    return fail("gone", missing === "code" ? "This snapshot has no version of the code." : "The rows of this snapshot are not kept.", {
      next: "Choose other parts, or another snapshot.",
    });
  const { misfits = [] } = restoreConsequences(found, parts) ?? {};
  if (misfits.length === 0) return ok(undefined);
  const alone = parts.includes("data") ? "data" : "code";
  const other = alone === "data" ? "code" : "data";
  return fail("conflict", `The ${alone} of this snapshot does not fit today's ${other}. ${misfits.join(" ")}`, {
    next: "Roll back code and data together.",
    fields: { parts: other },
  });
}
