/** What stands in the place of messages that were left out: one message with what holds on of them. It can be read back, and grow. */

import { first } from "@edgewright/core";
import type { ModelMessage } from "ai";
import { estimateTokens } from "../tokens.ts";
import { oneLine, remarksOf } from "./remarks.ts";
import { spoken } from "./units.ts";

const HEAD = "Earlier in this conversation, in short; the rest was left out to make room. Read files again where they matter.";

/** In the order in which they give way last to first: when room is short, what was said goes first. */
const SECTIONS = {
  wishes: "Wishes that hold on:",
  decisions: "Decided:",
  questions: "Questions that came up, some of them answered since:",
  names: "Files and names:",
  said: "What was said:",
} as const;
type Section = keyof typeof SECTIONS;
const ORDER = Object.keys(SECTIONS) as Section[];

/** Lines of each section, oldest first, none twice. */
export type Digest = Record<Section, string[]>;

const LINES_MAX: Record<Section, number> = { wishes: 60, decisions: 40, questions: 12, names: 60, said: 60 };
const SAID_MAX = 300;

/** `isTold` recognizes messages that the platform wrote in the person's place: what they quote is not a wish of the person. */
export function digestOf(messages: readonly ModelMessage[], isTold: (text: string) => boolean): Digest {
  const digest: Digest = { wishes: [], decisions: [], questions: [], names: [], said: [] };
  for (const message of messages) {
    const text = spoken(message);
    if (isDigest(message)) takeBack(digest, text);
    else take(digest, message, text, isTold(text));
  }
  for (const section of ORDER) digest[section] = [...new Set(digest[section].toReversed())].toReversed().slice(-LINES_MAX[section]);
  return digest;
}

function take(digest: Digest, message: ModelMessage, text: string, told: boolean): void {
  digest.names.push(...pathsOf(message));
  if (text.trim() === "") return;
  if (message.role === "user" && told) {
    digest.said.push(`Told: ${oneLine(first(text.split("\n")), SAID_MAX)}`);
    return;
  }
  const { wishes, decisions, questions, names } = remarksOf(text);
  if (message.role === "user") digest.wishes.push(...wishes);
  digest.decisions.push(...decisions);
  digest.questions.push(...questions);
  digest.names.push(...names);
  digest.said.push(`${message.role === "user" ? "Person" : "You"}: ${oneLine(text, SAID_MAX)}`);
}

function pathsOf({ role, content }: ModelMessage): string[] {
  if (role !== "assistant" || typeof content === "string") return [];
  return content.flatMap((part) => {
    if (part.type !== "tool-call" || part.input === null || typeof part.input !== "object") return [];
    return "path" in part.input && typeof part.input.path === "string" ? [oneLine(part.input.path, 200)] : [];
  });
}

export const isDigest = (message: ModelMessage): boolean => message.role === "user" && spoken(message).startsWith(HEAD);

/** null when nothing fits. Of each section the newest lines are kept, as far as the ones before it leave room. */
export function digestMessage(digest: Digest, budgetTokens: number): ModelMessage | null {
  const lines: string[] = [];
  let left = budgetTokens - estimateTokens(JSON.stringify({ role: "user", content: HEAD }));
  for (const section of ORDER) {
    const kept: string[] = [];
    let room = left - cost(`\n${SECTIONS[section]}`);
    for (const line of digest[section].toReversed()) {
      room -= cost(`- ${line}`);
      if (room < 0) break;
      kept.unshift(`- ${line}`);
      left = room;
    }
    if (kept.length > 0) lines.push("", SECTIONS[section], ...kept);
  }
  return lines.length === 0 ? null : { role: "user", content: [HEAD, ...lines].join("\n") };
}

const cost = (line: string) => estimateTokens(JSON.stringify(`${line}\n`));

function takeBack(digest: Digest, text: string): void {
  let section: Section | null = null;
  for (const line of text.split("\n")) {
    const heading = ORDER.find((candidate) => SECTIONS[candidate] === line);
    if (heading) section = heading;
    else if (section && line.startsWith("- ")) digest[section].push(line.slice(2));
  }
}
