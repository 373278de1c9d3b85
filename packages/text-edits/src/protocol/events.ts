/** What a model's answer in the text protocol comes to, piece by piece. Produced by the parser, carried out by the agent's loop. */
import type { PlanStep } from "@edgewright/contracts";
import type { Edit } from "../edit.ts";

export type ProtocolEvent =
  /** Prose for the person, as it comes in. */
  | { type: "text"; text: string }
  | { type: "file.begin"; path: string }
  /** `lines` so far, told every so many lines. */
  | { type: "file.progress"; path: string; lines: number }
  /** A whole file, told only when its end was seen. */
  | { type: "file"; path: string; text: string }
  | { type: "edit"; path: string; edits: Edit[] }
  | { type: "delete"; path: string }
  | { type: "read"; path: string }
  | { type: "rename"; from: string; to: string }
  | { type: "plan"; steps: PlanStep[] }
  | { type: "ask"; question: string; suggestions: string[] }
  | { type: "finish"; summary: string }
  /** What could not be carried out and why, for the model to put right. Nothing of it was taken. */
  | { type: "problem"; message: string };

/** A piece of an answer that is read line by line. */
export interface Block {
  /** Whether its lines are shown to the person as they come in. */
  readonly isShown: boolean;
  /** One line, with its end as it came. */
  take(line: string): TakenLine;
  /** The answer ended within it. */
  cut(): ProtocolEvent[];
}

export type TakenLine = { events: ProtocolEvent[]; done: boolean };

export const more = (...events: ProtocolEvent[]): TakenLine => ({ events, done: false });
export const done = (...events: ProtocolEvent[]): TakenLine => ({ events, done: true });
