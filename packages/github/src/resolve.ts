/** What could not be brought together by itself: both sides are shown, and a person decides. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { Author, GitHubConflicts, GitHubStop, Outcome, ResolveGitHub } from "@edgewright/contracts";
import { fail, newId, ok, withChanges } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import { notConfigured } from "./connect.ts";
import { Held, type SyncDeps } from "./deps.ts";
import type { GitHubApi, LinkRecord } from "./ports.ts";
import { mergeIncoming, readIncoming, saveIncoming } from "./pull.ts";
import { LEASE_MS } from "./sync.ts";

type Deciding = { author: Author; origin: Origin };

const nothingToDecide = () =>
  fail("conflict", "There is nothing to decide between here and GitHub.", { next: "Look at the state of the repository." });

/** The link where it waits for somebody, with what it waits about. */
async function waiting(
  deps: SyncDeps,
  projectId: string,
): Promise<Outcome<{ api: GitHubApi; link: LinkRecord; stop: GitHubStop; sha: string }>> {
  if (!deps.githubApi) return notConfigured();
  const link = await deps.github.link(projectId);
  const stop = link?.stopped ?? null;
  if (!link || !stop || stop.sha === null) return nothingToDecide();
  return ok({ api: deps.githubApi, link, stop, sha: stop.sha });
}

export async function conflictsOf(deps: SyncDeps, project: ProjectRecord): Promise<Outcome<GitHubConflicts>> {
  const open = await waiting(deps, project.id);
  if (!open.ok) return open;
  const { api, link, sha } = open.value;
  const at = { link, git: api.at(link) };
  const incoming = await readIncoming(deps, at, sha);
  if (!incoming.ok) return incoming;
  const merged = await mergeIncoming(deps, at, project, incoming.value);
  return merged.ok ? ok({ sha, head: project.currentVersion ?? 0, conflicts: merged.value.conflicts }) : merged;
}

export async function resolveStop(deps: SyncDeps, project: ProjectRecord, decided: ResolveGitHub, by: Deciding): Promise<Outcome<void>> {
  const open = await waiting(deps, project.id);
  if (!open.ok) return open;
  const now = deps.clock.now();
  const lease = await deps.github.lease(project.id, newId("run"), now, now + LEASE_MS);
  if (!lease) return fail("conflict", "It is being synced right now.", { retry: true, next: "Try again in a moment." });
  const held = new Held(deps, lease, open.value.api.at(lease.link));
  try {
    if (decided.kind === "keep") return ok(await keepOurs(deps, held, project, open.value.sha, by));
    if (decided.sha !== open.value.sha) return movedOn();
    return await merge(deps, held, project, decided, by);
  } finally {
    await deps.github.release({ projectId: project.id, token: lease.token, asked: lease.asked });
    await deps.send({ kind: "sync", projectId: project.id });
  }
}

const movedOn = () => fail("conflict", "GitHub has moved on since this was shown.", { next: "Look at both sides again." });

const lineOf = ({ clock }: SyncDeps, { id, organizationId }: ProjectRecord, { origin }: Deciding, sha: string, how: "keep" | "merge") =>
  auditEntry(clock, origin, { scope: organizationId, projectId: id, action: "github.resolved", subject: id, detail: { commit: sha, how } });

/** The commit counts as seen; the next push stands on it and has what is here. */
async function keepOurs(deps: SyncDeps, held: Held, project: ProjectRecord, sha: string, by: Deciding): Promise<void> {
  const current = project.currentVersion === null ? null : await deps.versions.get(project.id, project.currentVersion);
  const progress = { headSha: sha, headVersion: current?.parent ?? null, behind: 0, stopped: null };
  await held.advance(progress, { audit: lineOf(deps, project, by, sha, "keep") });
}

async function merge(
  deps: SyncDeps,
  held: Held,
  project: ProjectRecord,
  decided: Extract<ResolveGitHub, { kind: "merge" }>,
  by: Deciding,
): Promise<Outcome<void>> {
  const incoming = await readIncoming(deps, held, decided.sha);
  if (!incoming.ok) return incoming;
  const merged = await mergeIncoming(deps, held, project, incoming.value);
  if (!merged.ok) return merged;
  const { conflicts, files, mine } = merged.value;
  const chosen = new Map(decided.changes.map(({ path, text }) => [path, text]));
  const open = conflicts.find(({ path }) => !chosen.has(path));
  if (open) return fail("merge_conflict", `It is not said how ${open.path} shall be.`, { next: "Decide each file." });
  const whole = withChanges(
    files,
    conflicts.map(({ path }) => ({ path, text: chosen.get(path) ?? null })),
  );
  const message = `Merge what was changed here and on GitHub: ${incoming.value.message}`;
  const input = { ...incoming.value, author: by.author, message };
  const saved = await saveIncoming(deps, held, project, input, { files: whole, mine }, (kind, failure, draft = null) =>
    ok({ state: "stopped", stop: { kind, failure, sha: decided.sha, current: project.currentVersion, draft } }),
  );
  if (!saved.ok) return saved;
  if (saved.value.state !== "stopped") return ok(await held.advance({}, { audit: lineOf(deps, project, by, decided.sha, "merge") }));
  await held.advance({ stopped: saved.value.stop });
  return { ok: false, error: saved.value.stop.failure };
}
