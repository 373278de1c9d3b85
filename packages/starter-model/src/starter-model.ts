/** The model behind the AI SDK's interface: deterministic, without state, streaming like any other. Used by the jobs worker. */
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Content, LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import { readConversation } from "./turns/conversation.ts";
import { nextTurn } from "./turns/next-turn.ts";
import { partsOf, streamOf } from "./turns/speech.ts";

export function createStarterModel(): LanguageModelV4 {
  return { specificationVersion: "v4", provider: "starter", modelId: "builtin", supportedUrls: {}, doGenerate, doStream };
}

function partsFor({ prompt }: LanguageModelV4CallOptions) {
  const turn = nextTurn(readConversation(prompt));
  const number = prompt.filter((message) => message.role === "assistant").length;
  return partsOf(turn, number, JSON.stringify(prompt).length);
}

async function doStream(options: LanguageModelV4CallOptions) {
  options.abortSignal?.throwIfAborted();
  return { stream: streamOf(partsFor(options), options.abortSignal) };
}

/** The same turn, in one piece. */
async function doGenerate(options: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> {
  options.abortSignal?.throwIfAborted();
  const content: LanguageModelV4Content[] = [];
  let text = "";
  for (const part of partsFor(options)) {
    if (part.type === "text-delta") text += part.delta;
    if (part.type === "text-end") content.push({ type: "text", text });
    if (part.type === "tool-call") content.push(part);
    if (part.type === "finish") return { content, finishReason: part.finishReason, usage: part.usage, warnings: [] };
  }
  throw new Error("The turn has no end");
}
