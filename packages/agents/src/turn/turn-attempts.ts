/** One turn, by the model that was asked for or, when its provider fails, by the next one to fall back on. Each attempt is paid for within the budgets. */

import type { ErrorCode, NewEvent, Outcome, Usage } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { costOf, type ModelInfo, type OpenModel } from "@edgewright/models";
import { estimateMessages } from "../prompt/estimate.ts";
import type { JobRun } from "../run/job-run.ts";
import type { TurnEntry } from "../run/job-state.ts";
import { keepMessage } from "../run/keep-message.ts";
import { awaitBudget } from "../run/pauses.ts";
import { takeTurn } from "./model-turn.ts";

/** The provider's trouble, which another provider need not have. */
const FALL_BACK: ReadonlySet<ErrorCode> = new Set(["model_rate_limited", "model_unavailable", "model_timeout", "model_stream_broken"]);

export async function freshTurn(run: JobRun, number: number): Promise<Outcome<TurnEntry>> {
  const messageId = `msg_${run.job.id.slice(4)}_${number}`;
  const { models } = run.start;
  for (;;) {
    // Takes back what a consumer that died in this turn, or a model that failed in it, had said of it.
    run.lease.say({ type: "message.assistant", data: { messageId, text: "" } }, { type: "job.status", data: { status: "generating" } });
    const open = models[run.modelIndex];
    if (!open) return fail("model_unknown", "There is no model to go on with.", { next: "Choose one in Settings → Models." });
    const taken = await attempt(run, number, open, messageId);
    if (taken.ok) return taken;
    const next = models[run.modelIndex + 1];
    if (!FALL_BACK.has(taken.error.code) || !next) return taken;
    const undone = await run.working.undoTurn();
    if (!undone.ok) return undone;
    run.modelIndex++;
    run.lease.say({ type: "model.fallback", data: { from: open.info.name, to: next.info.name, error: taken.error } });
  }
}

async function attempt(run: JobRun, number: number, open: OpenModel, messageId: string): Promise<Outcome<TurnEntry>> {
  const { info } = open;
  const callId = `cal_${run.job.id.slice(4)}_${number}_${run.modelIndex}`;
  const inputTokens = estimateMessages(run.start.instructions, run.messages);
  const allowed = await reserve(run, number, callId, info, inputTokens);
  if (!allowed.ok) return allowed;
  let said = 0;
  const context = {
    run,
    model: open,
    messageId,
    outputTokens: Math.min(info.outputTokens, allowed.value),
    onSaid: (count: number) => (said = count),
  };
  const taken = await run.draft.during(() => takeTurn(context));
  // What a broken answer cost is known only roughly. One that never began cost nothing.
  const broken = { inputTokens: said > 0 ? inputTokens : 0, cachedTokens: 0, outputTokens: Math.ceil(said / 4), cost: null };
  const spent = taken.ok ? taken.value.spent : broken;
  await run.deps.meter.settle(callId, spent);
  if (!taken.ok) return taken;
  const { text, spent: _, ...turn } = taken.value;
  const usage: Usage = { model: info.name, calls: 1, ...spent, cost: spent.cost ?? costOf(info.price, spent) };
  const entry: TurnEntry = { ...turn, usage };
  run.apply(entry);
  if (text.trim() !== "") await keepMessage(run, { id: messageId, role: "assistant", text });
  const events: NewEvent[] = [{ type: "message.assistant", data: { messageId, text } }];
  if (run.usage) events.push({ type: "usage", data: { usage: run.usage } });
  const journalled = await run.finishLarge(`turn:${number}`, entry, ...events);
  return journalled.ok ? ok(entry) : journalled;
}

/** How many tokens the answer may have; the job waits for a person when a budget leaves too few. */
async function reserve(run: JobRun, turn: number, id: string, model: ModelInfo, inputTokens: number): Promise<Outcome<number>> {
  const { job, start, deps } = run;
  const call = {
    id,
    organizationId: start.organizationId,
    projectId: job.projectId,
    jobId: job.id,
    memberId: job.requestedBy,
    model,
    jobBudget: start.settings.jobBudget,
    raised: run.raises.filter((scope) => scope === "job").length,
    inputTokens,
  };
  const reserved = await deps.meter.reserve(call);
  return reserved.ok ? ok(reserved.outputTokens) : awaitBudget(run, turn, reserved.reached);
}
