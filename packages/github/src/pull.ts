/**
 * Commits become a version. What GitHub changed since the commit that both sides had is merged with what was changed here, checked,
 * and becomes current only if it holds. Nothing is lost on either side: what cannot be merged or does not hold waits, and is said.
 */
import type { Author, Conflict, FileMap, GitHubStop, Outcome } from "@edgewright/contracts";
import { fail, ok, textAt, withChanges } from "@edgewright/core";
import { mergeFiles, type ProjectRecord, saveMerged, showVersion } from "@edgewright/projects";
import type { Held, SyncDeps } from "./deps.ts";
import { appFiles, bytesOf, gitBlobSha, shasOf } from "./git-files.ts";
import type { CommitFacts, Comparison, TreeEntry } from "./ports.ts";
import { seedMark } from "./push.ts";

export type Pulled =
  | { state: "nothing" }
  /** `paths` are those that GitHub changed; `version` the one that has them. */
  | { state: "taken"; sha: string; version: number; paths: string[]; author: Author }
  | { state: "stopped"; stop: GitHubStop };

export async function pull(deps: SyncDeps, held: Held, project: ProjectRecord, sha: string): Promise<Outcome<Pulled>> {
  const { link } = held;
  if (sha === link.headSha) return ok({ state: "nothing" });
  const own = await deps.github.commit(project.id, sha);
  if (own?.direction === "push" && own.version > (link.headVersion ?? 0)) {
    // Ours: the branch moved, and only the answer was lost.
    await held.advance({ headSha: sha, headVersion: own.version, stopped: null, behind: 0 });
    return ok({ state: "nothing" });
  }
  if (link.headSha === null) {
    const first = await held.git.commit(sha);
    if (!first.ok) return first;
    if (first.value?.message.trimEnd().endsWith(seedMark(project.id))) {
      await held.advance({ headSha: sha });
      return ok({ state: "nothing" });
    }
  }
  const { stopped } = link;
  if (stopped && stopped.kind !== "unreachable" && stopped.sha === sha && stopped.current === project.currentVersion)
    return ok({ state: "stopped", stop: stopped });
  const incoming = await readIncoming(deps, held, sha);
  return incoming.ok ? take(deps, held, project, incoming.value) : incoming;
}

export type Incoming = {
  sha: string;
  base: Map<string, TreeEntry>;
  theirs: Map<string, TreeEntry>;
  /** Paths that differ between the two. */
  paths: string[];
  behind: number;
  message: string;
  author: Author;
};

/** A repository that is looked at, whether one has it to oneself or not. */
export type LookedAt = Pick<Held, "link" | "git">;

/** What happened there since the commit that both sides had. */
export async function readIncoming(deps: SyncDeps, { link, git }: LookedAt, sha: string): Promise<Outcome<Incoming>> {
  const head = await git.commit(sha);
  if (!head.ok) return head;
  if (!head.value) return gone(sha);
  const entries = await git.tree(head.value.tree);
  if (!entries.ok) return entries;
  const theirs = appFiles(entries.value);
  const base = await baseFiles(deps, link, git);
  if (!base.ok) return base;
  const compared = link.headSha === null ? ok(null) : await git.compare(link.headSha, sha);
  if (!compared.ok) return compared;
  const paths = changedPaths(base.value, theirs);
  const told = tellCommits(head.value, compared.value, link.headSha !== null);
  return ok({ sha, base: base.value, theirs, paths, ...told, author: authorOf(head.value) });
}

/** The paths at which two trees differ. */
export const changedPaths = (one: ReadonlyMap<string, TreeEntry>, other: ReadonlyMap<string, TreeEntry>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path)?.sha !== other.get(path)?.sha).sort();

export const gone = (sha: string) =>
  fail("conflict", `Commit ${sha.slice(0, 7)} is no longer on GitHub.`, { retry: true, next: "It is looked at again by itself." });

/** Where that commit is gone, as after history was rewritten, the version that had the same files stands for it. */
async function baseFiles(deps: SyncDeps, link: Held["link"], git: Held["git"]): Promise<Outcome<Map<string, TreeEntry>>> {
  if (link.headSha === null) return ok(new Map());
  const commit = await git.commit(link.headSha);
  if (!commit.ok) return commit;
  if (commit.value) {
    const entries = await git.tree(commit.value.tree);
    return entries.ok ? ok(appFiles(entries.value)) : entries;
  }
  if (link.headVersion === null) return ok(new Map());
  const files = await deps.store.load(link.projectId, link.headVersion);
  if (!files.ok) return files;
  const shas = await shasOf(deps.blobs, files.value);
  return ok(new Map([...shas].map(([path, sha]) => [path, { path, sha, mode: "100644", type: "blob", size: 0 }])));
}

const MESSAGE_MAX = 300;

function tellCommits(head: CommitFacts, compared: Comparison | null, known: boolean): { behind: number; message: string } {
  const line = (message: string) => message.split("\n", 1)[0]?.trim() ?? "";
  const [newest, ...others] = [...(compared?.commits ?? [])].reverse();
  const behind = Math.max(1, compared?.ahead ?? 1);
  const rewritten = known && !compared?.straight ? "History was rewritten on GitHub: " : "";
  const texts =
    newest && others.length > 0
      ? `${behind} commits: ${[newest, ...others].map(({ message }) => line(message)).join("; ")}`
      : line(head.message);
  return { behind, message: `${rewritten}${texts || "A commit on GitHub"}`.slice(0, MESSAGE_MAX) };
}

const authorOf = ({ author: { login, name, email } }: CommitFacts): Author => ({
  kind: "github",
  id: login ?? email,
  name: name || login || email,
});

export type MergedFiles = { files: FileMap; conflicts: Conflict[]; mine: FileMap };

/** Both sides' changes together. Only contents that both sides changed are read of the base. */
export async function mergeIncoming(
  deps: SyncDeps,
  { git }: LookedAt,
  project: ProjectRecord,
  { paths, base, theirs }: Pick<Incoming, "paths" | "base" | "theirs">,
): Promise<Outcome<MergedFiles>> {
  const loaded = project.currentVersion === null ? ok<FileMap>({}) : await deps.store.load(project.id, project.currentVersion);
  if (!loaded.ok) return loaded;
  const mine = loaded.value;
  const read = async (entry: TreeEntry | undefined): Promise<Outcome<string | null>> => {
    if (!entry) return ok(null);
    const bytes = await git.blob(entry.sha);
    return bytes.ok ? ok(await deps.store.keep(bytes.value)) : bytes;
  };
  const sides = { base: new Map<string, string>(), mine: new Map<string, string>(), theirs: new Map<string, string>() };
  for (const path of paths) {
    const own = textAt(mine, path);
    const ownSha = own === null ? undefined : await gitBlobSha(await bytesOf(deps.blobs, own));
    const other = theirs.get(path);
    const theirText = ownSha !== undefined && ownSha === other?.sha ? ok(own) : await read(other);
    if (!theirText.ok) return theirText;
    const unchanged = ownSha === base.get(path)?.sha;
    const baseText = unchanged ? ok(own) : await read(base.get(path));
    if (!baseText.ok) return baseText;
    for (const [side, text] of [
      ["base", baseText.value],
      ["mine", own],
      ["theirs", theirText.value],
    ] as const)
      if (text !== null) sides[side].set(path, text);
  }
  const [from, ours, others] = [sides.base, sides.mine, sides.theirs].map((side) => Object.fromEntries(side)) as [
    FileMap,
    FileMap,
    FileMap,
  ];
  const merged = mergeFiles(from, ours, others, { mine: "this project", theirs: "GitHub" });
  const files = withChanges(
    mine,
    paths.map((path) => ({ path, text: textAt(merged.files, path) })),
  );
  return ok({ files, conflicts: merged.conflicts, mine });
}

async function take(deps: SyncDeps, held: Held, project: ProjectRecord, incoming: Incoming): Promise<Outcome<Pulled>> {
  const merged = await mergeIncoming(deps, held, project, incoming);
  if (!merged.ok) return merged;
  const stop = (kind: GitHubStop["kind"], failure: GitHubStop["failure"], draft: number | null = null): Outcome<Pulled> =>
    ok({ state: "stopped", stop: { kind, failure, sha: incoming.sha, current: project.currentVersion, draft } });
  const { conflicts, files, mine } = merged.value;
  if (conflicts.length > 0) return stop("conflict", conflictFailure(conflicts));
  return saveIncoming(deps, held, project, incoming, { files, mine }, stop);
}

export const conflictFailure = (conflicts: readonly Conflict[]) =>
  fail("merge_conflict", `Here and on GitHub the same places were changed: ${listOf(conflicts.map(({ path }) => path))}.`, {
    next: "Look at each file and say how it shall be.",
  }).error;

const LISTED = 5;
const listOf = (names: readonly string[]) =>
  names.length <= LISTED ? names.join(", ") : `${names.slice(0, LISTED).join(", ")} and ${names.length - LISTED} more`;

type Stop = (kind: GitHubStop["kind"], failure: GitHubStop["failure"], draft?: number | null) => Outcome<Pulled>;

/** The merged files as a version, unless they are those that are here. */
export async function saveIncoming(
  deps: SyncDeps,
  held: Held,
  project: ProjectRecord,
  incoming: Incoming,
  { files, mine }: { files: FileMap; mine: FileMap },
  stop: Stop,
): Promise<Outcome<Pulled>> {
  const { sha, author, message, paths, behind } = incoming;
  const current = project.currentVersion;
  if (current !== null && sameFiles(files, mine)) {
    const parent = (await deps.versions.get(project.id, current))?.parent ?? null;
    await held.advance({ headSha: sha, headVersion: parent, behind: 0, stopped: null });
    return ok({ state: "taken", sha, version: current, paths, author });
  }
  await held.advance({ behind });
  const saved = await saveMerged(
    deps,
    project,
    { projectId: project.id, parent: current, files, author, message, origin: originOf(author) },
    mine,
  );
  if (!saved.ok) return saved.error.retry ? saved : stop("refused", saved.error);
  if (saved.value.outcome === "conflict") return stop("conflict", conflictFailure(saved.value.conflicts));
  if (saved.value.outcome === "data_loss") return stop("data_loss", dataLossFailure);
  const { version, files: kept } = saved.value;
  if (!saved.value.current) return stop("checks", checksFailure(version.number, version.findings.length), version.number);
  const note = { projectId: project.id, sha, version: version.number, direction: "pull" as const, message, at: deps.clock.now() };
  await held.advance({ headSha: sha, headVersion: version.parent, behind: 0, stopped: null }, { commit: note });
  await showVersion(deps, project.id, { version: version.number, files: kept });
  return ok({ state: "taken", sha, version: version.number, paths, author });
}

const sameFiles = (one: FileMap, other: FileMap) =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([path, text]) => textAt(other, path) === text);

const dataLossFailure = fail("conflict", "What GitHub changed of the tables would lose rows, so it was not taken.", {
  next: "Keep what is here, or put data/schema.json right on GitHub.",
}).error;

const checksFailure = (draft: number, count: number) =>
  fail(
    "checks_failed",
    `What came from GitHub does not hold: ${count === 1 ? "one finding" : `${count} findings`}. It is kept as version ${draft}.`,
    {
      next: "Push a commit that puts it right, have the agent mend it here, or keep what is here.",
    },
  ).error;

const originOf = ({ id, name }: Author) => ({
  kind: "webhook" as const,
  id,
  name: `${name} on GitHub`,
  personId: null,
  ip: null,
  userAgent: null,
  requestId: null,
});
