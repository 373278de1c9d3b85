/** A turn as a stream of parts: its words one after another, then its tool calls with their arguments in pieces. */
import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";

export type Turn = { text: string; calls: { tool: string; input: unknown }[] };

const PIECE = 300;
const tokens = (characters: number) => Math.ceil(characters / 4);

export function* partsOf(turn: Turn, number: number, promptLength: number): Generator<LanguageModelV4StreamPart> {
  yield { type: "stream-start", warnings: [] };
  let said = turn.text.length;
  if (turn.text !== "") {
    const id = `text_${number}`;
    yield { type: "text-start", id };
    for (const delta of turn.text.split(/(?<= )/)) yield { type: "text-delta", id, delta };
    yield { type: "text-end", id };
  }
  for (const [index, call] of turn.calls.entries()) {
    const id = `call_${number}_${index}`;
    const input = JSON.stringify(call.input);
    said += input.length;
    yield { type: "tool-input-start", id, toolName: call.tool };
    for (const delta of pieces(input)) yield { type: "tool-input-delta", id, delta };
    yield { type: "tool-input-end", id };
    yield { type: "tool-call", toolCallId: id, toolName: call.tool, input };
  }
  yield {
    type: "finish",
    finishReason: { unified: turn.calls.length > 0 ? "tool-calls" : "stop", raw: undefined },
    usage: usageOf(promptLength, said),
  };
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

const usageOf = (read: number, said: number): LanguageModelV4Usage => ({
  inputTokens: { total: tokens(read), noCache: tokens(read), cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: tokens(said), text: tokens(said), reasoning: 0 },
});

/** Stops at once when it is told to. */
export function streamOf(
  parts: Iterator<LanguageModelV4StreamPart>,
  signal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream(
    {
      pull(controller) {
        if (signal?.aborted) {
          controller.error(signal.reason);
          return;
        }
        const next = parts.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
}
