/**
 * An event sets off a rule: one job at most for each event and rule, however often the event is told. Only people who may write to
 * the repository can, and only for as long as whoever made the rule may ask the agent here.
 */
import { can } from "@edgewright/accounts";
import { deliverOutbox, newSession, postMessage } from "@edgewright/chat";
import type { Failure, Outcome } from "@edgewright/contracts";
import { log, newId, ok } from "@edgewright/core";
import { usableProject } from "@edgewright/projects";
import type { BranchDeps } from "../branches/branch-deps.ts";
import { workOnBranch } from "../branches/work.ts";
import type { GitRepository, LinkRecord, RuleRecord, RunRecord } from "../ports.ts";
import { eventPrompt } from "./event-prompt.ts";
import { showProgress } from "./progress.ts";
import type { RuleRunDeps } from "./run-deps.ts";

export type SettingOff = {
  /** The same whenever the same event is told. */
  key: string;
  /** In words: "Issue 4: Show totals". */
  event: string;
  text: string;
  /** Of the pull request that comes of it. */
  title: string;
  url: string | null;
  /** The login of whoever did it. */
  by: string;
  /** Whether pushing it was proof enough that they may write. */
  wrote: boolean;
  issue: number | null;
};

/** The failure is to be tried again. */
export async function setOff(deps: RuleRunDeps, link: LinkRecord, rule: RuleRecord, setting: SettingOff): Promise<Failure | null> {
  const { githubApi, github } = deps;
  if (!githubApi) return null;
  const fresh = newRun(deps, link, rule, setting);
  const run = (await github.beginRun(fresh)) ? fresh : await github.run(rule.id, setting.key);
  if (run?.status !== "working" || run.jobId !== null) return null;
  const git = githubApi.at(link);
  const refused = await refusalOf(deps, git, link, rule, setting);
  if (!refused.ok) return refused.error;
  if (refused.value !== null) {
    await github.updateRun(run.id, { status: "refused", says: refused.value, told: true });
    return null;
  }
  return begin(deps, link, rule, run, setting);
}

function newRun({ clock }: RuleRunDeps, { projectId }: LinkRecord, { id, when }: RuleRecord, setting: SettingOff): RunRecord {
  const { key: eventKey, event, url, by, issue } = setting;
  return {
    ...{ id: newId("run"), projectId, ruleId: id, when, eventKey, event: event.slice(0, 300), url, by, issue },
    ...{ commentId: null, status: "working", says: null, jobId: null, branch: null, version: null, told: false, createdAt: clock.now() },
  };
}

/** Why it sets nothing off; null: it does. */
async function refusalOf(
  deps: RuleRunDeps,
  git: GitRepository,
  { projectId }: LinkRecord,
  rule: RuleRecord,
  { by, wrote }: SettingOff,
): Promise<Outcome<string | null>> {
  const project = usableProject(await deps.projects.find(projectId));
  if (!project.ok) return ok("The project is no longer there.");
  const { memberships, exceptions } = await deps.memberships.ofUser(rule.createdBy);
  const actor = { id: rule.createdBy, memberships, exceptions, scopes: null };
  if (!can(actor, "message.send", { organizationId: project.value.organizationId, projectId }))
    return ok("Whoever made the rule may no longer ask the agent here.");
  if (wrote) return ok(null);
  const writes = await git.mayWrite(by);
  if (!writes.ok) return writes;
  return ok(writes.value ? null : `${by} may not write to the repository.`);
}

/** The job has the run's own number, so that one that was begun is known again. */
const jobIdOf = ({ id }: RunRecord) => `job_${id.slice(4)}`;

async function begin(deps: RuleRunDeps, link: LinkRecord, rule: RuleRecord, run: RunRecord, setting: SettingOff): Promise<Failure | null> {
  const jobId = jobIdOf(run);
  if (!(await deps.jobs.get(jobId))) {
    const posted = await post(deps, link.projectId, rule, setting, jobId);
    if (!posted.ok) {
      await deps.github.updateRun(run.id, { status: "failed", says: posted.error.message });
      return null;
    }
  }
  const branch = (await deps.jobs.get(jobId))?.branch ?? null;
  await deps.github.updateRun(run.id, { jobId, branch });
  return showProgress(deps, link, { ...run, jobId }, "Working on it.");
}

async function post(deps: RuleRunDeps, projectId: string, rule: RuleRecord, setting: SettingOff, jobId: string): Promise<Outcome<unknown>> {
  const found = usableProject(await deps.projects.find(projectId));
  if (!found.ok) return found;
  const project = found.value;
  const { by, event } = setting;
  const origin = {
    ...{ kind: "webhook" as const, id: by, name: `${by} on GitHub`, personId: rule.createdBy },
    ...{ ip: null, userAgent: null, requestId: null },
  };
  const text = eventPrompt(rule.template, event, setting.text);
  log.info("rule set off", { projectId, ruleId: rule.id, jobId });
  // A project without a version has nothing that a branch could part from.
  if (rule.target === "branch" && project.currentVersion !== null)
    return workOnBranch(branchDeps(deps), project, {
      ...(await branchOf(deps, projectId, setting)),
      ...{ text, title: setting.title, wanted: true, jobId, createdBy: rule.createdBy, origin },
    });
  const model = await deps.modelFor(project);
  if (!model.ok) return model;
  const newest = await deps.sessions.newestOf(projectId);
  const session = newest ?? newSession(deps.clock, projectId, rule.createdBy);
  const asked = { project, session, isNew: newest === null, text, model: model.value, deliver: "queue" as const, jobId, origin };
  const posted = await postMessage(deps, asked);
  if (posted.ok) await deliverOutbox(deps.outboxDeps, posted.value.outbox);
  return posted;
}

/** What is asked for on a pull request of ours, or of the same issue again, goes to its branch. */
async function branchOf(
  { github }: RuleRunDeps,
  projectId: string,
  { issue, key }: SettingOff,
): Promise<{ branch?: string; name?: string }> {
  if (issue === null) return { name: `edgewright/${key.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 40)}` };
  const own = (await github.branches(projectId, BRANCHES)).find(({ pull }) => pull === issue);
  return own ? { branch: own.id } : { name: `edgewright/issue-${issue}` };
}
const BRANCHES = 200;

const branchDeps = (deps: RuleRunDeps): BranchDeps => ({ ...deps, deliverNews: (entry) => deliverOutbox(deps.outboxDeps, entry) });
