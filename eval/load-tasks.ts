/** Reads a task file; what is wrong in it is named by its place, in the words that contracts have for it. */
import "@edgewright/contracts";
import { readFileSync } from "node:fs";
import { UsageError } from "./options.ts";
import { type Task, TaskFile } from "./task.ts";

const PROBLEMS_SHOWN = 8;

export function loadTasks(path: string, only: string[] | null): Task[] {
  const tasks = parseTasks(path, textOf(path));
  if (only === null) return tasks;
  const unknown = only.filter((id) => !tasks.some((task) => task.id === id));
  if (unknown.length > 0)
    throw new UsageError(`There is no task ${unknown.join(", ")} in ${path}. There are: ${tasks.map(({ id }) => id).join(", ")}.`);
  return tasks.filter(({ id }) => only.includes(id));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`The task file ${path} cannot be read: ${(error as Error).message}`);
  }
}

export function parseTasks(path: string, text: string): Task[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
  const parsed = TaskFile.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${placeOf(raw, issue.path)}: ${issue.message}`);
  const more = problems.length > PROBLEMS_SHOWN ? `\n  … and ${problems.length - PROBLEMS_SHOWN} more` : "";
  throw new UsageError(`${path} is not a task file:\n${problems.slice(0, PROBLEMS_SHOWN).join("\n")}${more}`);
}

/** `[2] (crm) .turns[0].accept[3].text` */
function placeOf(raw: unknown, path: readonly PropertyKey[]): string {
  const [index, ...rest] = path;
  if (typeof index !== "number") return path.length === 0 ? "the file" : path.join(".");
  const task: unknown = Array.isArray(raw) ? raw[index] : undefined;
  const id = task !== null && typeof task === "object" && "id" in task ? ` (${String(task.id)})` : "";
  return `[${index}]${id} ${rest.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("")}`.trim();
}
