/** The tools a model has to work on an app. Their arguments come from outside and are parsed here. */
import { PlanStep, QUESTIONS_MAX, Question } from "@edgewright/contracts";
import { type ToolSet, tool } from "ai";
import { z } from "zod";

const path = z.string().max(1000).describe("Relative to the app, such as src/views/Tasks.tsx");

const under = z.string().max(1000).optional().describe("A folder or a file, such as src/views. Everything when left out");
const line = z.number().int().min(1).optional();

export const SHAPES = {
  list_files: z.object({ under }),
  read_file: z.object({ path, from: line.describe("First line, from 1"), to: line.describe("Last line") }),
  search: z.object({
    pattern: z.string().min(1).max(2000).describe("A regular expression (RE2), for one line"),
    flags: z.string().max(10).optional().describe("i: upper and lower case alike"),
    under,
    context: z.number().int().min(0).max(10).optional().describe("Lines shown before and after each hit"),
  }),
  outline: z.object({ under }),
  diagnostics: z.object({}),
  runtime_errors: z.object({}),
  data_schema: z.object({}),
  versions: z.object({}),
  restore_version: z.object({ number: z.number().int().min(1) }),
  plan: z.object({ steps: z.array(PlanStep).min(1).max(20) }),
  write_file: z.object({ path, text: z.string() }),
  edit_file: z.object({
    path,
    edits: z
      .array(z.object({ search: z.string().min(1), replace: z.string() }))
      .min(1)
      .max(100),
  }),
  rename_file: z.object({ from: path, to: path }),
  delete_file: z.object({ path }),
  ask: z.object({ text: z.string().max(2000).default(""), questions: z.array(Question).min(1).max(QUESTIONS_MAX) }),
  finish: z.object({ summary: z.string().max(4000) }),
} as const;
export type ToolName = keyof typeof SHAPES;

const DESCRIPTIONS: Record<ToolName, string> = {
  list_files: "Lists the app's files with their sizes.",
  read_file: "Reads a file, or lines of it: those come with their numbers, which are not part of the file.",
  search: "Finds lines in the app's files.",
  outline: "What files export, with parameters and types, and which files they use.",
  diagnostics: "What the type checker says of the app as it is now, with the lines around.",
  runtime_errors: "Errors that were seen in the running app, in the browser and on the server, with their place and number.",
  data_schema: "The app's tables: their fields, and who may read and write them.",
  versions: "The app's versions, newest first: what each was made from, and its message. Versions with the same files have the same mark.",
  restore_version: "Puts the files back to what they were in a version: to undo, or to go back where somebody asks for it.",
  plan: "Says in a few steps what will be done, before any file is written. Each step names the files it touches.",
  write_file: "Writes a whole file, new or in place of the one that is there.",
  edit_file:
    "Replaces pieces of a file. Each search text must name one place: copy the lines exactly, with enough around them. All of the edits are made, or none.",
  rename_file: "Moves a file.",
  delete_file: "Deletes a file.",
  ask: "Asks the person up to five questions in one card and waits for the answers. Only when what matters cannot be guessed. Give each a suggested answer; options for a choice.",
  finish: "Ends the work with a short summary for the person.",
};

const SCHEMAS: Record<string, z.ZodType<unknown>> = SHAPES;

export const TOOLS: ToolSet = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, inputSchema]) => [name, tool({ description: DESCRIPTIONS[name as ToolName], inputSchema })]),
);

export const isToolName = (name: string): name is ToolName => Object.hasOwn(SHAPES, name);
