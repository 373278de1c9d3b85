/** The calls of one turn: parsed, allowed or refused, carried out. What a model reads as a call's answer is text. */
import { complaintsOf, type Outcome } from "@edgewright/contracts";
import { fail, ok, pauser } from "@edgewright/core";
import type { z } from "zod";
import { listFiles, outlineOf, SCHEMA_PATH, searchFiles, tablesOf } from "../prompt/index.ts";
import { dataPlanText } from "../prompt/instructions.ts";
import type { JobRun } from "../run/job-run.ts";
import type { Ending } from "../run/job-state.ts";
import { PlanProgress } from "../run/plan-progress.ts";
import type { ToolCall } from "../turn/turn.ts";
import { diagnostics, recentErrors } from "./observe-app.ts";
import { isToolName, SHAPES, type ToolName } from "./tools.ts";
import { listVersions, restoreVersion } from "./versions.ts";

type Input<N extends ToolName> = z.infer<(typeof SHAPES)[N]>;
type Handlers = { [N in ToolName]: (input: Input<N>) => Outcome<string> | Promise<Outcome<string>> };

/** What stands for all of the files where they go back together. */
const MANIFEST = "app.json";

export class Calls {
  private readonly job: JobRun;
  private readonly progress: PlanProgress;
  ending: Ending = { kind: "open" };

  constructor(run: JobRun) {
    this.job = run;
    this.progress = new PlanProgress(run);
  }

  get plan() {
    return this.progress.plan;
  }

  sayWriting(name: string, input: unknown): void {
    const partial = name === "write_file" ? SHAPES.write_file.safeParse(input) : null;
    if (!partial?.success) return;
    const { path, text } = partial.data;
    this.sayProgress(path, text.split("\n").length);
  }

  sayProgress(path: string, lines: number): void {
    this.job.lease.say({ type: "file.writing", data: { path, lines } });
  }

  async run(call: ToolCall): Promise<string> {
    const outcome = await this.perform(call);
    return outcome.ok ? outcome.value : `Refused (${outcome.error.code}): ${outcome.error.message} ${outcome.error.next ?? ""}`.trim();
  }

  private async perform(call: ToolCall): Promise<Outcome<string>> {
    const { name } = call;
    const repeated = this.job.repeated.note(call);
    if (!repeated.ok) return repeated;
    if (!isToolName(name))
      return fail("tool_arguments", `There is no tool ${name.slice(0, 100)}.`, { next: `Tools: ${Object.keys(SHAPES).join(", ")}.` });
    const parsed = SHAPES[name].safeParse(call.input);
    if (call.problem !== null || !parsed.success) {
      const why = parsed.success ? call.problem : complaintsOf(parsed.error);
      return fail("tool_arguments", `The arguments of ${name} are not right: ${why}.`, {
        next: `Call it again with ${Object.keys(SHAPES[name].shape).join(", ") || "no arguments"}.`,
      });
    }
    return (this.handlers[name] as (input: unknown) => Outcome<string> | Promise<Outcome<string>>)(parsed.data);
  }

  private readonly handlers: Handlers = {
    list_files: ({ under }) => listFiles(this.job.working.all(), under),
    read_file: ({ path, from, to }) => this.job.working.read(path, from, to),
    search: (input) => searchFiles(this.job.working.all(), input, pauser()),
    outline: ({ under }) => outlineOf(this.job.working.all(), under, pauser()),
    diagnostics: () => diagnostics(this.job),
    runtime_errors: () => recentErrors(this.job),
    data_schema: () => tablesOf(this.job.working.all()),
    versions: () => listVersions(this.job),
    restore_version: ({ number }) => this.change(MANIFEST, () => restoreVersion(this.job, number)),
    plan: ({ steps }) => this.propose(steps),
    write_file: ({ path, text }) => this.change(path, () => this.job.working.write(path, text)),
    edit_file: ({ path, edits }) => this.change(path, () => this.job.working.edit(path, edits)),
    rename_file: ({ from, to }) => this.change(to, () => this.job.working.rename(from, to)),
    delete_file: ({ path }) => this.change(path, () => this.job.working.remove(path)),
    ask: (input) => this.ask(input),
    finish: (input) => this.end({ kind: "finish", ...input }, "The checks run now."),
  };

  private end(ending: Ending, said: string): Outcome<string> {
    const waits = this.waits();
    if (waits) return waits;
    this.ending = ending;
    return ok(said);
  }

  /** A turn that waits for the person does nothing more. */
  private waits(): Outcome<never> | null {
    const next = "Stop here; you are told what they say.";
    if (this.ending.kind === "plan") return fail("plan_required", "The plan waits for the person's approval.", { next });
    return this.ending.kind === "ask" ? fail("waiting", "The person has not answered yet.", { next }) : null;
  }

  private ask(input: Input<"ask">): Outcome<string> {
    if (this.job.asked)
      return fail("conflict", "The person was asked in this work already.", { next: "Decide the rest yourself, and say how you decided." });
    if (new Set(input.questions.map(({ id }) => id)).size < input.questions.length)
      return fail("tool_arguments", "Two questions have the same id.", { next: "Give each an id of its own." });
    return this.end({ kind: "ask", ...input }, "The person is asked.");
  }

  private propose(steps: Input<"plan">["steps"]): Outcome<string> {
    const proposed = this.progress.propose(steps);
    if (!proposed.ok) return proposed;
    if (proposed.value === "shown") return ok("Go on.");
    return this.end({ kind: "plan" }, "The person looks at the plan. Nothing is written before they approve it.");
  }

  private async change(path: string, work: () => Promise<Outcome<string>>): Promise<Outcome<string>> {
    const waits = this.waits();
    if (waits) return waits;
    const { working, repeated } = this.job;
    const before = working.changeCount;
    const done = await this.progress.track(path, work);
    if (working.changeCount > before) repeated.forget();
    if (!done.ok || path !== SCHEMA_PATH || working.changeCount === before) return done;
    const plan = await this.job.deps.dataPlan(this.job.job.projectId, working.all());
    const told = plan ? dataPlanText(plan) : "";
    return told === "" ? done : ok(`${done.value}\n\n${told}`);
  }
}
