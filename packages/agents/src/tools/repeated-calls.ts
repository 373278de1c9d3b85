/** Notices a model that makes the same call again and again: it is told, and if it goes on all the same, its work is ended. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { ToolCall } from "../turn/turn.ts";

const TOLD_AT = 4;
const ENDED_AT = 10;

export class RepeatedCalls {
  private readonly counts = new Map<string, number>();

  /** Refuses a call that was made too often since anything last changed. */
  note(call: ToolCall): Outcome<void> {
    // What ends the work is judged by the checks, as often as it comes.
    if (call.name === "finish") return ok(undefined);
    const key = `${call.name} ${JSON.stringify(call.input)}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count < TOLD_AT) return ok(undefined);
    return fail("model_loop", `This very call was made ${count} times, and nothing has changed in between.`, {
      next: "Its answer is above. Do something else, or call finish.",
    });
  }

  /** Something changed: the same question may have another answer. */
  forget(): void {
    this.counts.clear();
  }

  /** Why the work must end, or null. */
  get endless(): { ok: false; error: { code: "model_loop"; message: string; next: string } } | null {
    if (Math.max(0, ...this.counts.values()) < ENDED_AT) return null;
    const message = "The model made the same call over and over and got nowhere.";
    return { ok: false, error: { code: "model_loop", message, next: "Say it in other words, or choose another model." } };
  }
}
