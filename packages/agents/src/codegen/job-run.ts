/** One run of a job by one consumer: the job, what it works on, and its progress so far. */
import type { JobRecord } from "@edgewright/chat";
import type { FileMap, JournalEntry, Json, NewEvent, Outcome, PlanStep, Usage } from "@edgewright/contracts";
import { type SaveResult, saveVersion } from "@edgewright/projects";
import type { LanguageModel, ModelMessage } from "ai";
import type { JobLease } from "../common/lease.ts";
import type { CodegenDeps } from "./deps.ts";
import { addUsage, type TurnEntry } from "./job-state.ts";
import { TurnJournal } from "./turn-journal.ts";
import type { Verified } from "./verify.ts";
import { WorkingFiles } from "./working-files.ts";

export type JobStart = {
  slug: string;
  prompt: string;
  base: number | null;
  /** An earlier consumer made the version and did not come to say so. */
  made: boolean;
  files: FileMap;
  messages: ModelMessage[];
  model: LanguageModel;
};

export class JobRun {
  readonly deps: CodegenDeps;
  readonly job: JobRecord;
  readonly lease: JobLease;
  readonly start: JobStart;
  readonly working: WorkingFiles;
  readonly messages: ModelMessage[];
  private readonly journal: Map<string, Json>;
  private readonly turns: TurnJournal;
  /** The version the files grow from; moves when a merge brings in a newer one. */
  base: number | null;
  merged = false;
  plan: PlanStep[] = [];
  usage: Usage | null = null;

  constructor(deps: CodegenDeps, job: JobRecord, lease: JobLease, journal: JournalEntry[], start: JobStart) {
    this.deps = deps;
    this.job = job;
    this.lease = lease;
    this.start = start;
    this.journal = new Map(journal.map((entry) => [entry.step, entry.result]));
    this.turns = new TurnJournal(deps.blobs);
    this.base = start.base;
    this.messages = [...start.messages];
    const draft = {
      write: (changes: Parameters<CodegenDeps["workspace"]["writeDraft"]>[0]["changes"]) =>
        deps.workspace.writeDraft({ jobId: job.id, changes }),
    };
    this.working = new WorkingFiles(start.files, draft, (event) => lease.say(event));
  }

  get title(): string {
    const line = this.start.prompt.split("\n")[0]!.trim();
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
  }

  done(step: string): Json | undefined {
    return this.journal.get(step);
  }

  async finishStep(step: string, result: Json, ...events: NewEvent[]): Promise<Outcome<void>> {
    this.journal.set(step, result);
    return this.lease.record({ step, result }, ...events);
  }

  async finishTurn(step: string, entry: TurnEntry, ...events: NewEvent[]): Promise<Outcome<void>> {
    return this.finishStep(step, await this.turns.keep(entry), ...events);
  }

  /** A turn that an earlier consumer took, or null. */
  async earlierTurn(step: string): Promise<TurnEntry | null> {
    const result = this.journal.get(step);
    return result === undefined ? null : this.turns.open(result);
  }

  /** Takes a turn into account, whether it was just taken or read from the journal. */
  apply(turn: TurnEntry): void {
    this.messages.push(...turn.messages);
    this.plan = turn.plan;
    this.usage = addUsage(this.usage, turn.usage);
  }

  save(checked: Verified, message: string): Promise<Outcome<SaveResult>> {
    return saveVersion(this.deps, {
      projectId: this.job.projectId,
      parent: this.base,
      files: this.working.all(),
      author: { kind: "agent", id: this.job.id, name: "Edgewright" },
      message,
      jobId: this.job.id,
      messageId: this.job.messageId,
      checked,
      merged: this.merged,
    });
  }
}
