/** What `npm run eval` is told on its command line. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export type EvalOptions = {
  model: string;
  /** Absolute path of the task file. */
  tasks: string;
  /** Ids of tasks, or null for all. */
  only: string[] | null;
  /** Absolute path of the folder for reports. */
  out: string;
  /** Absolute path of the folder with the recordings that `replay:*` answers from. */
  recordings: string;
  /** Absolute path of the folder that takes recordings of this run, or null. */
  record: string | null;
};

/** The task file and the recordings of this repository. */
export const TASKS = join(import.meta.dirname, "tasks.json");
export const RECORDINGS = join(import.meta.dirname, "recordings");
const REPORTS = join(import.meta.dirname, "reports");

export const USAGE = `npm run eval -- --model NAME [--tasks FILE] [--only id,id] [--out DIR] [--record DIR | --recordings DIR]

  --model       starter:builtin, any model of the platform such as compatible:qwen3,
                or replay:NAME, which answers from recordings
  --tasks       a task file (default eval/tasks.json)
  --only        the ids of the tasks to run
  --out         where the reports go (default eval/reports)
  --record      keeps what a compatible:NAME answers, for replay:NAME
  --recordings  where replay:NAME finds recordings (default eval/recordings)`;

/** A mistake of whoever called it, said in one line. */
export class UsageError extends Error {}

const OPTIONS = {
  model: { type: "string" },
  tasks: { type: "string" },
  only: { type: "string" },
  out: { type: "string" },
  recordings: { type: "string" },
  record: { type: "string" },
} as const;

/** Paths are relative to `from`, the folder the command was called in. */
export function parseOptions(args: string[], from: string): EvalOptions {
  const values = valuesOf(args);
  if (!values.model) throw new UsageError(`Name a model.\n\n${USAGE}`);
  if (!/^[a-z][a-z0-9-]*:\S+$/.test(values.model))
    throw new UsageError(`"${values.model}" is not the name of a model, such as starter:builtin.`);
  if (values.record && !values.model.startsWith("compatible:"))
    throw new UsageError("Only the answers of a compatible:NAME can be recorded.");
  const path = (given: string | undefined, usual: string) => (given ? resolve(from, given) : usual);
  return {
    model: values.model,
    tasks: path(values.tasks, TASKS),
    only: values.only === undefined ? null : values.only.split(",").map((id) => id.trim()),
    out: path(values.out, REPORTS),
    recordings: path(values.recordings, RECORDINGS),
    record: values.record ? resolve(from, values.record) : null,
  };
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
