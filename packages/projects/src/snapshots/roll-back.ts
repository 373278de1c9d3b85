/**
 * Takes a project back to a snapshot, in whole or in part. The line `snapshot.rolled_back` of the log is written
 * together with the code's and the settings' part, and decides: rows wait for it, and follow it even when whoever
 * asked has died (workers/objects, project-data). docs/decisions/0012 has the why.
 */
import { type AuditEntry, auditEntry, type Origin, type SnapshotDeps, type SnapshotRecord, takeSnapshot } from "@edgewright/audit";
import {
  type Author,
  type DataRollback,
  type Environment,
  type FileMap,
  type Outcome,
  ProjectSettings,
  type SnapshotPart,
  WORKING_ENVIRONMENT,
} from "@edgewright/contracts";
import { fail, log, ok } from "@edgewright/core";
import type { ProjectChange, ProjectRecord } from "../ports.ts";
import type { SaveEditDeps } from "../save-edit.ts";
import { saveVersion } from "../save-version.ts";
import {
  checkRestorable,
  type DifferenceDeps,
  type Differences,
  restoreConsequences,
  settingChanges,
  snapshotDifferences,
} from "./differences.ts";

type Rows = ReturnType<SnapshotDeps["data"]> &
  ReturnType<DifferenceDeps["data"]> & {
    hold(input: DataRollback): Promise<Outcome<void>>;
    rollBack(input: DataRollback): Promise<Outcome<string[]>>;
    drop(decision: string): Promise<void>;
  };
export type RollBackDeps = SaveEditDeps & Omit<SnapshotDeps, "data"> & { data(projectId: string, environment: Environment): Rows };

export type RollBackInput = { snapshot: SnapshotRecord; parts: readonly SnapshotPart[]; author: Author; origin: Origin };

/** `live` is the version that was made, for open previews to follow. `undo` is the snapshot made just before. */
export type RollBackResult = { live: { version: number; files: FileMap } | null; undo: SnapshotRecord; says: string[] };

export async function rollBack(deps: RollBackDeps, project: ProjectRecord, input: RollBackInput): Promise<Outcome<RollBackResult>> {
  const { snapshot, parts } = input;
  const found = await snapshotDifferences(deps, project, snapshot);
  if (!found.ok) return found;
  const can = checkRestorable(found.value, parts);
  if (!can.ok) return can;
  const files = await filesToBringBack(deps, project, found.value, input);
  if (!files.ok) return files;

  const line = decision(deps, project, input);
  const rows = deps.data(project.id, WORKING_ENVIRONMENT);
  const rollback: DataRollback | null =
    parts.includes("data") && snapshot.dataBookmark !== null
      ? { decision: line.id, bookmark: snapshot.dataBookmark, onto: files.value ? "then" : "now" }
      : null;
  // From here on no row changes, so that what is kept to undo this is what there was.
  const held = rollback ? await rows.hold(rollback) : ok(undefined);
  if (!held.ok) return held;
  const undo = await takeSnapshot(deps, project, "rollback", input.origin);
  const decided = undo.ok ? await decide(deps, project, input, files.value, line) : undo;
  if (!decided.ok || !undo.ok) {
    if (rollback) await rows.drop(line.id);
    return decided.ok ? (undo as typeof decided & { ok: false }) : decided;
  }
  const told = rollback ? await follow(rows, rollback) : [];
  const says = rollback && !files.value ? told : (restoreConsequences(found.value, parts)?.says ?? []);
  return ok({ live: decided.value, undo: undo.value, says });
}

/** The files, if the code is to come back and is not the live one already; checked as a restore is. */
async function filesToBringBack(
  deps: RollBackDeps,
  project: ProjectRecord,
  { code }: Differences,
  { parts }: RollBackInput,
): Promise<Outcome<FileMap | null>> {
  if (!parts.includes("code") || code === null || code.from === code.to) return ok(null);
  const files = await deps.store.load(project.id, code.to);
  if (!files.ok) return files;
  const checked = await deps.verify(project.id, files.value);
  if (checked.ok) return files;
  const [first] = checked.findings;
  return fail(
    "checks_failed",
    `Version ${code.to} no longer passes its checks, so nothing was rolled back.${first ? ` ${first.message}` : ""}`,
    {
      next: "Roll back other parts, or choose another snapshot.",
    },
  );
}

/** The one write that makes it happen. */
async function decide(
  deps: RollBackDeps,
  project: ProjectRecord,
  { snapshot, parts, author, origin }: RollBackInput,
  files: FileMap | null,
  line: AuditEntry,
): Promise<Outcome<RollBackResult["live"]>> {
  // Confirmed hosts stay as they are: what a person has taken back is not confirmed again by a rollback.
  const change: ProjectChange = parts.includes("settings")
    ? { name: snapshot.name, settings: ProjectSettings.parse(snapshot.settings) }
    : {};
  if (files === null || snapshot.version === null) {
    await deps.projects.update(project.id, { ...change, updatedAt: deps.clock.now() }, line);
    return ok(null);
  }
  const saved = await saveVersion(
    // What is needed to undo it has been kept.
    { ...deps, protect: async () => ok(null) },
    {
      projectId: project.id,
      parent: project.currentVersion,
      files,
      author,
      origin,
      message: `Roll back to version ${snapshot.version}`,
      restoredFrom: snapshot.version,
      checked: { ok: true, findings: [] },
      along: { change, audit: [line] },
    },
  );
  if (!saved.ok) return saved;
  if (saved.value.outcome === "saved") return ok({ version: saved.value.version.number, files: saved.value.files });
  return fail("conflict", "Someone else changed the app meanwhile, so nothing was rolled back.", {
    next: "Look at what changed, then roll back again.",
    retry: true,
  });
}

/** It has been decided, so a failure here delays the rows and takes nothing back: their object asks for itself soon. */
async function follow(rows: Rows, rollback: DataRollback): Promise<string[]> {
  try {
    const told = await rows.rollBack(rollback);
    if (told.ok) return told.value;
    log.error("rows could not be rolled back", { decision: rollback.decision, reason: told.error.message });
  } catch (error) {
    log.warn("rows are rolled back later", { decision: rollback.decision, error: String(error) });
  }
  return ["The rows follow in a moment."];
}

function decision({ clock }: RollBackDeps, project: ProjectRecord, { snapshot, parts, origin }: RollBackInput): AuditEntry {
  const changed = parts.includes("settings") ? settingChanges(project, snapshot) : [];
  const state = (when: "now" | "was") => ({
    ...(parts.includes("code") ? { version: when === "now" ? project.currentVersion : snapshot.version } : {}),
    ...Object.fromEntries(changed.map((setting) => [setting.name, setting[when]])),
  });
  return auditEntry(clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "snapshot.rolled_back",
    subject: snapshot.id,
    detail: { parts: parts.join(", ") },
    before: state("now"),
    after: state("was"),
  });
}
