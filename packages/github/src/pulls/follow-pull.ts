/**
 * A pull request is looked at as it is on GitHub now, whatever was told of it, how often and in which order. It gets a preview, a
 * check run and a comment; when it is closed, the preview goes. Called by the queue's consumer: one that dies leaves marks by which
 * the next one goes on.
 */
import { type Failure, openAppPath, pullChannel } from "@edgewright/contracts";
import { type ProjectRecord, usableProject } from "@edgewright/projects";
import type { GitRepository, LinkRecord, PullFacts } from "../ports.ts";
import { connectionStop } from "../view.ts";
import { examine, nothingToShow } from "./examine.ts";
import { closePreview, openPreview } from "./preview.ts";
import { HeldPull, type PullDeps } from "./pull-deps.ts";
import { checkAtWork, checkOf, checkOfClosed, commentOf, commentOfClosed, type Told } from "./report.ts";
import { tellCheck, tellComment } from "./tell.ts";

const LEASE_MS = 5 * 60_000;

type At = { link: LinkRecord; git: GitRepository; project: ProjectRecord };

/** The failure is to be tried again. */
export async function followPull(deps: PullDeps, projectId: string, number: number): Promise<Failure | null> {
  const { github, clock } = deps;
  const now = clock.now();
  const lease = await github.leasePull({ projectId, number }, crypto.randomUUID(), now, now + LEASE_MS);
  if (!lease) return null;
  const held = new HeldPull(deps, lease);
  try {
    const at = await connected(deps, projectId);
    return at ? await look(deps, at, held) : await leave(deps, held);
  } finally {
    if (await github.releasePull({ projectId, number, ...lease })) await deps.send({ kind: "pull", projectId, number });
  }
}

/** null: the project is not connected to a repository any more. */
async function connected({ github, githubApi, projects }: PullDeps, projectId: string): Promise<At | null> {
  const link = await github.link(projectId);
  const project = usableProject(await projects.find(projectId));
  if (!githubApi || !link || !project.ok) return null;
  if (connectionStop(link, await github.installationsOf(project.value.organizationId))) return null;
  return { link, git: githubApi.at(link), project: project.value };
}

/** Nothing more can be told on GitHub. */
async function leave(deps: PullDeps, held: HeldPull): Promise<null> {
  await closePreview(deps, held);
  await forget(deps, held, "closed");
  return null;
}

async function look(deps: PullDeps, at: At, held: HeldPull): Promise<Failure | null> {
  const found = await at.git.pull(held.pull.number);
  if (!found.ok) return found.error.retry ? found.error : leave(deps, held);
  const facts = found.value;
  if (facts?.base !== at.link.branch || facts.state !== "open") return close(deps, at, held, facts);
  const { title, by, url, sha, fork } = facts;
  const isNew = held.pull.doneSha !== sha;
  if (isNew || held.pull.title !== title || held.pull.state !== "open")
    await held.advance({ title, by, url, sha, trusted: !fork, state: "open", updatedAt: deps.clock.now() });
  return isNew ? tellAll(deps, at, held, facts) : null;
}

async function tellAll(deps: PullDeps, { link, git, project }: At, held: HeldPull, facts: PullFacts): Promise<Failure | null> {
  const workspace = `${deps.appUrl}/projects/${project.slug}`;
  const begun = await tellCheck(git, held, checkAtWork(workspace));
  if (begun) return begun;
  const examined = await examine(deps, { link, git }, project, facts);
  if (!examined.ok && examined.error.retry) return examined.error;
  const { files, result } = examined.ok ? examined.value : nothingToShow("refused", examined.error.message);
  if (files) await openPreview(deps, held, files);
  else await closePreview(deps, held);
  // By way of the platform, which lets members in and nobody else.
  const preview = files ? deps.appUrl + openAppPath(project.slug, pullChannel(facts.number), "/") : null;
  const told: Told = { sha: facts.sha, result, trusted: held.pull.trusted, preview, workspace };
  const failure = (await tellComment(git, held, commentOf(project.id, project.name, told))) ?? (await tellCheck(git, held, checkOf(told)));
  if (failure) return failure;
  await held.advance({ doneSha: facts.sha, result });
  return null;
}

/** `facts` null: it is not there any more. */
async function close(deps: PullDeps, { link, git, project }: At, held: HeldPull, facts: PullFacts | null): Promise<Failure | null> {
  const { pull } = held;
  const state = facts?.state === "merged" ? "merged" : "closed";
  if (pull.state === state) return null;
  await closePreview(deps, held);
  if (pull.commentId !== null) {
    const told = await tellComment(git, held, commentOfClosed(project.id, state));
    if (told) return told;
  }
  if (pull.checkSha !== null && pull.doneSha !== pull.checkSha) {
    const told = await tellCheck(git, held, checkOfClosed(`${deps.appUrl}/projects/${project.slug}`));
    if (told) return told;
  }
  const isMerged = state === "merged" && facts?.base === link.branch;
  if (isMerged && link.publishes !== null) await held.advance({ publishSha: facts.mergeSha });
  await forget(deps, held, state);
  if (isMerged) await deps.send({ kind: "sync", projectId: project.id });
  return null;
}

/** What was never told of leaves no trace. */
async function forget(deps: PullDeps, held: HeldPull, state: "closed" | "merged"): Promise<void> {
  const { projectId, number, url } = held.pull;
  if (url === "") await deps.github.forgetPull(projectId, number);
  else await held.advance({ state, doneSha: null, result: null, updatedAt: deps.clock.now() });
}
