/** Plays the agent's part around the model, for its tests: keeps the files in memory and answers its tool calls. */
import type { LanguageModelV4, LanguageModelV4Prompt, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import type { FileMap, PlanStep } from "@edgewright/contracts";

export type Played = {
  files: FileMap;
  /** The versions that there are, oldest first; the last is current. */
  versions: readonly { files: FileMap; parent: number | null }[];
  said: string;
  plan: PlanStep[];
  asked: { question: string; suggestions: string[] } | null;
  summary: string | null;
  refused: string[];
  changed: string[];
  prompt: LanguageModelV4Prompt;
};

const TURNS_MAX = 12;

/** One message of a person, until the model finishes or asks. `before` is what was said earlier. */
export async function play(
  model: LanguageModelV4,
  files: FileMap,
  request: string,
  before: LanguageModelV4Prompt = [],
  versions: Played["versions"] = [],
): Promise<Played> {
  const prompt: LanguageModelV4Prompt = [...before, { role: "user", content: [{ type: "text", text: request }] }];
  return goOn(model, { files: { ...files }, versions, said: "", plan: [], asked: null, summary: null, refused: [], changed: [], prompt });
}

export async function goOn(model: LanguageModelV4, played: Played): Promise<Played> {
  played.summary = null;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const { stream } = await model.doStream({ prompt: [{ role: "system", content: "You build apps." }, ...played.prompt] });
    const calls = await taken(stream, played);
    if (calls.length === 0) throw new Error("The model called no tool");
    const results = calls.map((call) => ({
      type: "tool-result" as const,
      toolCallId: call.toolCallId,
      toolName: call.toolName,
      output: { type: "text" as const, value: perform(played, call.toolName, JSON.parse(call.input)) },
    }));
    played.prompt.push(
      {
        role: "assistant",
        content: calls.map((call) => ({
          type: "tool-call",
          toolCallId: call.toolCallId,
          toolName: call.toolName,
          input: JSON.parse(call.input),
        })),
      },
      { role: "tool", content: results },
    );
    if (played.asked || played.summary !== null) return played;
  }
  throw new Error(`The model did not finish within ${TURNS_MAX} turns`);
}

type Call = Extract<LanguageModelV4StreamPart, { type: "tool-call" }>;

async function taken(stream: ReadableStream<LanguageModelV4StreamPart>, played: Played): Promise<Call[]> {
  const calls: Call[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (next.value.type === "text-delta") played.said += next.value.delta;
    if (next.value.type === "tool-call") calls.push(next.value);
  }
  return calls;
}

type Input = {
  path: string;
  text: string;
  edits: { search: string; replace: string }[];
  steps: PlanStep[];
  questions: { options: string[] }[];
  summary: string;
  from: string;
  to: string;
  number: number;
};

function perform(played: Played, tool: string, input: Input): string {
  const { files } = played;
  switch (tool) {
    case "list_files":
      return Object.entries(files)
        .map(([path, text]) => `${path} (${text.split("\n").length} lines)`)
        .join("\n");
    case "read_file":
      return files[input.path] ?? refuse(played, `There is no file ${input.path}.`);
    case "versions":
      return played.versions
        .map(({ files: kept, parent }, at) => {
          const mark = played.versions.findIndex((other) => JSON.stringify(other.files) === JSON.stringify(kept));
          return `${at + 1}${at + 1 === played.versions.length ? " (current)" : ""}, made from ${parent ?? "nothing"}, files f${mark}: message`;
        })
        .join("\n");
    case "restore_version":
      played.files = { ...played.versions[input.number - 1]?.files };
      return `The files are those of version ${input.number}.`;
    case "plan":
      played.plan = input.steps;
      return "Go on.";
    case "write_file":
      files[input.path] = input.text;
      played.changed.push(input.path);
      return `Wrote ${input.path}.`;
    case "edit_file":
      return edit(played, input);
    case "rename_file":
      if (!Object.hasOwn(files, input.from)) return refuse(played, `There is no file ${input.from}.`);
      files[input.to] = files[input.from]!;
      delete files[input.from];
      played.changed.push(input.from, input.to);
      return `Moved ${input.from} to ${input.to}.`;
    case "delete_file":
      if (!Object.hasOwn(files, input.path)) return refuse(played, `There is no file ${input.path}.`);
      delete files[input.path];
      played.changed.push(input.path);
      return `Deleted ${input.path}.`;
    case "ask":
      played.asked = { question: input.text, suggestions: input.questions[0]?.options ?? [] };
      return "The person is asked.";
    case "finish":
      played.summary = input.summary;
      return "The checks run now.";
    default:
      return refuse(played, `There is no tool ${tool}.`);
  }
}

function refuse(played: Played, message: string): string {
  played.refused.push(message);
  return `Refused (not_found): ${message}`;
}

function edit(played: Played, { path, edits }: Input): string {
  const text = played.files[path];
  if (text === undefined) return refuse(played, `There is no file ${path}.`);
  let edited = text;
  for (const { search, replace } of edits) {
    const pieces = text.split(search);
    if (pieces.length !== 2) return refuse(played, `${path}: ${JSON.stringify(search)} is there ${pieces.length - 1} times.`);
    edited = edited.split(search).join(replace);
  }
  played.files[path] = edited;
  played.changed.push(path);
  return `Wrote ${path}.`;
}
