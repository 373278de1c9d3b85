/** One turn of the agent: the model speaks and calls tools, the calls take effect on the app's files. */
import type { FileChange, Outcome, PlanStep } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { type OpenModel, STARTER } from "@edgewright/models";
import { TEXT_PROTOCOL } from "@edgewright/text-edits";
import type { JobRun } from "../run/job-run.ts";
import type { Ending } from "../run/job-state.ts";
import { Calls } from "../tools/calls.ts";
import { TOOLS } from "../tools/tools.ts";
import { ProtocolCalls } from "./protocol-calls.ts";
import { runTurn, type Turn } from "./turn.ts";

export type TurnContext = {
  run: JobRun;
  model: OpenModel;
  /** The id of the message the turn's text becomes; the same one when the turn is done again. */
  messageId: string;
  outputTokens: number;
  onSaid(characters: number): void;
};

export type TakenTurn = Pick<Turn, "messages" | "text" | "spent"> & { changes: FileChange[]; plan: PlanStep[]; ending: Ending };

export async function takeTurn({ run, model, messageId, outputTokens, onSaid }: TurnContext): Promise<Outcome<TakenTurn>> {
  const { lease, working, deps } = run;
  working.beginTurn();
  const calls = new Calls(run);
  const say = (text: string) => lease.say({ type: "message.delta", data: { messageId, text } });
  const protocol = model.info.tools ? null : new ProtocolCalls(calls, say);
  const turn = await runTurn(
    {
      model: model.model,
      maxRetries: deps.maxRetries,
      // The embedded model has no provider: it says nothing while a busy machine lets it wait.
      silenceMs: model.info.name === STARTER ? null : deps.silenceMs,
      outputTokens,
      tools: protocol ? null : TOOLS,
      signal: lease.signal,
      onText: (text) => (protocol ? protocol.read(text) : say(text)),
      onSaid,
      onPartialCall: (name, input) => calls.sayWriting(name, input),
      onCall: (call) => calls.run(call),
    },
    protocol ? `${run.start.instructions}\n\n${TEXT_PROTOCOL}` : run.start.instructions,
    run.messages,
  );
  if (!turn.ok) return lease.stopped ?? turn;
  const { spent } = turn.value;
  const { text, calls: count, messages } = protocol ? await protocol.end(turn.value) : turn.value;
  // A model that only talks has said what it had to say.
  const ending: Ending = count === 0 ? { kind: "finish", summary: text.trim() } : calls.ending;
  return ok({ text, messages, spent, changes: working.turnChanges(), plan: calls.plan, ending });
}
