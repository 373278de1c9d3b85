/**
 * Versions become commits, one each, oldest first. Author, committer and dates are those of the version, so a commit that is made
 * twice is the same commit; it is noted before its branch moves, so that one whose answer was lost is known again.
 */
import type { Outcome } from "@edgewright/contracts";
import { first, iso, ok, sortedFiles } from "@edgewright/core";
import type { ProjectRecord, VersionRecord } from "@edgewright/projects";
import type { Held, SyncDeps } from "./deps.ts";
import { appFiles, bytesOf, treeChanges } from "./git-files.ts";
import type { CommitPerson, GitRepository, NewTreeEntry } from "./ports.ts";

/** So many in one go; the rest follow in the next. GitHub allows 80 writes a minute. */
const COMMITS_MAX = 15;

/** "moved_on": somebody pushed meanwhile, whose commits come first. "more": there are versions left. */
export type Pushed = "done" | "more" | "moved_on";

export async function push(deps: SyncDeps, held: Held, project: ProjectRecord): Promise<Outcome<Pushed>> {
  const pending = await pendingVersions(deps, project, held.link.headVersion);
  for (const version of pending.slice(0, COMMITS_MAX)) {
    const pushed = await pushVersion(deps, held, version);
    if (!pushed.ok || pushed.value === "moved_on") return pushed;
  }
  return ok(pending.length > COMMITS_MAX ? "more" : "done");
}

/** Numbers of the versions that led to the current one and are not on GitHub, the oldest first. */
export async function pendingNumbers(
  { versions }: Pick<SyncDeps, "versions">,
  { id, currentVersion }: Pick<ProjectRecord, "id" | "currentVersion">,
  headVersion: number | null,
): Promise<number[]> {
  const parents = await versions.parents(id);
  const numbers: number[] = [];
  for (let at = currentVersion; at !== null && at > (headVersion ?? 0); at = parents.get(at) ?? null) numbers.unshift(at);
  return numbers;
}

async function pendingVersions(deps: SyncDeps, project: ProjectRecord, headVersion: number | null): Promise<VersionRecord[]> {
  const found: VersionRecord[] = [];
  for (const number of await pendingNumbers(deps, project, headVersion)) {
    const version = await deps.versions.get(project.id, number);
    // A draft that a later version grew from never ran: what it had is in the later one.
    if (version?.status === "ok") found.push(version);
    if (found.length > COMMITS_MAX) break;
  }
  return found;
}

async function pushVersion(deps: SyncDeps, held: Held, version: VersionRecord): Promise<Outcome<Pushed>> {
  const { git, link } = held;
  const files = await deps.store.load(version.projectId, version.number);
  if (!files.ok) return files;
  const people = peopleOf(version, deps.host);
  if (Object.keys(files.value).length === 0) return ok("done");
  if (link.headSha === null) {
    const [path, content] = first(sortedFiles(files.value));
    const bytes = await bytesOf(deps.blobs, content);
    const seeded = await git.seed({ branch: link.branch, path, bytes, message: `Add ${path}${seedMark(link.projectId)}`, ...people });
    if (!seeded.ok) return seeded;
    await held.advance({ headSha: seeded.value });
  }
  const made = await commitOf(deps, git, version, held.link.headSha ?? "");
  if (!made.ok) return made;
  if (made.value.state === "gone") return ok("moved_on");
  if (made.value.state === "same") {
    await held.advance({ headVersion: version.number });
    return ok("done");
  }
  const { sha, message } = made.value;
  const { projectId } = link;
  await deps.github.noteCommit({ projectId, version: version.number, message, at: deps.clock.now(), sha, direction: "push" });
  const moved = await git.moveBranch(link.branch, sha);
  if (!moved.ok) return moved;
  if (moved.value === "moved_on") return ok("moved_on");
  await held.advance({ headSha: sha, headVersion: version.number });
  return ok("done");
}

/** "same": its parent has these files already; "gone": its parent is not there any more. */
export type MadeCommit = { state: "made"; sha: string; message: string } | { state: "same" } | { state: "gone" };

/** A version as a commit on top of another one. Made twice, it is the same. */
export async function commitOf(deps: SyncDeps, git: GitRepository, version: VersionRecord, parent: string): Promise<Outcome<MadeCommit>> {
  const files = await deps.store.load(version.projectId, version.number);
  if (!files.ok) return files;
  const standing = await git.commit(parent);
  if (!standing.ok) return standing;
  if (standing.value === null) return ok({ state: "gone" });
  const entries = await git.tree(standing.value.tree);
  if (!entries.ok) return entries;
  const changes = await treeChanges(deps.blobs, appFiles(entries.value), files.value);
  if (changes.length === 0) return ok({ state: "same" });
  const tree: NewTreeEntry[] = [];
  for (const { bytes, ...entry } of changes) {
    if (bytes) {
      const kept = await git.createBlob(bytes);
      if (!kept.ok) return kept;
    }
    tree.push(entry);
  }
  const madeTree = await git.createTree(standing.value.tree, tree);
  if (!madeTree.ok) return madeTree;
  const message = messageOf(version);
  const made = await git.createCommit({ message, tree: madeTree.value, parent, ...peopleOf(version, deps.host) });
  return made.ok ? ok({ state: "made", sha: made.value, message: headline(message) }) : made;
}

/** By it a first commit is known again whose answer was lost. */
export const seedMark = (projectId: string) => `\n\nEdgewright-Project: ${projectId}`;

const headline = (message: string) => message.split("\n", 1)[0] ?? "";
/** The number is kept with the commit, for whoever reads the history there. */
const messageOf = ({ message, number }: VersionRecord) => `${message.trim() || `Version ${number}`}\n\nEdgewright-Version: ${number}`;

/** The person's own address is theirs to tell GitHub. */
function peopleOf({ author, createdAt }: VersionRecord, host: string): { author: CommitPerson; committer: CommitPerson } {
  const date = iso(createdAt);
  const person = (name: string, id: string) => ({ name, email: `${id}@users.noreply.${host}`, date });
  return { author: person(author.name || "Edgewright", author.id.replace(/[^\w.-]/g, "-")), committer: person("Edgewright", "edgewright") };
}
