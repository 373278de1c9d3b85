/** What a job's model is told before its first turn: the instructions with the app's outline, and the messages up to the request. */
import type { MessageRecord } from "@edgewright/chat";
import type { FileMap } from "@edgewright/contracts";
import { pauser } from "@edgewright/core";
import type { ModelMessage } from "ai";
import { buildContext, compactAsItGrew } from "./index.ts";
import { briefText, INSTRUCTIONS, steeringText } from "./instructions.ts";
import type { Window } from "./window.ts";

export type FirstMessagesInput = {
  files: FileMap;
  /** What was said in the session before, oldest first. */
  before: MessageRecord[];
  /** What earlier rounds of questions have settled. */
  briefs: string[];
  /** The text about earlier work that this job continues. */
  goingOn: string | null;
  request: string;
  /** What was said while earlier jobs worked on this request, which begins anew or is gone on with. */
  since: MessageRecord[];
  /** Files that were changed last, or in which something is wrong. */
  recent: string[];
};

export async function firstMessages(
  { files, before, briefs, goingOn, request, since, recent }: FirstMessagesInput,
  window: Window,
): Promise<{ instructions: string; messages: ModelMessage[] }> {
  const conversation = [...before, ...since].map(({ text }) => text);
  const { stable, focus } = await buildContext({ files, request, conversation, recent, budgetTokens: window.contextTokens }, pauser());
  const said = (text: string): ModelMessage => ({ role: "user", content: text });
  return {
    instructions: `${INSTRUCTIONS}\n\n${stable}`,
    // What changes least comes first; the request last, since it is what the model works on.
    messages: [
      ...(briefs.length > 0 ? [said(briefText(briefs))] : []),
      ...compactAsItGrew(before.map(modelMessage), window.earlierTokens),
      ...(focus === "" ? [] : [said(focus)]),
      ...(goingOn === null ? [] : [said(goingOn)]),
      said(request),
      // The last word is a person's, to be answered.
      ...since.slice(0, since.findLastIndex(({ role }) => role === "user") + 1).map(addedMessage),
    ],
  };
}

const addedMessage = ({ role, text }: MessageRecord): ModelMessage =>
  role === "assistant" ? { role: "assistant", content: text } : { role: "user", content: steeringText(text) };

const modelMessage = ({ role, text }: MessageRecord): ModelMessage =>
  role === "assistant" ? { role: "assistant", content: text } : { role: "user", content: text };
