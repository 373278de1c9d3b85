/** Messages with less in them: long answers of tools become a note that says what they were, long texts their beginning. */
import type { AssistantModelMessage, ModelMessage, ToolModelMessage } from "ai";
import { lineCount } from "../outline.ts";
import { spoken, type Unit, unitOf } from "./units.ts";

/** Characters that the answer of a tool, an argument, and a text may keep. */
export type Limits = { answer: number; argument: number; text: number };

/** Of turns that are a while ago. */
export const OLD: Limits = { answer: 400, argument: 400, text: 1_500 };

export function shortened({ messages }: Unit, limits: Limits): Unit {
  const inputs = new Map(messages.flatMap(callsOf).map((call) => [call.toolCallId, call.input]));
  return unitOf(messages.map((message) => shorter(message, inputs, limits)));
}

const callsOf = (message: ModelMessage) =>
  message.role === "assistant" && typeof message.content !== "string" ? message.content.filter((part) => part.type === "tool-call") : [];

function shorter(message: ModelMessage, inputs: ReadonlyMap<string, unknown>, limits: Limits): ModelMessage {
  if (message.role === "tool") return { ...message, content: message.content.map((part) => shorterAnswer(part, inputs, limits.answer)) };
  if (message.role === "assistant" && typeof message.content !== "string")
    return { ...message, content: message.content.map((part) => shorterPart(part, limits)) };
  const text = spoken(message);
  return text.length > limits.text ? ({ role: message.role, content: beginning(text, limits.text) } as ModelMessage) : message;
}

type AssistantPart = Exclude<AssistantModelMessage["content"], string>[number];
type ToolPart = ToolModelMessage["content"][number];

function shorterPart(part: AssistantPart, limits: Limits): AssistantPart {
  if (part.type === "tool-call") return { ...part, input: shorterValue(part.input, limits.argument) };
  return part.type === "text" && part.text.length > limits.text ? { ...part, text: beginning(part.text, limits.text) } : part;
}

function shorterAnswer(part: ToolPart, inputs: ReadonlyMap<string, unknown>, max: number): ToolPart {
  if (part.type !== "tool-result" || part.output.type !== "text" || part.output.value.length <= max) return part;
  const { value } = part.output;
  const path = pathOf(inputs.get(part.toolCallId));
  const of = part.toolName === "read_file" && path ? `read ${path}` : part.toolName;
  const note = `(${of}, ${lineCount(value)} lines; ${part.toolName === "read_file" ? "read it" : "call it"} again if needed)`;
  return { ...part, output: { type: "text", value: max > OLD.answer ? `${value.slice(0, max - note.length)}…\n${note}` : note } };
}

const pathOf = (input: unknown): string | null =>
  input !== null && typeof input === "object" && "path" in input && typeof input.path === "string" ? input.path : null;

function shorterValue(value: unknown, max: number): unknown {
  if (typeof value === "string") return value.length > max ? `(${lineCount(value)} lines, left out here)` : value;
  if (Array.isArray(value)) return value.map((item) => shorterValue(item, max));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorterValue(item, max)]));
}

const LEFT_OUT = "… (the rest is left out)";
const beginning = (text: string, max: number) => `${text.slice(0, Math.max(0, max - LEFT_OUT.length))}${LEFT_OUT}`;
