/**
 * Keeps files as a new version. Used by the agent's commit step and by a person's
 * save. The blobs go first; then one batch, guarded by the current version, makes
 * the version, so that a crash between the two leaves nothing half-made.
 */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { Author, Conflict, DataPlan, FileMap, Finding, Outcome } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import { admitFiles, type StoredFile, type VersionStore } from "@edgewright/storage";
import { takenName } from "./app-name.ts";
import { usableProject } from "./lifecycle.ts";
import type { AttachedWrites, ProjectRecord, ProjectRecords, VersionRecord, VersionRecords } from "./ports.ts";
import { reconcile } from "./reconcile.ts";

/** How often a save starts over because another one came first. */
const ATTEMPTS = 12;

export type Replacement = {
  files: FileMap;
  restored: boolean;
  /** What of the rows a person has agreed to lose: keys of a plan's steps. */
  accepts: readonly string[];
  origin: Origin;
};
/**
 * Comes right before a version takes the place of another. A failure stops the save: what it would change could not be had back.
 * So does a plan: its rows would lose what nobody has agreed to lose.
 */
export type Protect = (project: ProjectRecord, replacement: Replacement) => Promise<Outcome<DataPlan | null>>;

export type SaveDeps = { projects: ProjectRecords; versions: VersionRecords; store: VersionStore; clock: Clock; protect: Protect };

export type SaveInput = {
  projectId: string;
  /** The version the files grew from; null for the first. */
  parent: number | null;
  files: FileMap;
  author: Author;
  message: string;
  jobId?: string;
  messageId?: string;
  restoredFrom?: number;
  /** With `ok` false the version is kept as a draft and never becomes current. */
  checked: { ok: boolean; findings: Finding[] };
  /** It is of a branch: kept as a draft, beside the version that is current, however well it holds. */
  aside?: boolean;
  /** The files are already a merge with another version; said again in the result. */
  merged?: boolean;
  /** From where; without it, the author at work by itself. */
  origin?: Origin;
  /** What of the app's rows a person has agreed to lose. */
  accepts?: readonly string[];
  /** The sentence that the project was made of: while it goes by that, its first version names it after the app. */
  prompt?: string;
  /** What is written together with the version. */
  along?: AttachedWrites;
};

export type SaveResult =
  | { outcome: "saved"; version: VersionRecord; merged: boolean; files: FileMap; current: boolean }
  | { outcome: "conflict"; head: number; conflicts: Conflict[] }
  | { outcome: "data_loss"; plan: DataPlan }
  /** The current version moved on: check these files and save again with `parent: head, merged: true`. */
  | { outcome: "merged-unchecked"; files: FileMap; head: number };

export async function saveVersion(deps: SaveDeps, input: SaveInput): Promise<Outcome<SaveResult>> {
  const admitted = admitFiles(input.files);
  if (!admitted.ok) return admitted;
  const origin = input.origin ?? itself(input.author);
  const goesLive = input.checked.ok && input.aside !== true;
  let shielded: number | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const made = input.jobId === undefined ? null : await deps.versions.byJob(input.jobId);
    if (made) return alreadyMade(deps, made, input.merged ?? false);
    const project = usableProject(await deps.projects.find(input.projectId));
    if (!project.ok) return project;
    const head = project.value.currentVersion;
    if (goesLive) {
      const reconciled = await reconcile(deps, { ...input, files: admitted.value, head });
      if (!reconciled.ok) return reconciled;
      const position = reconciled.value;
      if (position.state === "conflict") return ok({ outcome: "conflict", head: position.head, conflicts: position.conflicts });
      if (position.state === "merged") return ok({ outcome: "merged-unchecked", files: position.files, head: position.head });
    }
    if (goesLive && head !== null && head !== shielded) {
      const { accepts = [], restoredFrom } = input;
      const kept = await deps.protect(project.value, { files: admitted.value, restored: restoredFrom !== undefined, accepts, origin });
      if (!kept.ok) return kept;
      if (kept.value) return ok({ outcome: "data_loss", plan: kept.value });
      shielded = head;
    }
    const version = await commit(deps, project.value, { ...input, files: admitted.value, origin, goesLive });
    if (!version.ok) return version;
    if (version.value !== null) {
      return ok({
        outcome: "saved",
        version: version.value,
        merged: input.merged ?? false,
        files: admitted.value,
        current: version.value.status === "ok",
      });
    }
  }
  return fail("conflict", "Too many saves of this project came at the same time.", { retry: true, next: "Save again in a moment." });
}

/** The version, or null when another save came first. */
async function commit(
  deps: SaveDeps,
  project: ProjectRecord,
  input: SaveInput & { origin: Origin; goesLive: boolean },
): Promise<Outcome<VersionRecord | null>> {
  const present = await presentFiles(deps, input);
  if (!present.ok) return present;
  const tree = await deps.store.write(input.files, present.value);
  const version: VersionRecord = {
    id: newId("ver"),
    projectId: project.id,
    number: (await deps.versions.newestNumber(project.id)) + 1,
    parent: input.parent,
    treeHash: tree.treeHash,
    fileCount: tree.files.length,
    author: input.author,
    message: input.message,
    status: input.goesLive ? "ok" : "draft",
    findings: input.checked.findings,
    jobId: input.jobId ?? null,
    messageId: input.messageId ?? null,
    restoredFrom: input.restoredFrom ?? null,
    createdAt: deps.clock.now(),
  };
  const result = await deps.versions.commit({
    version,
    files: tree.files,
    audit: audit(deps.clock, project, version, input.origin),
    guard: input.goesLive ? { head: project.currentVersion } : null,
    along: along(deps.clock, project, input),
  });
  return ok(result === "committed" ? version : null);
}

function along(
  clock: Clock,
  project: ProjectRecord,
  { along: given, prompt, files, origin, goesLive }: SaveInput & { origin: Origin; goesLive: boolean },
): AttachedWrites | undefined {
  const named = prompt !== undefined && goesLive ? takenName(clock, project, files, prompt, origin) : null;
  if (!named) return given;
  return { change: { ...given?.change, ...named.change }, audit: [...(given?.audit ?? []), ...named.audit] };
}

/** Whose contents need not be put in place again. */
async function presentFiles(deps: SaveDeps, input: SaveInput): Promise<Outcome<StoredFile[]>> {
  const from = input.restoredFrom ?? input.parent;
  return from === null ? ok([]) : deps.store.entries(input.projectId, from);
}

async function alreadyMade(deps: SaveDeps, version: VersionRecord, merged: boolean): Promise<Outcome<SaveResult>> {
  const files = await deps.store.load(version.projectId, version.number);
  if (!files.ok) return files;
  return ok({ outcome: "saved", version, merged, files: files.value, current: version.status === "ok" });
}

const itself = (author: Author): Origin => ({
  ...author,
  kind: author.kind === "github" ? "webhook" : author.kind,
  personId: author.kind === "person" ? author.id : null,
  ip: null,
  userAgent: null,
  requestId: null,
});

function audit(clock: Clock, project: ProjectRecord, version: VersionRecord, origin: Origin) {
  const action =
    version.status === "draft" ? "version.kept_as_draft" : version.restoredFrom !== null ? "version.restored" : "version.saved";
  return auditEntry(clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action,
    subject: project.id,
    detail: { version: version.number, parent: version.parent, files: version.fileCount },
  });
}
