/** A language model that plays a script, for tests of the agent: one entry per turn, behind the same interface as any other. */
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";

export type ScriptedCall = { tool: string; input: unknown };
/** `raw` is sent as the arguments as it is, well formed or not. */
export type ScriptedTurn = { text?: string; calls?: (ScriptedCall | { tool: string; raw: string })[] } | { error: unknown; after?: string };

/** Which turn is next follows from the prompt, so a turn that is taken again plays the same. */
export function scriptedModel(
  turns: ScriptedTurn[] | ((turn: number) => ScriptedTurn),
): LanguageModelV4 & { prompts: LanguageModelV4CallOptions["prompt"][] } {
  const prompts: LanguageModelV4CallOptions["prompt"][] = [];
  return {
    specificationVersion: "v4",
    provider: "test",
    modelId: "scripted",
    supportedUrls: {},
    prompts,
    doGenerate: () => Promise.reject(new Error("Only streams are played")),
    async doStream({ prompt, abortSignal }) {
      prompts.push(prompt);
      const number = prompt.filter((message) => message.role === "assistant").length;
      const turn = typeof turns === "function" ? turns(number) : turns[number];
      if (!turn) throw new Error(`The script has no turn ${number + 1}`);
      if ("error" in turn && turn.after === undefined) throw turn.error;
      return { stream: streamOf(partsOf(turn), abortSignal) };
    },
  };
}

function streamOf(parts: LanguageModelV4StreamPart[], signal: AbortSignal | undefined): ReadableStream<LanguageModelV4StreamPart> {
  const left = parts.values();
  return new ReadableStream({
    pull(controller) {
      if (signal?.aborted) return controller.error(signal.reason);
      const { value, done } = left.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** Characters of a call's arguments that come at once: more where they are very long. */
const PIECE = 400;
const PIECES_MAX = 2000;

function partsOf(turn: ScriptedTurn): LanguageModelV4StreamPart[] {
  const parts: LanguageModelV4StreamPart[] = [{ type: "stream-start", warnings: [] }];
  const text = "error" in turn ? turn.after : turn.text;
  if (text) {
    parts.push({ type: "text-start", id: "t" });
    for (const word of text.split(/(?<= )/)) parts.push({ type: "text-delta", id: "t", delta: word });
    parts.push({ type: "text-end", id: "t" });
  }
  if ("error" in turn) return [...parts, { type: "error", error: turn.error }];
  for (const [index, call] of (turn.calls ?? []).entries()) {
    const id = `call_${index}`;
    const input = "raw" in call ? call.raw : JSON.stringify(call.input);
    parts.push({ type: "tool-input-start", id, toolName: call.tool });
    const size = Math.max(PIECE, Math.ceil(input.length / PIECES_MAX));
    for (let at = 0; at < input.length; at += size) parts.push({ type: "tool-input-delta", id, delta: input.slice(at, at + size) });
    parts.push({ type: "tool-input-end", id }, { type: "tool-call", toolCallId: id, toolName: call.tool, input });
  }
  parts.push({
    type: "finish",
    finishReason: { unified: turn.calls ? "tool-calls" : "stop", raw: undefined },
    usage: {
      inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: undefined },
      outputTokens: { total: 5, text: 5, reasoning: undefined },
    },
  });
  return parts;
}
