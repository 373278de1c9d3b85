/** A request for an app where there is none yet. */
import { automationFile } from "@edgewright/automations/files";
import type { FileMap, PlanStep } from "@edgewright/contracts";
import { type AppModel, hasPage, type View } from "../app-model.ts";
import { LANGUAGES } from "../knowledge/languages.ts";
import { sendNotices, withoutPosts } from "../notices/index.ts";
import type { Reading } from "../read/index.ts";
import { notBuilt, toldOf } from "../read/told.ts";
import { CONFIRMATION, outlineOf, understand } from "../read/understand.ts";
import { withAccent } from "../words/colours.ts";
import { FORMAT_PATH, withCurrency } from "../words/currency.ts";
import { namesOf } from "../words/table-names.ts";
import { escaped } from "../write/code.ts";
import { writeApp } from "../write/index.ts";
import { pagePath, viewPath } from "../write/view-parts.ts";
import { applyAnswer } from "./apply-answer.ts";
import { beyond, listed, saidOf } from "./beyond.ts";
import type { Decision, ToolUse } from "./decision.ts";

export const WHO_I_AM =
  "I am the starter model that is built into Edgewright: no AI service, but rules that turn a plain description into an app with tables, forms, lists, boards, calendars and charts.";

export const EXAMPLES = [
  "A todo list with title, due date, priority (low, medium, high) and done",
  "Expenses with amount, category and date; a chart of spending by category and month",
  "A CRM: companies and contacts, each contact belongs to a company",
  "Meeting room bookings with room, person, start and end, on a calendar",
];

/** `answer`: what the person said to the question about the request, which is applied to what is built of it. */
export function decideNewApp(request: string, files: FileMap, answer?: string): Decision {
  const limits = beyond(withoutPosts(request));
  const understood = understand(request);
  const language = understood.language && LANGUAGES[understood.language];
  if (language) return { kind: "ask", question: language.answer, suggestions: EXAMPLES };
  const named = understood.reading.tables.some(({ fields }) => fields.some(({ said }) => said));
  if (understood.reading.tables.length === 0 || (limits.length > 0 && !named))
    return {
      kind: "ask",
      question: `${limits.length > 0 ? `${saidOf(limits)} ` : openingOf(request)}${WHO_I_AM} What should the app keep track of, and which fields does each entry have?${wished(understood.reading)}`,
      suggestions: EXAMPLES,
    };
  if (understood.doubt && !understood.confirmed)
    return {
      kind: "ask",
      question: [understood.doubt, outlineOf(understood.built), ...toldOf(understood)].join("\n\n"),
      suggestions: [CONFIRMATION],
    };
  const { left } = sendNotices(understood);
  const answered = answer === undefined ? null : applyAnswer(answer, understood);
  // Rows that came along are not mixed with made-up ones.
  const model: AppModel = {
    ...(answered?.model ?? understood.built.model),
    ...(understood.reading.rows === 0 && !understood.reading.behaviours.poll && { samples: 1 }),
  };
  const written = writeApp(model);
  const steps = stepsOf(model);
  return {
    kind: "work",
    intro: introOf(model),
    steps,
    uses: [...inOrder(written, steps), ...aroundIt(model, files)],
    summary: [summaryOf(model), ...(answered?.told ?? []), ...toldOf({ ...understood, left }), limits.length > 0 ? saidOf(limits) : ""]
      .filter(Boolean)
      .join("\n\n"),
  };
}

const wished = ({ wishes }: Reading): string => (wishes.length > 0 ? `\n\n${notBuilt(wishes)}` : "");

const GREETING = /^\s*(?:hello|hi|hey|good (?:morning|afternoon|evening)|thanks?|thank you)\b/i;

const openingOf = (request: string): string =>
  GREETING.test(request) ? "Hello. " : request.trim() === "" ? "" : "I could not read an app out of that. ";

const introOf = (model: AppModel): string => {
  const tables = listed(model.schema.tables.map((table) => namesOf(table).many));
  const views = listed([...new Set(model.views.flatMap((view) => (view.kind === "list" && view.where.length === 0 ? [] : kindOf(view))))]);
  return `I read this as an app about ${tables}${views ? `, with ${views}` : ""}. Tables first, then the screens.`;
};

const KINDS: Record<View["kind"], string> = {
  overview: "a start page",
  list: "a filtered list",
  board: "a board",
  calendar: "a calendar",
  chart: "charts",
  form: "a form for visitors",
  poll: "a vote",
  daily: "boxes to tick off each day",
  free: "a list of what is free",
  foreign: "a screen",
};
const kindOf = (view: View): string => KINDS[view.kind];

/** Tables, then each table's form and list, then the other screens, then what holds them together. */
function stepsOf(model: AppModel): PlanStep[] {
  const { tables } = model.schema;
  const steps: PlanStep[] = [
    {
      id: "tables",
      title: `Tables: ${tables.map((table) => namesOf(table).many).join(", ")}`,
      files: ["data/schema.json", ...tables.map(({ name }) => `src/data/${name}.ts`)],
    },
  ];
  for (const table of tables) {
    const { Type, many } = namesOf(table);
    const lists = model.views.filter((view) => view.kind === "list" && view.table === table.name && view.where.length === 0).map(viewPath);
    const page = hasPage(model, table.name) ? [pagePath(table)] : [];
    steps.push({
      id: table.name,
      title: `${many.charAt(0).toUpperCase()}${many.slice(1)}: form and list${page.length > 0 ? ", a page for each" : ""}`,
      files: [`src/forms/${Type}Form.tsx`, `src/tables/${Type}Table.tsx`, ...lists, ...page],
    });
  }
  for (const view of model.views) {
    if (view.kind === "foreign" || (view.kind === "list" && view.where.length === 0)) continue;
    steps.push({ id: view.key, title: stepTitle(view), files: [viewPath(view)] });
  }
  steps.push({
    id: "app",
    title: "Name, navigation and look",
    files: [
      "app.json",
      "data/samples.json",
      ...Object.keys(model.automations ?? {}).map(automationFile),
      "index.html",
      "src/styles.css",
      "src/screens.ts",
      "src/App.tsx",
    ],
  });
  return steps.slice(0, 20);
}

const stepTitle = (view: View): string =>
  view.kind === "list" ? `List: ${view.title}` : `${view.title} (${kindOf(view).replace(/^an? /, "")})`;

/** The files in the order of the plan. */
function inOrder(written: FileMap, steps: PlanStep[]): ToolUse[] {
  const planned = steps.flatMap(({ files }) => files).filter((path) => Object.hasOwn(written, path));
  const paths = [...new Set([...planned, ...Object.keys(written)])];
  return paths.map((path) => ({ tool: "write_file", input: { path, text: written[path]! } }));
}

/** The currency, the page's title, the accent, and the welcome screen that is no longer needed. */
function aroundIt(model: AppModel, files: FileMap): ToolUse[] {
  const uses: ToolUse[] = [];
  const format = files[FORMAT_PATH];
  const inCurrency = format ? withCurrency(format, model.currency) : null;
  if (format && inCurrency && inCurrency !== format)
    uses.push({ tool: "edit_file", input: { path: FORMAT_PATH, edits: accentEdits(format, inCurrency) } });
  const html = files["index.html"];
  const title = html && /<title>[^<]*<\/title>/.exec(html)?.[0];
  if (title)
    uses.push({
      tool: "edit_file",
      input: { path: "index.html", edits: [{ search: title, replace: `<title>${escaped(model.manifest.name)}</title>` }] },
    });
  const css = files["src/styles.css"];
  const themed = css ? withAccent(css, model.accent) : null;
  if (css && themed) {
    const edits = accentEdits(css, themed);
    if (edits.length > 0) uses.push({ tool: "edit_file", input: { path: "src/styles.css", edits } });
  }
  if (Object.hasOwn(files, "src/views/Welcome.tsx")) uses.push({ tool: "delete_file", input: { path: "src/views/Welcome.tsx" } });
  return uses;
}

export function accentEdits(before: string, after: string): { search: string; replace: string }[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return old.flatMap((line, index) => (line === now[index] ? [] : [{ search: line, replace: now[index]! }]));
}

function summaryOf(model: AppModel): string {
  const tables = listed(model.schema.tables.map((table) => namesOf(table).many));
  const others = model.views.filter((view) => view.kind !== "list" || view.where.length > 0).map((view) => `“${view.title}”`);
  const pages = model.schema.tables.filter((table) => hasPage(model, table.name)).map((table) => namesOf(table).one);
  const parts = [`You can now add, search and change ${tables}${others.length > 0 ? `, and see ${listed(others)}` : ""}.`];
  if (pages.length > 0) parts.push(`Each ${listed(pages)} has a page with what belongs to it.`);
  const form = model.views.find(({ kind }) => kind === "form");
  if (model.samples !== undefined) parts.push("The rows in it are samples, which one press clears.");
  if (form?.kind === "form" && form.steps) parts.push("The form is filled in step by step, with all of it before it is sent.");
  if (form && model.manifest.visibility === "link")
    parts.push("Anyone with the link can send the form; what came in is seen by members only.");
  return parts.join(" ");
}
