/** Projects and versions as kept, and what the domain needs of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { AppHosts, Author, Finding, ProjectSettings } from "@edgewright/contracts";
import type { StoredFile, TreeIndex } from "@edgewright/storage";

export type ProjectRecord = {
  id: string;
  organizationId: string;
  name: string;
  slug: string;
  currentVersion: number | null;
  /** Share links carry the number they were made under: another one ends them all. */
  shareNumber: number;
  settings: ProjectSettings;
  confirmedHosts: AppHosts;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
};

/** A project with what its list shows: the published version, the newest session, whether a job is open, and whether one waits for a person. */
export type ProjectView = ProjectRecord & { publishedVersion: number | null; sessionId: string | null; busy: boolean; waiting: boolean };

/** Writes only the fields and settings that are named, so that a change of other ones at the same time is kept. */
export type ProjectChange = Partial<Pick<ProjectRecord, "name" | "slug" | "shareNumber" | "confirmedHosts" | "updatedAt" | "deletedAt">> & {
  settings?: Partial<ProjectSettings>;
};

export interface ProjectRecords {
  /** By id or by slug, deleted ones too. */
  find(idOrSlug: string): Promise<ProjectView | null>;
  /** Those that were deleted, or those that were not; newest work first. */
  list(
    organizationId: string,
    page: { limit: number; cursor: string | null; deleted: boolean },
  ): Promise<{ items: ProjectView[]; cursor: string | null }>;
  /** "slug_taken" when another project, deleted or not, has the slug. */
  insert(project: ProjectRecord, audit: AuditEntry): Promise<"inserted" | "slug_taken">;
  update(id: string, change: ProjectChange, audit: AuditEntry): Promise<"updated" | "slug_taken">;
}

export type VersionRecord = {
  id: string;
  projectId: string;
  number: number;
  parent: number | null;
  treeHash: string;
  fileCount: number;
  author: Author;
  message: string;
  status: "ok" | "draft";
  findings: Finding[];
  jobId: string | null;
  messageId: string | null;
  restoredFrom: number | null;
  createdAt: number;
};

/** What is written in one batch with a version: a change of its project, and lines of the log that tell of more. */
export type AttachedWrites = { change: ProjectChange; audit: AuditEntry[] };

/**
 * `head_moved`: the project's current version was not `guard` any more, so nothing was written.
 * `number_taken`, `job_taken`: someone else made that version first; nothing was written.
 */
export type CommitResult = "committed" | "head_moved" | "number_taken" | "job_taken";

export interface VersionRecords extends TreeIndex {
  get(projectId: string, number: number): Promise<VersionRecord | null>;
  byJob(jobId: string): Promise<VersionRecord | null>;
  newestNumber(projectId: string): Promise<number>;
  /** Newest first, those below `before`. */
  list(projectId: string, page: { limit: number; before: number | null }): Promise<VersionRecord[]>;
  /** Each version's parent, to find where two lines of work parted. */
  parents(projectId: string): Promise<Map<number, number | null>>;
  /** One atomic write. With `guard`, also makes the version current if the current one is still `guard.head`. */
  commit(input: {
    version: VersionRecord;
    files: StoredFile[];
    audit: AuditEntry;
    guard: { head: number | null } | null;
    along?: AttachedWrites;
  }): Promise<CommitResult>;
}
