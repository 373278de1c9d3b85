/** One run of a job by one consumer: the job, what it works on, and its progress so far. */
import { type AuditAction, type AuditEntry, agentOrigin, auditEntry, type Summary } from "@edgewright/audit";
import type { JobRecord } from "@edgewright/chat";
import {
  Accepted,
  BudgetReached,
  type FileMap,
  type Finding,
  type JournalEntry,
  type Json,
  type NewEvent,
  type Outcome,
  type PlanStep,
  type ProjectSettings,
  type Usage,
} from "@edgewright/contracts";
import { at, first, withChanges } from "@edgewright/core";
import type { OpenModel } from "@edgewright/models";
import { type SaveResult, saveVersion } from "@edgewright/projects";
import type { ModelMessage } from "ai";
import { z } from "zod";
import { compact } from "../prompt/index.ts";
import { isPlatformMessage } from "../prompt/instructions.ts";
import { RepeatedCalls } from "../tools/repeated-calls.ts";
import { WorkingFiles } from "../tools/working-files.ts";
import { DraftWrites } from "./draft-writes.ts";
import { addUsage, TurnEntry } from "./job-state.ts";
import type { JobLease } from "./lease.ts";
import type { CodegenDeps } from "./ports.ts";
import { StepJournal } from "./step-journal.ts";

export type JobStart = {
  organizationId: string;
  slug: string;
  settings: ProjectSettings;
  prompt: string;
  /** The message that the conversation began with. */
  opening: string;
  base: number | null;
  /** An earlier consumer made the version and did not come to say so. */
  made: boolean;
  files: FileMap;
  /** What the model is told before the conversation: the same for each turn of the job. */
  instructions: string;
  messages: ModelMessage[];
  /** How many tokens the job's own turns may take up in the window. */
  turnsTokens: number;
  /** What an earlier job left, when this one goes on from there. */
  carried: { files: FileMap; plan: PlanStep[] } | null;
  /** The model that was asked for, then those to fall back on. */
  models: OpenModel[];
};

const Raised = z.object({ scope: BudgetReached.shape.scope });
export const Agreed = z.object({ accepts: Accepted });

export class JobRun {
  readonly deps: CodegenDeps;
  readonly job: JobRecord;
  readonly lease: JobLease;
  readonly start: JobStart;
  readonly working: WorkingFiles;
  readonly draft: DraftWrites;
  readonly messages: ModelMessage[];
  readonly repeated = new RepeatedCalls();
  private readonly journal: Map<string, Json>;
  private readonly steps: StepJournal;
  /** The version the files grow from; moves when a merge brings in a newer one. */
  base: number | null;
  merged = false;
  plan: PlanStep[] = [];
  /** Places at which what people said was told to the model. */
  readonly heard = new Set<string>();
  /** A person has approved the plan. */
  approved = false;
  /** A person has been asked in this job. */
  asked = false;
  usage: Usage | null = null;
  /** Which of `start.models` answers now. */
  modelIndex = 0;

  constructor(deps: CodegenDeps, job: JobRecord, lease: JobLease, journal: JournalEntry[], start: JobStart) {
    this.deps = deps;
    this.job = job;
    this.lease = lease;
    this.start = start;
    this.journal = new Map(journal.map((entry) => [entry.step, entry.result]));
    this.steps = new StepJournal(deps.blobs);
    this.base = start.base;
    this.messages = [...start.messages];
    this.plan = start.carried?.plan ?? [];
    this.draft = new DraftWrites({ write: (changes) => deps.workspace.writeDraft({ jobId: job.id, changes }) });
    this.working = new WorkingFiles(start.files, this.draft, (event) => lease.say(event));
  }

  /** The model that answers now. */
  get model(): OpenModel {
    return at(this.start.models, this.modelIndex);
  }

  get title(): string {
    const line = first(this.start.prompt.split("\n")).trim();
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
  }

  /** The budgets a person let this job pass, each time once. */
  get raises(): BudgetReached["scope"][] {
    const steps = [...this.journal].filter(([step]) => step.startsWith("budget:"));
    return steps.map(([, result]) => Raised.parse(result).scope);
  }

  /** What of the app's rows a person has agreed to lose in this job. */
  get accepts(): string[] {
    const steps = [...this.journal].filter(([step]) => step.startsWith("data:"));
    return steps.flatMap(([, result]) => Agreed.parse(result).accepts);
  }

  /** Takes into account what the stream has journalled by itself. */
  note(step: string, result: Json): void {
    this.journal.set(step, result);
  }

  done(step: string): Json | undefined {
    return this.journal.get(step);
  }

  async finishStep(step: string, result: Json, ...events: NewEvent[]): Promise<Outcome<void>> {
    this.journal.set(step, result);
    return this.lease.record({ step, result }, ...events);
  }

  /** Finishes a step whose entry may be large. */
  async finishLarge(step: string, entry: object, ...events: NewEvent[]): Promise<Outcome<void>> {
    return this.finishStep(step, await this.steps.keep(entry), ...events);
  }

  /** A step that an earlier consumer took, or null. */
  async earlier<T>(step: string, shape: z.ZodType<T>): Promise<T | null> {
    const result = this.journal.get(step);
    return result === undefined ? null : this.steps.open(result, shape);
  }

  /** The files as the journal leaves them. */
  async journalledFiles(): Promise<FileMap> {
    let files = this.start.files;
    for (const result of this.journal.values()) files = withChanges(files, await this.steps.changesOf(result));
    return files;
  }

  /** Takes over all that the journal holds, for a job that only has to be closed. */
  async replay(): Promise<void> {
    for (const [step, result] of this.journal) {
      this.working.restore(await this.steps.changesOf(result));
      if (step.startsWith("turn:")) this.apply(await this.steps.open(result, TurnEntry));
    }
  }

  /**
   * Before each turn, taken or read from the journal, so that every consumer of the job comes to the same messages. What
   * the job was told at its start stays as it is.
   */
  makeRoom(): void {
    const from = this.start.messages.length;
    const turns = this.messages.slice(from);
    const kept = compact(turns, this.start.turnsTokens, isPlatformMessage);
    if (kept === turns) return;
    this.messages.splice(from, turns.length, ...kept);
    // What was answered may not be there any more, and may be asked again.
    this.repeated.forget();
  }

  /** Takes a turn into account, whether it was just taken or read from the journal. */
  apply(turn: TurnEntry): void {
    this.messages.push(...turn.messages);
    if (!this.approved) this.plan = turn.plan;
    this.usage = addUsage(this.usage, turn.usage);
    const index = this.start.models.findIndex(({ info }) => info.name === turn.usage.model);
    if (index >= 0) this.modelIndex = index;
  }

  /** What the job did, for the audit log. */
  line(action: AuditAction, subject: string, detail: Summary): AuditEntry {
    const { organizationId: scope } = this.start;
    return auditEntry(this.deps.clock, agentOrigin(this.job), { scope, projectId: this.job.projectId, action, subject, detail });
  }

  save(checked: { ok: boolean; findings: Finding[] }, message: string): Promise<Outcome<SaveResult>> {
    return saveVersion(this.deps, {
      projectId: this.job.projectId,
      parent: this.base,
      files: this.working.all(),
      author: { kind: "agent", id: this.job.id, name: "Edgewright" },
      message,
      jobId: this.job.id,
      messageId: this.job.messageId,
      origin: agentOrigin(this.job),
      prompt: this.start.opening,
      checked,
      aside: this.job.branch !== null,
      merged: this.merged,
      accepts: this.accepts,
    });
  }
}
