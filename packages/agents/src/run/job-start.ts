/** What a job starts from: the project, the conversation, the files and the models. */
import { fixBudgetLeft, type JobRecord } from "@edgewright/chat";
import type { FileMap, Outcome, ProjectSettings } from "@edgewright/contracts";
import { fail, ok, textAt, withChanges } from "@edgewright/core";
import { mergeFiles } from "@edgewright/projects";
import { firstMessages } from "../prompt/first-messages.ts";
import { continueText } from "../prompt/instructions.ts";
import { windowOf } from "../prompt/window.ts";
import type { JobStart } from "./job-run.ts";
import type { CodegenDeps } from "./ports.ts";

/** `text` is the job's message as it stood when the job began: it may have been changed while it waited. */
export async function readJobStart(deps: CodegenDeps, job: JobRecord, text: string): Promise<Outcome<JobStart>> {
  const project = await deps.projects.find(job.projectId);
  if (!project || project.deletedAt !== null)
    return fail("gone", "The project was deleted.", { next: "Restore it, then send the message again." });
  const models = await deps.models(job.model, project.organizationId);
  if (!models.ok) return models;
  // A job that already made its version goes on from where that version came from.
  const made = await deps.versions.byJob(job.id);
  const tip = job.branch === null ? null : await deps.branchTip(job.branch);
  const base = made ? made.parent : (tip ?? project.currentVersion);
  const files: Outcome<FileMap> = base === null ? ok(deps.template()) : await deps.store.load(project.id, base);
  if (!files.ok) return files;
  const [all, withdrawn] = await Promise.all([deps.messages.ofSession(job.sessionId), deps.jobs.withdrawnOf(job.sessionId)]);
  const said = all.filter(({ id }) => id === job.messageId || !withdrawn.includes(id));
  const own = said.find((message) => message.id === job.messageId);
  if (!own) return fail("not_found", "The message of this job is no longer there.", { next: "Send it again." });
  // Whoever changed it may have died before the record followed.
  if (own.text !== text) await deps.messages.edit(own.id, text);
  const carried = await carriedOver(deps, job, base, files.value);
  if (!carried.ok) return carried;
  const tries = new Set(await deps.jobs.ofMessage(job.sessionId, own.id));
  const answered = await deps.questionings.answered(job.sessionId);
  const window = windowOf(models.value.map(({ info }) => info));
  const told = await firstMessages(
    {
      files: carried.value?.files ?? files.value,
      before: said.filter(({ createdAt, role, jobId }) => createdAt < own.createdAt && role !== "system" && !tries.has(jobId ?? "")),
      briefs: answered.filter(({ jobId }) => !tries.has(jobId)).flatMap(({ brief }) => brief ?? []),
      goingOn: carried.value?.told ?? null,
      request: text,
      since: said.filter(({ id, jobId }) => id !== own.id && jobId !== null && jobId !== job.id && tries.has(jobId)),
      recent: carried.value?.recent ?? (await changedLast(deps, project.id, base)),
    },
    window,
  );
  return ok({
    organizationId: project.organizationId,
    slug: project.slug,
    settings: await settingsOf(deps, job, project),
    prompt: text,
    opening: said.find(({ role }) => role === "user")?.text ?? text,
    base,
    made: made !== null,
    files: files.value,
    ...told,
    turnsTokens: window.turnsTokens(told.instructions, told.messages),
    carried: carried.value,
    models: models.value,
  });
}

/** A fix that no person asked for waits for no approval and has its own budget. */
async function settingsOf(
  deps: CodegenDeps,
  job: JobRecord,
  { id, settings }: { id: string; settings: ProjectSettings },
): Promise<ProjectSettings> {
  if (job.trigger === "person") return settings;
  const left = await fixBudgetLeft(deps.jobs, { id, settings }, job.createdAt, job.id);
  return { ...settings, planApproval: "auto", jobBudget: Math.max(0, Math.min(left, settings.jobBudget ?? left)) };
}

type CarriedWork = NonNullable<JobStart["carried"]> & { told: string; recent: string[] };

/** The draft of the job that this one goes on from, brought up to the files that are current now. */
async function carriedOver(deps: CodegenDeps, job: JobRecord, base: number | null, current: FileMap): Promise<Outcome<CarriedWork | null>> {
  const from = job.continues === null ? null : await deps.jobs.get(job.continues);
  const draft = from && (await deps.versions.byJob(from.id));
  if (!from || draft?.status !== "draft") return ok(null);
  const files = await deps.store.load(job.projectId, draft.number);
  if (!files.ok) return files;
  const grown = draft.parent === null ? ok(deps.template()) : await deps.store.load(job.projectId, draft.parent);
  if (!grown.ok) return grown;
  const merged = mergeFiles(grown.value, files.value, current, { mine: "agent", theirs: "person" });
  const both = withChanges(
    merged.files,
    merged.conflicts.map(({ path, merged: text }) => ({ path, text })),
  );
  const changed = Object.keys(both).filter((path) => textAt(both, path) !== textAt(current, path));
  const told = continueText(from.error, changed, draft.findings, both);
  const recent = [...draft.findings.map(({ file }) => file), ...changed];
  return ok({ files: draft.parent === base ? files.value : both, plan: from.plan, told, recent });
}

/** What the current version changed. */
async function changedLast(deps: CodegenDeps, projectId: string, base: number | null): Promise<string[]> {
  const version = base === null ? null : await deps.versions.get(projectId, base);
  if (version === null || version.parent === null) return [];
  const [now, before] = await Promise.all([deps.versions.tree(projectId, version.number), deps.versions.tree(projectId, version.parent)]);
  const hashes = new Map(before?.map(({ path, sha256 }) => [path, sha256]));
  return (now ?? []).filter(({ path, sha256 }) => hashes.get(path) !== sha256).map(({ path }) => path);
}
