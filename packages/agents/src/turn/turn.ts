/** One turn with a model over the AI SDK: its text and tool calls as they come, and the messages to remember of it. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { TokenCount } from "@edgewright/models";
import { type LanguageModel, type ModelMessage, parsePartialJson, streamText, type ToolSet } from "ai";
import { z } from "zod";
import { providerFailure } from "./provider-failure.ts";

/** A call whose arguments did not parse has `problem`; `input` is then what came. */
export type ToolCall = { id: string; name: string; input: unknown; problem: string | null };

export type TurnDeps = {
  model: LanguageModel;
  /** null: the model is spoken to by the text protocol. */
  tools: ToolSet | null;
  signal: AbortSignal;
  /** The most tokens the answer may have. */
  outputTokens: number;
  /** A provider that says nothing for so long has failed; null: it may take its time. */
  silenceMs: number | null;
  /** Tries over again on 429, 5xx and lost connections before the answer has begun. */
  maxRetries: number;
  onText(delta: string): void | Promise<void>;
  /** How many characters have come so far, arguments of calls too: what a broken answer is metered by. */
  onSaid(characters: number): void;
  /** The arguments of a call as far as they have come. */
  onPartialCall(name: string, input: unknown): void;
  /** Runs the call; the text is what the model reads as its result. */
  onCall(call: ToolCall): Promise<string>;
};

/** `cost` is the provider's own figure in USD, where it gave one. */
export type Turn = { text: string; calls: number; messages: ModelMessage[]; spent: TokenCount & { cost: number | null } };

export async function runTurn(deps: TurnDeps, instructions: string, messages: ModelMessage[]): Promise<Outcome<Turn>> {
  let text = "";
  let started = false;
  let said = 0;
  const calls: ToolCall[] = [];
  const results: { call: ToolCall; output: string }[] = [];
  const partial = new PartialCalls(deps);
  const spent: Turn["spent"] = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, cost: null };
  const silence = new SilenceTimeout(deps.silenceMs);
  try {
    const stream = streamText({
      model: deps.model,
      instructions,
      messages,
      ...(deps.tools ? { tools: deps.tools } : {}),
      abortSignal: AbortSignal.any([deps.signal, silence.signal]),
      maxOutputTokens: deps.outputTokens,
      maxRetries: deps.maxRetries,
      // Errors arrive as parts of the stream, below.
      onError: () => {},
    }).fullStream;
    for await (const part of stream) {
      silence.heard();
      if (part.type === "error") return { ok: false, error: providerFailure(part.error, started) };
      if (part.type === "abort") return silence.broken ?? stopped;
      if (part.type === "text-delta") {
        started = true;
        text += part.text;
        if (text.length > (deps.tools ? TEXT_MAX : SAID_MAX)) return tooLong;
        await deps.onText(part.text);
        said += part.text.length;
        deps.onSaid(said);
      } else if (part.type === "tool-input-start") {
        started = true;
        partial.start(part.id, part.toolName);
      } else if (part.type === "tool-input-delta") {
        said += part.delta.length;
        deps.onSaid(said);
        if (said > SAID_MAX) return tooLong;
        await partial.add(part.id, part.delta);
      } else if (part.type === "tool-call") {
        started = true;
        const problem = part.dynamic === true && part.invalid ? describe(part.error) : null;
        const call = { id: part.toolCallId, name: part.toolName, input: part.input, problem };
        calls.push(call);
        silence.pause();
        const output = await deps.onCall(call).catch((cause: unknown) => {
          throw new CallFailed(cause);
        });
        results.push({ call, output });
        if (deps.signal.aborted) return stopped;
      } else if (part.type === "finish-step") {
        const cost = ProviderCost.safeParse(part.providerMetadata).data?.openrouter.usage.cost;
        if (cost !== undefined) spent.cost = (spent.cost ?? 0) + cost;
      } else if (part.type === "finish") {
        const { inputTokens = 0, inputTokenDetails, outputTokens = 0 } = part.totalUsage;
        Object.assign(spent, { inputTokens, cachedTokens: inputTokenDetails.cacheReadTokens ?? 0, outputTokens });
      }
    }
  } catch (error) {
    if (error instanceof CallFailed) throw error.cause;
    if (deps.signal.aborted) return stopped;
    return silence.broken ?? { ok: false, error: providerFailure(error, started) };
  } finally {
    silence.pause();
  }
  if (text.trim() === "" && calls.length === 0) {
    return fail("model_no_answer", "The model answered with nothing.", { next: "Press Retry, or say it in other words.", retry: true });
  }
  return ok({ text, calls: calls.length, messages: remembered(text, results), spent });
}

/** The platform's own fault while it ran a call: never to be taken for the provider's. */
class CallFailed extends Error {
  constructor(cause: unknown) {
    super("A call failed", { cause });
  }
}

const stopped = fail("cancelled", "The job was stopped.", { next: "Press Continue to go on from where it was." });

/** OpenRouter's own figure, in USD. */
const ProviderCost = z.object({ openrouter: z.object({ usage: z.object({ cost: z.number() }) }) });

/** Breaks off a request whose answer has stopped coming. */
class SilenceTimeout {
  private readonly controller = new AbortController();
  private readonly ms: number | null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ms: number | null) {
    this.ms = ms;
    this.heard();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get broken(): Outcome<never> | null {
    if (!this.controller.signal.aborted || this.ms === null) return null;
    return fail("model_timeout", `The model's provider said nothing for ${Math.round(this.ms / 1000)} seconds.`, {
      next: "Press Retry in a moment, or choose another model.",
      retry: true,
    });
  }

  heard(): void {
    this.pause();
    if (this.ms !== null) this.timer = setTimeout(() => this.controller.abort(), this.ms);
  }

  /** While a call runs, the provider has nothing to say. */
  pause(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}

/** An answer that never ends must not fill the stream. */
const TEXT_MAX = 200_000;
const SAID_MAX = 16_000_000;
const tooLong = fail("model_no_answer", "The model talked on and on and was stopped.", {
  next: "Press Retry, or choose another model.",
  retry: true,
});

/** Long arguments are remembered in short: the files themselves can be read again. */
const REMEMBERED_MAX = 60_000;

function remembered(text: string, results: { call: ToolCall; output: string }[]): ModelMessage[] {
  const messages: ModelMessage[] = [
    {
      role: "assistant",
      content: [
        ...(text === "" ? [] : [{ type: "text" as const, text }]),
        ...results.map(({ call }) => ({
          type: "tool-call" as const,
          toolCallId: call.id,
          toolName: call.name,
          input: shortened(call.input),
        })),
      ],
    },
  ];
  if (results.length > 0) {
    messages.push({
      role: "tool",
      content: results.map(({ call, output }) => ({
        type: "tool-result" as const,
        toolCallId: call.id,
        toolName: call.name,
        output: { type: "text" as const, value: output },
      })),
    });
  }
  return messages;
}

const shortened = (input: unknown): unknown => {
  const json = JSON.stringify(input) ?? "null";
  return json.length > REMEMBERED_MAX ? { shortened: json.slice(0, 2000) } : input;
};

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 400);

/** Arguments on their way. Parsed again only when they have grown by a good piece, so that a long file costs little. */
class PartialCalls {
  private readonly deps: TurnDeps;
  private readonly open = new Map<string, { name: string; text: string; parsedAt: number }>();

  constructor(deps: TurnDeps) {
    this.deps = deps;
  }

  start(id: string, name: string): void {
    this.open.set(id, { name, text: "", parsedAt: 0 });
  }

  async add(id: string, delta: string): Promise<void> {
    const call = this.open.get(id);
    if (!call) return;
    call.text += delta;
    if (call.text.length < call.parsedAt * 1.2 + 200) return;
    call.parsedAt = call.text.length;
    const { value } = await parsePartialJson(call.text);
    if (value !== undefined) this.deps.onPartialCall(call.name, value);
  }
}
