/** The report of a run as Markdown: totals, a line for each task, and why those failed that did. */
import { type RunResult, sum, type TaskFailure, type TaskResult, type TokenSpend } from "./result.ts";

const count = (value: number) => Math.round(value).toLocaleString("en");
const seconds = (value: number) => (value >= 100 ? count(value) : value.toFixed(1));
const dollars = (cost: number | null) => (cost === null ? "–" : `$${cost.toFixed(cost < 0.1 ? 4 : 2)}`);
/** Text of a model or a page on one line: as code, and as text in which nothing is a mark. */
const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const code = (text: string) => `\`${flat(text).replaceAll("`", "'")}\``;
const plain = (text: string) => flat(text).replace(/[*_<`|\\]/g, (mark) => `\\${mark}`);

const tokens = ({ inputTokens, cachedTokens, outputTokens, cost }: TokenSpend) =>
  [count(inputTokens), count(cachedTokens), count(outputTokens), dollars(cost)] as const;

export function renderReport(run: RunResult): string {
  const passed = run.tasks.filter(({ failure }) => failure === null).length;
  const percent = run.tasks.length === 0 ? 0 : Math.round((100 * passed) / run.tasks.length);
  return `# Evaluation of ${run.model}

${run.startedAt.slice(0, 16).replace("T", " ")} UTC. **${passed} of ${run.tasks.length} tasks passed (${percent} %)** in ${seconds(run.seconds)} s.${
    run.stopped ? " The run was stopped before all tasks had their turn." : ""
  }

${table(["level", "passed"], levels(run.tasks))}

${table(
  ["task", "level", "result", "turns", "rounds", "of repair", "tokens in", "cached", "out", "cost", "build s", "all s"],
  [...run.tasks.map(taskLine), totalLine(run.tasks)],
)}

A task passes when every acceptance step of every turn came true in the browser. *Rounds* are turns of the model; *build* is the time from a message until its job had ended, *all* includes judging.
${failures(run.tasks)}`;
}

const table = (head: string[], rows: (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function levels(tasks: TaskResult[]): string[][] {
  const present = [...new Set(tasks.map(({ task }) => task.level))].sort();
  return present.map((level) => {
    const own = tasks.filter(({ task }) => task.level === level);
    return [String(level), `${own.filter(({ failure }) => failure === null).length} of ${own.length}`];
  });
}

const total = (turns: TaskResult["turns"], of: "rounds" | "fixRounds" | "seconds") => turns.reduce((all, turn) => all + turn[of], 0);

const figures = (turns: TaskResult["turns"], whole: number) => [
  String(turns.length),
  String(total(turns, "rounds")),
  String(total(turns, "fixRounds")),
  ...tokens(sum(turns)),
  seconds(total(turns, "seconds")),
  seconds(whole),
];

const taskLine = ({ task, failure, turns, seconds: whole }: TaskResult) => [
  `${plain(task.name)} (${code(task.id)})`,
  String(task.level),
  failure === null ? "passed" : "**failed**",
  ...figures(turns, whole),
];

const totalLine = (tasks: TaskResult[]) => [
  "**all**",
  "",
  "",
  ...figures(
    tasks.flatMap(({ turns }) => turns),
    tasks.reduce((all, task) => all + task.seconds, 0),
  ),
];

function failures(tasks: TaskResult[]): string {
  const failed = tasks.flatMap(({ task, failure, pageErrors }) => (failure ? [failureLine(task.id, failure, pageErrors)] : []));
  return failed.length === 0 ? "" : `\n## What failed\n\n${failed.join("\n")}\n`;
}

function failureLine(id: string, { turn, step, what, reason }: TaskFailure, [error]: readonly string[]): string {
  const where = step === 0 ? `turn ${turn}` : `turn ${turn}, step ${step}`;
  const thrown = error === undefined ? "" : `\n  - The app threw: ${plain(error.slice(0, 300))}`;
  return `- **${id}**, ${where}: ${code(what)}\n  - ${plain(reason)}${thrown}`;
}
