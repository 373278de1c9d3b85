/** A reference app as the answers of a model that writes it: aimock's fixture format, two answers for each turn. */
import { at, textOf } from "@edgewright/core";
import type { ReferenceTurn } from "./reference.ts";
import type { Task } from "./task.ts";

type Call = { name: string; arguments: unknown };
type Fixture = { match: { userMessage: string; hasToolResult: boolean }; response: { content?: string; toolCalls: Call[] } };
export type Recording = { fixtures: Fixture[] };

export function recordingOf(task: Task, turns: ReferenceTurn[]): Recording {
  return { fixtures: turns.flatMap((turn, index) => fixturesOf(at(task.turns, index).prompt, turn)) };
}

/** First the plan and every file, then, once these calls have their results, the end. */
function fixturesOf(prompt: string, { says, steps, files, deletes, summary }: ReferenceTurn): Fixture[] {
  const work: Call[] = [
    { name: "plan", arguments: { steps } },
    ...inOrder(
      steps.flatMap((step) => step.files),
      files,
    ).map(([path, text]) => ({ name: "write_file", arguments: { path, text } })),
    ...deletes.map((path) => ({ name: "delete_file", arguments: { path } })),
  ];
  return [
    { match: { userMessage: prompt, hasToolResult: false }, response: { content: says, toolCalls: work } },
    { match: { userMessage: prompt, hasToolResult: true }, response: { toolCalls: [{ name: "finish", arguments: { summary } }] } },
  ];
}

function inOrder(planned: string[], files: Record<string, string>): [path: string, text: string][] {
  const missing = Object.keys(files).filter((path) => !planned.includes(path));
  if (missing.length > 0) throw new Error(`No step of the plan names ${missing.join(", ")}`);
  return planned.map((path) => [path, textOf(files, path)]);
}

export const recordingText = (recording: Recording): string => `${JSON.stringify(recording, null, 2)}\n`;
