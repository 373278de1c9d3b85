/**
 * An event sets off a rule: one job at most for each event and rule, however often the event is told. Only people who may write to
 * the repository can, and only for as long as whoever made the rule may ask the agent here.
 */
import { can } from "@edgewright/accounts";
import { deliverOutbox, newSession, postMessage } from "@edgewright/chat";
import type { Failure, Outcome } from "@edgewright/contracts";
import { log, newId, ok } from "@edgewright/core";
import { usableProject } from "@edgewright/projects";
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
    ...{ commentId: null, status: "working", says: null, jobId: null, version: null, told: false, createdAt: clock.now() },
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
    const failure = await post(deps, link.projectId, rule, setting, jobId);
    if (failure) {
      await deps.github.updateRun(run.id, { status: "failed", says: failure.message });
      return null;
    }
  }
  await deps.github.updateRun(run.id, { jobId });
  return showProgress(deps, link, { ...run, jobId }, "Working on it.");
}

async function post(
  deps: RuleRunDeps,
  projectId: string,
  rule: RuleRecord,
  { by, event, text }: SettingOff,
  jobId: string,
): Promise<Failure | null> {
  const project = usableProject(await deps.projects.find(projectId));
  if (!project.ok) return project.error;
  const model = await deps.modelFor(project.value);
  if (!model.ok) return model.error;
  const newest = await deps.sessions.newestOf(projectId);
  const origin = {
    kind: "webhook" as const,
    id: by,
    name: `${by} on GitHub`,
    personId: rule.createdBy,
    ip: null,
    userAgent: null,
    requestId: null,
  };
  const posted = await postMessage(deps, {
    project: project.value,
    session: newest ?? newSession(deps.clock, projectId, rule.createdBy),
    isNew: newest === null,
    text: eventPrompt(rule.template, event, text),
    model: model.value,
    deliver: "queue",
    jobId,
    origin,
  });
  if (!posted.ok) return posted.error;
  await deliverOutbox(deps.outboxDeps, posted.value.outbox);
  log.info("rule set off", { projectId, ruleId: rule.id, jobId });
  return null;
}
