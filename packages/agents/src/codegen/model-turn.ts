/** One turn of the agent: the model speaks and calls tools, the calls take effect on the app's files. */
import type { Outcome, PlanStep } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { LanguageModel, ModelMessage } from "ai";
import type { z } from "zod";
import type { JobLease } from "../common/lease.ts";
import { runTurn, type ToolCall } from "../common/turn.ts";
import { INSTRUCTIONS } from "./instructions.ts";
import type { Ending, TurnEntry } from "./job-state.ts";
import { isToolName, SHAPES, TOOLS, type ToolName } from "./tools.ts";
import type { WorkingFiles } from "./working-files.ts";

export type TurnContext = {
  lease: JobLease;
  working: WorkingFiles;
  model: LanguageModel;
  modelName: string;
  maxRetries: number;
  /** The id of the message the turn's text becomes; the same one when the turn is done again. */
  messageId: string;
  plan: PlanStep[];
};

const PLAN_MAX = 20_000;

type Input<N extends ToolName> = z.infer<(typeof SHAPES)[N]>;

export async function takeTurn(context: TurnContext, messages: ModelMessage[]): Promise<Outcome<TurnEntry & { text: string }>> {
  const { lease, working } = context;
  working.beginTurn();
  const calls = new Calls(context);
  const turn = await runTurn(
    {
      model: context.model,
      modelName: context.modelName,
      maxRetries: context.maxRetries,
      tools: TOOLS,
      signal: lease.signal,
      onText: (text) => lease.say({ type: "message.delta", data: { messageId: context.messageId, text } }),
      onPartialCall: (name, input) => calls.sayWriting(name, input),
      onCall: (call) => calls.run(call),
    },
    INSTRUCTIONS,
    messages,
  );
  if (!turn.ok) return lease.stopped ?? turn;
  // A model that only talks has said what it had to say.
  const ending: Ending = turn.value.calls === 0 ? { kind: "finish", summary: turn.value.text.trim() } : calls.ending;
  const { text, usage } = turn.value;
  return ok({ text, messages: turn.value.messages, changes: working.turnChanges(), plan: calls.plan, usage, ending });
}

class Calls {
  private readonly context: TurnContext;
  ending: Ending = { kind: "open" };
  plan: PlanStep[];

  constructor(context: TurnContext) {
    this.context = context;
    this.plan = context.plan;
  }

  sayWriting(name: string, input: unknown): void {
    const partial = name === "write_file" ? SHAPES.write_file.safeParse(input) : null;
    if (partial?.success) {
      const { path, text } = partial.data;
      this.context.lease.say({ type: "file.writing", data: { path, lines: text.split("\n").length } });
    }
  }

  async run(call: ToolCall): Promise<string> {
    const outcome = await this.perform(call);
    return outcome.ok ? outcome.value : `Refused (${outcome.error.code}): ${outcome.error.message} ${outcome.error.next ?? ""}`.trim();
  }

  private async perform(call: ToolCall): Promise<Outcome<string>> {
    if (!isToolName(call.name))
      return fail("tool_arguments", `There is no tool ${call.name}.`, { next: `Tools: ${Object.keys(SHAPES).join(", ")}.` });
    const parsed = SHAPES[call.name].safeParse(call.input);
    if (call.problem !== null || !parsed.success) {
      const why = parsed.success
        ? call.problem
        : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
      return fail("tool_arguments", `The arguments of ${call.name} are not right: ${why}`, { next: "Call it again." });
    }
    const { working } = this.context;
    switch (call.name) {
      case "list_files":
        return ok(working.list());
      case "read_file":
        return working.read((parsed.data as Input<"read_file">).path);
      case "plan":
        return this.propose(parsed.data as Input<"plan">);
      case "write_file": {
        const { path, text } = parsed.data as Input<"write_file">;
        return this.stepOf(path, () => working.write(path, text));
      }
      case "edit_file": {
        const { path, edits } = parsed.data as Input<"edit_file">;
        return this.stepOf(path, () => working.edit(path, edits));
      }
      case "rename_file": {
        const { from, to } = parsed.data as Input<"rename_file">;
        return working.rename(from, to);
      }
      case "delete_file":
        return working.remove((parsed.data as Input<"delete_file">).path);
      case "ask":
        this.ending = { kind: "ask", ...(parsed.data as Input<"ask">) };
        return ok("The person is asked.");
      case "finish":
        this.ending = { kind: "finish", ...(parsed.data as Input<"finish">) };
        return ok("The checks run now.");
    }
  }

  private propose({ steps }: Input<"plan">): Outcome<string> {
    if (JSON.stringify(steps).length > PLAN_MAX)
      return fail("tool_arguments", "This plan is too long to be read.", { next: "A few steps, in a few words each." });
    this.plan = steps;
    this.context.lease.say({ type: "plan.proposed", data: { steps, estimate: null, approval: false } });
    return ok("Go on.");
  }

  /** Ticks the plan along with the files: a step is active from its first file and done with its last. */
  private async stepOf(path: string, work: () => Promise<Outcome<string>>): Promise<Outcome<string>> {
    const step = this.plan.find((candidate) => candidate.files.includes(path));
    if (!step) return work();
    const { lease, working } = this.context;
    lease.say({ type: "plan.step", data: { id: step.id, status: "active" } });
    const done = await work();
    const changed = new Set(working.changedPaths());
    if (done.ok && step.files.every((file) => changed.has(file))) lease.say({ type: "plan.step", data: { id: step.id, status: "done" } });
    return done;
  }
}
