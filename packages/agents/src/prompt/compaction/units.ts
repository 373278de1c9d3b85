/** A conversation in pieces that may be left out one by one: a message, or a turn's calls with their answers. */

import type { ModelMessage } from "ai";
import { estimateTokens } from "../tokens.ts";

export type Unit = { messages: ModelMessage[]; tokens: number };

export const tokensOf = (messages: readonly ModelMessage[]): number =>
  messages.reduce((sum, message) => sum + estimateTokens(JSON.stringify(message)), 0);

export const unitOf = (messages: ModelMessage[]): Unit => ({ messages, tokens: tokensOf(messages) });

/** An answer to a call stays with the message that made the call: providers refuse one without the other. */
export function unitsOf(messages: readonly ModelMessage[]): Unit[] {
  const units: ModelMessage[][] = [];
  for (const message of messages) {
    const last = units.at(-1);
    if (message.role === "tool" && last) last.push(message);
    else units.push([message]);
  }
  return units.map(unitOf);
}

/** What a person or the model says in a message, without calls and answers. */
export function spoken({ role, content }: ModelMessage): string {
  if (typeof content === "string") return content;
  if (role === "tool") return "";
  return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}
