/** The model behind the AI SDK's interface: deterministic, without state, streaming like any other. Used by the jobs worker. */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
  LanguageModelV4Prompt,
} from "@ai-sdk/provider";
import { starterTurn } from "./starter-turn.ts";
import { partsOf, streamOf, type Turn } from "./turns/speech.ts";

type TurnOf = (prompt: LanguageModelV4Prompt) => Turn | Promise<Turn>;

export function createStarterModel(turnOf: TurnOf = starterTurn): LanguageModelV4 {
  return {
    ...{ specificationVersion: "v4", provider: "starter", modelId: "builtin", supportedUrls: {} },
    doGenerate: (options) => doGenerate(options, turnOf),
    doStream: (options) => doStream(options, turnOf),
  };
}

async function partsFor({ prompt }: LanguageModelV4CallOptions, turnOf: TurnOf) {
  const turn = await turnOf(prompt);
  const number = prompt.filter((message) => message.role === "assistant").length;
  return partsOf(turn, number, JSON.stringify(prompt).length);
}

async function doStream(options: LanguageModelV4CallOptions, turnOf: TurnOf) {
  options.abortSignal?.throwIfAborted();
  return { stream: streamOf(await partsFor(options, turnOf), options.abortSignal) };
}

/** The same turn, in one piece. */
async function doGenerate(options: LanguageModelV4CallOptions, turnOf: TurnOf): Promise<LanguageModelV4GenerateResult> {
  options.abortSignal?.throwIfAborted();
  const content: LanguageModelV4Content[] = [];
  let text = "";
  for (const part of await partsFor(options, turnOf)) {
    if (part.type === "text-delta") text += part.delta;
    if (part.type === "text-end") content.push({ type: "text", text });
    if (part.type === "tool-call") content.push(part);
    if (part.type === "finish") return { content, finishReason: part.finishReason, usage: part.usage, warnings: [] };
  }
  throw new Error("The turn has no end");
}
