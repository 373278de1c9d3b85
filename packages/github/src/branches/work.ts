/** Work that goes to a branch: a new one, or one that is there. The job's versions do not go live; what becomes of them is told on GitHub. */
import { newSession, postMessage } from "@edgewright/chat";
import type { Outcome } from "@edgewright/contracts";
import { fail, first, newId, ok } from "@edgewright/core";
import { nameFromPrompt, type ProjectRecord, slugFromName } from "@edgewright/projects";
import type { BranchRecord } from "../ports.ts";
import type { BranchDeps, BranchWork } from "./branch-deps.ts";

const TRIES = 20;

/** `jobId`: of a job that may be asked for again, and is to be one. */
export async function workOnBranch(deps: BranchDeps, project: ProjectRecord, work: BranchWork): Promise<Outcome<BranchRecord>> {
  const branch = await branchFor(deps, project, work);
  if (!branch.ok) return branch;
  const model = await deps.modelFor(project);
  if (!model.ok) return model;
  const newest = await deps.sessions.newestOf(project.id);
  const posted = await postMessage(deps, {
    project,
    session: newest ?? newSession(deps.clock, project.id, work.createdBy),
    isNew: newest === null,
    text: work.text,
    model: model.value,
    deliver: "queue",
    branch: branch.value.id,
    ...(work.jobId === undefined ? {} : { jobId: work.jobId }),
    origin: work.origin,
  });
  if (!posted.ok) return posted;
  await deps.deliverNews(posted.value.outbox);
  return branch;
}

async function branchFor(deps: BranchDeps, project: ProjectRecord, work: BranchWork): Promise<Outcome<BranchRecord>> {
  const { github, clock } = deps;
  if (work.branch !== undefined) {
    const known = await github.branch(work.branch);
    return known?.projectId === project.id ? ok(known) : fail("not_found", "There is no such branch.", { next: "Look at the list." });
  }
  if (project.currentVersion === null)
    return fail("conflict", "There is no version yet that a branch could part from.", { next: "Describe the app first." });
  const wanted = work.name ?? `edgewright/${slugFromName(nameFromPrompt(work.text))}`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const name = attempt === 0 ? wanted : `${wanted}-${attempt + 1}`;
    const branch: BranchRecord = {
      ...{ id: newId("brn"), projectId: project.id, name, title: titleOf(work), base: project.currentVersion },
      ...{ tip: null, headSha: null, headVersion: null, wanted: work.wanted, pull: null, says: null },
      createdBy: work.createdBy,
      createdAt: clock.now(),
    };
    if (await github.insertBranch(branch)) return ok(branch);
    // Of the same issue: its work collects there.
    const there = work.name === undefined ? null : await github.branchNamed(project.id, name);
    if (there && (await isOpen(deps, there))) return ok(there);
  }
  return fail("conflict", `There are many branches called ${wanted}.`, { next: "Give it another name." });
}

/** What was merged or closed is over. */
async function isOpen({ github }: BranchDeps, { projectId, pull }: BranchRecord): Promise<boolean> {
  const known = pull === null ? null : await github.pull(projectId, pull);
  return known === null || known.state === "open";
}

const TITLE_MAX = 120;
const titleOf = ({ title, text }: BranchWork) => (title ?? first(text.split("\n"))).replaceAll(/\s+/g, " ").trim().slice(0, TITLE_MAX);
