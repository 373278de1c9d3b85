/** What has been said and done so far, read from the messages a model is given. */
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { FileMap } from "@edgewright/contracts";
import { CONFIRMATION } from "../read/understand.ts";

export type Conversation = {
  /** What the person asked for last. */
  request: string;
  /** What the person said before, the newest last. */
  earlier: string[];
  /** The app's files as they were read at the start of this work. */
  files: FileMap;
  /** The app's paths, or null while they have not been listed. */
  paths: string[] | null;
  /** The app's versions as they were listed, or null while they have not been. */
  versions: string | null;
  /** Whether the changes of this work have been made. */
  worked: boolean;
  /** Changes that were refused, as the tools said it. */
  refused: string[];
  /** What the model said before. */
  told: string[];
  /** Earlier work on this request broke off, and this goes on from it. */
  goesOn: boolean;
  /** The person was asked in this work already. */
  asked: boolean;
  /** The person let the plan stand: `whole` as it was, `struck` without some of its steps. */
  approved: "whole" | "struck" | null;
  /** What the checks, or a merge, want repaired; and how often that was so. */
  findings: string | null;
  rounds: number;
};

const FINDINGS = "The app does not pass its checks yet.";
const CONFLICT = "While you worked, a person changed the same places.";
const isRepair = (text: string) => text.startsWith(FINDINGS) || text.startsWith(CONFLICT);
const APPROVED = /^The person approved this plan\./;
const STRUCK = /^The person struck these steps/m;
/** A change that came before the plan was approved: it was never tried. */
const TOO_EARLY = /^Refused \(plan_required\)/;
const CHANGING = new Set(["write_file", "edit_file", "rename_file", "delete_file", "restore_version"]);
/** Calls after which a request needs no more. */
const ENDING = new Set([...CHANGING, "ask", "finish"]);
/** How a message that came while this work was going on is told. */
const STEERING = /^While you work, the person adds:\s*/;

/** The person leaves it to the agent, and nothing was suggested. */
export const YOU_DECIDE = "You decide";

type Message = LanguageModelV4Prompt[number];

const textOf = (message: Message): string =>
  message.role === "user" ? message.content.map((part) => (part.type === "text" ? part.text : "")).join("\n") : "";

/** How what was written on GitHub is told (packages/github/src/rules): each of its lines is marked, and the wish is in them. */
const QUOTED = /^What follows is from GitHub [^\n]*\n+((?:>[^\n]*\n?)+)$/m;

function wishOf(message: Message): string {
  const text = textOf(message).replace(STEERING, "");
  const quoted = QUOTED.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replaceAll(/^> ?/gm, "").trim();
}

export function readConversation(prompt: LanguageModelV4Prompt): Conversation {
  const { start, from } = startOf(prompt);
  const own = prompt.slice(from).filter((message) => !isRequest(message) && !isApproval(message));
  const approval = prompt.slice(from).findLast(isApproval);
  const last = own.findLastIndex((message) => message.role === "user");
  const conversation: Conversation = {
    request: start >= 0 ? requestAt(prompt, start) : "",
    earlier: prompt.slice(0, Math.max(start, 0)).flatMap((message) => (isRequest(message) ? [wishOf(message)] : [])),
    files: {},
    paths: null,
    versions: null,
    worked: false,
    refused: [],
    told: prompt.flatMap(saidIn),
    goesOn: prompt.some((message) => BROKE_OFF.test(textOf(message))),
    approved: approval ? (STRUCK.test(textOf(approval)) ? "struck" : "whole") : null,
    asked: prompt.some((message) => callsOf(message).includes("ask")) || isLeft(prompt[start]),
    findings: last >= 0 ? textOf(own[last]!) : null,
    rounds: own.filter((message) => message.role === "user").length,
  };
  const inputs = callInputs(own);
  for (const message of own) if (message.role === "tool") takeResults(conversation, message, inputs);
  return conversation;
}

/** How a question that was left to the agent is told. */
const LEFT_TO_ME = /^[^\n]*\n→ you decide(?:; you suggested ([\s\S]+))?$/;

const isLeft = (message: Message | undefined): boolean => message !== undefined && LEFT_TO_ME.test(textOf(message).replace(STEERING, ""));

/** An answer that lets the outline stand, or leaves the decision to the agent, is said about the request before it. */
function requestAt(prompt: LanguageModelV4Prompt, at: number): string {
  const said = wishOf(prompt[at]!);
  const left = LEFT_TO_ME.exec(said);
  const text = left ? (left[1] ?? YOU_DECIDE) : said;
  if (!text.includes(CONFIRMATION)) return text;
  const before = prompt.slice(0, at).findLast((message) => isRequest(message) && !textOf(message).includes(CONFIRMATION));
  return before ? `${wishOf(before)}\n${CONFIRMATION}` : text;
}

/** What the platform says of the work beside the person's own words. */
const ABOUT = /^(?:Files that the next request seems to be about|Settled earlier with the person:|This work was begun and broke off)/;
const BROKE_OFF = /^This work was begun and broke off/;

const isApproval = (message: Message) => APPROVED.test(textOf(message));
const isRequest = (message: Message) =>
  message.role === "user" && !isRepair(textOf(message)) && !isApproval(message) && !ABOUT.test(textOf(message));

/**
 * The request that is worked on: the last one, unless it came while an earlier one was still being read. That one is
 * done first, and what came meanwhile after it.
 */
function startOf(prompt: LanguageModelV4Prompt): { start: number; from: number } {
  const requests = prompt.flatMap((message, index) => (isRequest(message) ? [index] : []));
  const steering = requests.filter((index) => STEERING.test(textOf(prompt[index]!)));
  let start = requests.findLast((index) => !steering.includes(index)) ?? -1;
  let from = start + 1;
  for (const next of steering.filter((index) => index > start)) {
    const done = prompt.findIndex((message, index) => index >= from && isDone(message, prompt[index + 1]));
    if (done < 0) break;
    start = next;
    // After the answers to the calls that did it.
    from = Math.max(next + 1, done + 2);
  }
  return { start, from };
}

/** Words without a call are those of earlier work on the request, which ended with them. */
const isDone = (message: Message, answers: Message | undefined): boolean =>
  (message.role === "assistant" && callsOf(message).length === 0) ||
  (callsOf(message).some((name) => ENDING.has(name)) && !(answers?.role === "tool" && answers.content.some(isTooEarly)));

const isTooEarly = (part: ToolPart): boolean => part.type === "tool-result" && TOO_EARLY.test(resultText(part));

const saidIn = (message: Message): string[] =>
  message.role === "assistant" ? message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])) : [];

const callsOf = (message: Message): string[] =>
  message.role === "assistant" ? message.content.flatMap((part) => (part.type === "tool-call" ? [part.toolName] : [])) : [];

type ToolPart = Extract<Message, { role: "tool" }>["content"][number];

const resultText = ({ output }: Extract<ToolPart, { type: "tool-result" }>): string =>
  output.type === "text" || output.type === "error-text" ? output.value : "value" in output ? String(output.value) : "";

type Call = { name: string; path: string };

function callInputs(messages: readonly Message[]): Map<string, Call> {
  const calls = new Map<string, Call>();
  for (const message of messages) {
    if (message.role !== "assistant") continue;
    for (const part of message.content) {
      if (part.type === "tool-call") calls.set(part.toolCallId, { name: part.toolName, path: pathIn(part.input) });
    }
  }
  return calls;
}

function pathIn(input: unknown): string {
  const given: unknown = typeof input === "string" ? parsed(input) : input;
  return given !== null && typeof given === "object" && "path" in given && typeof given.path === "string" ? given.path : "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function takeResults(conversation: Conversation, message: Extract<Message, { role: "tool" }>, calls: Map<string, Call>): void {
  for (const part of message.content) {
    if (part.type !== "tool-result") continue;
    const call = calls.get(part.toolCallId);
    const text = resultText(part);
    if (!call || TOO_EARLY.test(text)) continue;
    const refused = /^Refused \(/.test(text);
    if (call.name === "versions" && !refused) conversation.versions = text;
    else if (call.name === "list_files") conversation.paths = pathsIn(text);
    else if (call.name === "read_file" && !refused && !conversation.worked) conversation.files[call.path] = text;
    else if (CHANGING.has(call.name)) {
      conversation.worked = true;
      if (refused) conversation.refused.push(text);
    }
  }
}

const pathsIn = (listing: string): string[] => listing.split("\n").flatMap((line) => /^(.+) \(\d+ lines?\)$/.exec(line)?.[1] ?? []);
