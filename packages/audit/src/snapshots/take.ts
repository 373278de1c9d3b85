/** Captures a project as it is. Called before whatever may lose something, and by hand. */
import {
  type DataMark,
  type Environment,
  type Outcome,
  type ProjectSettings,
  type SnapshotReason,
  WORKING_ENVIRONMENT,
} from "@edgewright/contracts";
import { type Clock, fail, log, newId, ok } from "@edgewright/core";
import { auditEntry, type Origin } from "../entry.ts";
import type { SnapshotRecord, SnapshotRecords } from "./record.ts";

/** What of a project is captured beside its rows. */
export type CapturedProject = {
  id: string;
  organizationId: string;
  name: string;
  currentVersion: number | null;
  settings: ProjectSettings;
};

export type SnapshotDeps = {
  snapshots: SnapshotRecords;
  clock: Clock;
  data(projectId: string, environment: Environment): { mark(bookmark: string): Promise<DataMark> };
};

/**
 * The rows are bookmarked first; then one write makes the snapshot and its line in the log. When either fails, whoever
 * asked must not go on: nothing could be brought back. A project without a version has no rows.
 */
export async function takeSnapshot(
  deps: SnapshotDeps,
  project: CapturedProject,
  reason: SnapshotReason,
  origin: Origin,
  note: string | null = null,
): Promise<Outcome<SnapshotRecord>> {
  const id = newId("snp");
  const data = project.currentVersion === null ? ok(null) : await mark(deps, project.id, id);
  if (!data.ok) return data;
  const snapshot: SnapshotRecord = {
    id,
    projectId: project.id,
    reason,
    note,
    actorKind: origin.kind,
    actorId: origin.id,
    actorName: origin.name,
    at: deps.clock.now(),
    version: project.currentVersion,
    name: project.name,
    settings: project.settings,
    dataSchema: data.value?.schema ?? null,
    dataBookmark: data.value ? id : null,
    // What is published has deployments of its own to go back to.
    deployments: [],
  };
  const audit = auditEntry(deps.clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "snapshot.created",
    subject: id,
    detail: { reason, version: project.currentVersion, tables: data.value?.schema.tables.length ?? 0 },
  });
  await deps.snapshots.insert(snapshot, audit);
  return ok(snapshot);
}

async function mark(deps: SnapshotDeps, projectId: string, id: string): Promise<Outcome<DataMark>> {
  try {
    return ok(await deps.data(projectId, WORKING_ENVIRONMENT).mark(id));
  } catch (error) {
    log.warn("an app's rows were not captured", { projectId, error: String(error) });
    return fail("unavailable", "The app's data could not be captured, so nothing was changed.", {
      next: "Try again in a moment.",
      retry: true,
    });
  }
}
