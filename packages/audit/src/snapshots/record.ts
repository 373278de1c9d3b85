/** A VersionSnapshot as kept, and what the domain needs of whoever keeps it (implemented in packages/db). */
import type { AppSchema, ProjectSettings, Snapshot, SnapshotReason } from "@edgewright/contracts";
import type { ActorKind, AuditEntry } from "../entry.ts";

export type SnapshotRecord = {
  id: string;
  projectId: string;
  reason: SnapshotReason;
  note: string | null;
  actorKind: ActorKind;
  actorId: string;
  actorName: string;
  at: number;
  version: number | null;
  name: string;
  settings: Partial<ProjectSettings>;
  dataSchema: AppSchema | null;
  dataBookmark: string | null;
  deployments: Snapshot["deployments"];
};

/** How many of the snapshots that the platform makes by itself are kept of a project. Those that people make are all kept. */
export const AUTOMATIC_KEPT = 50;

export interface SnapshotRecords {
  /** One write: the snapshot, its line in the log, and the end of automatic ones beyond those that are kept. */
  insert(snapshot: SnapshotRecord, audit: AuditEntry): Promise<void>;
  get(projectId: string, id: string): Promise<SnapshotRecord | null>;
  /** Newest first, those older than `before`. */
  list(projectId: string, page: { limit: number; before: string | null }): Promise<SnapshotRecord[]>;
  /** Projects with a snapshot made since then. */
  projectsSince(at: number): Promise<string[]>;
  bookmarks(projectId: string): Promise<string[]>;
  /** Whether a rollback happened: its line is in the log. */
  decided(auditId: string): Promise<boolean>;
}
