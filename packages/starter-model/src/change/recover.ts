/** Reads an app's files back into its model. A screen that is no longer as the model writes them is a foreign one, and is left alone. */
import { readAutomations } from "@edgewright/automations/files";
import { AppManifest, AppSchema, type FileMap, type RowSort, type Table } from "@edgewright/contracts";
import type { AppModel, ChartOf, Condition, ListTool, ScreenIcon, View } from "../app-model.ts";
import { accentOf } from "../words/colours.ts";
import { currencyOf, FORMAT_PATH } from "../words/currency.ts";
import { namesOf } from "../words/table-names.ts";
import { figuresIn } from "../write/figures.ts";
import { fromTodayIn } from "../write/from-today.ts";
import { markIn } from "../write/marks.ts";
import { SAMPLES_PATH, samplesIn } from "../write/samples-file.ts";

/** `null` where the manifest or the tables cannot be read. */
export function recoverModel(files: FileMap): AppModel | null {
  const manifest = AppManifest.safeParse(jsonOf(files["app.json"]));
  const schema = AppSchema.safeParse(jsonOf(files["data/schema.json"]));
  if (!manifest.success || !schema.success) return null;
  const { tables } = schema.data;
  const views = screensIn(files["src/screens.ts"] ?? "").map((screen) => viewOf(screen, files, tables));
  const marks = tables.flatMap((table) => markIn(table.name, files[`src/tables/${namesOf(table).Type}Table.tsx`] ?? "") ?? []);
  const fromToday = tables.flatMap(({ name }) => fromTodayIn(name, files[`src/data/${name}.ts`] ?? ""));
  const accent = accentOf(files["src/styles.css"] ?? "");
  const currency = currencyOf(files[FORMAT_PATH] ?? "");
  return {
    manifest: manifest.data,
    schema: schema.data,
    accent,
    currency,
    views,
    marks,
    fromToday,
    ...samplesIn(files[SAMPLES_PATH] ?? ""),
    automations: readAutomations(files),
  };
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

type Screen = { key: string; path: string; title: string; icon: ScreenIcon; own?: string };

const SCREEN = /^ {2}(\w+): \{\s*path: ("(?:[^"\\]|\\.)*"),\s*title: ("(?:[^"\\]|\\.)*"),\s*icon: (?:"(\w+)"|(\w+)),?\s*\}/gm;

const screensIn = (text: string): Screen[] =>
  [...text.matchAll(SCREEN)].map(([, key, path, title, icon, own]) => ({
    key: key!,
    path: JSON.parse(path!),
    title: JSON.parse(title!),
    icon: (icon ?? "list") as ScreenIcon,
    ...(own !== undefined && { own }),
  }));

function viewOf(screen: Screen, files: FileMap, tables: Table[]): View {
  const component =
    new RegExp(`screens\\.${screen.key}\\.path\\}\\s+element=\\{<(\\w+)`).exec(files["src/App.tsx"] ?? "")?.[1] ?? screen.key;
  const text = files[`src/views/${component}.tsx`] ?? "";
  const table = /useTable<\w+>\("(\w+)"/.exec(text)?.[1];
  if (component.toLowerCase() === screen.key.toLowerCase() && table && tables.some(({ name }) => name === table)) {
    const own = ownView(screen, table, text);
    if (own) return own;
  }
  return { ...screen, kind: "foreign", component };
}

/** It follows from the rest of the app; the form in it is of the table that rows are added to. */
const OVERVIEW = /\/\*\* How things stand, over all that the app keeps\. \*\//;

function ownView(screen: Screen, table: string, text: string): View | null {
  if (OVERVIEW.test(text)) return { ...screen, kind: "overview", table };
  const member = (attribute: string) => new RegExp(`\\b${attribute}=\\{\\(\\w+\\) => \\w+\\.(\\w+)\\}`).exec(text)?.[1];
  if (/<SendForm\b/.test(text)) return { ...screen, kind: "form", table };
  if (/<SteppedForm\b/.test(text)) return { ...screen, kind: "form", table, steps: stepsIn(text) };
  const options = /<Votes\b[\s\S]*?options=\{(\w+)Options\}/.exec(text)?.[1];
  if (options) return { ...screen, kind: "poll", table, by: options };
  if (/<DailyList\b/.test(text)) return dailyIn(screen, table, text);
  if (/<PeriodFields\b/.test(text)) return freeIn(screen, table, text);
  const by = member("groupOf");
  if (by) return { ...screen, kind: "board", table, by };
  const start = member("start");
  if (start) return { ...screen, kind: "calendar", table, start, end: member("end") ?? null };
  if (/<Chart\b/.test(text)) return { ...screen, kind: "chart", table, charts: chartsIn(text) };
  return /\buseRowFilter\(/.test(text) ? listIn(screen, table, text) : null;
}

/** The first table is what is free, the second is what takes it. */
function freeIn(screen: Screen, table: string, text: string): View | null {
  const [, taking] = [...text.matchAll(/useTable<\w+>\("(\w+)"(?:, (\{[\s\S]*?\}))?\);/g)];
  const by = /\bnew Set\(\w+\.rows\.map\(\(\{ (\w+) \}\)/.exec(text)?.[1];
  const [start, end] = [...(taking?.[2] ?? "").matchAll(/column: "(\w+)"/g)].map(([, name]) => name);
  return taking?.[1] && by && start && end ? { ...screen, kind: "free", table, taken: taking[1], by, start, end } : null;
}

/** The first table is what is done, the second says when. */
function dailyIn(screen: Screen, table: string, text: string): View | null {
  const [, ticks] = [...text.matchAll(/useTable<\w+>\("(\w+)"/g)].map(([, name]) => name);
  const [, by, day] = /\.create\(\{ (\w+): \w+\.id, (\w+): /.exec(text) ?? [];
  return ticks && by && day ? { ...screen, kind: "daily", table, ticks, by, day } : null;
}

const stepsIn = (text: string): string[][] =>
  [...text.matchAll(/\bfields: \[([^\]]*)\]/g)].map(([, names = ""]) => [...names.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name));

function listIn(screen: Screen, table: string, text: string): View {
  const query = /useTable<[\s\S]*?\);\n/.exec(text)?.[0] ?? "";
  const where = conditionsIn(query);
  const tools = [...text.matchAll(/<(Print|Csv)Button \/>/g)].map(([, name]): ListTool => (name === "Csv" ? "csv" : "print"));
  const group = /\bgroup="(\w+)"/.exec(text)?.[1];
  const hidden = [...(/\bhide=\{\[([^\]]*)\]\}/.exec(text)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name!);
  const more = { ...(group !== undefined && { group }), ...(hidden.length > 0 && { hidden }) };
  return { ...screen, kind: "list", table, where, sort: sortIn(query), figures: figuresIn(text, where, conditionsIn), tools, ...more };
}

const CHART = /(totals|monthlyTotals|averages|monthlyAverages)\(\s*rows,\s*\(\w+\) => ([^\n]+?)(?:,\s*\(\w+\) => \w+\.(\w+))?,?\s*\)\}/g;

const chartsIn = (text: string): ChartOf[] =>
  [...text.matchAll(CHART)].flatMap(([, name, group, sum]) => {
    const by = [...group!.matchAll(/\b\w+\.(\w+)\b(?!\()/g)].at(-1)?.[1];
    return by ? [{ by, sum: sum ?? null, ...(/averages$/i.test(name ?? "") && { mean: true as const }) }] : [];
  });

const CONDITION = /\{ column: "(\w+)", op: "(\w+)"(?:, value: (?:inDays\((-?\d+)\)|("(?:[^"\\]|\\.)*"|-?[\d.]+|true|false)))? \}/g;

const conditionsIn = (text: string): Condition[] =>
  [...(/filters: \[([\s\S]*?)\](?:,| \})/.exec(text)?.[1] ?? "").matchAll(CONDITION)].map(([, column, op, days, value]) => ({
    column: column!,
    op: op as Condition["op"],
    ...(days !== undefined ? { days: Number(days) } : value !== undefined ? { value: JSON.parse(value) } : {}),
  }));

const sortIn = (text: string): RowSort[] =>
  [...(/sort: \[([\s\S]*?)\]/.exec(text)?.[1] ?? "").matchAll(/\{ column: "(\w+)"(?:, direction: "(\w+)")? \}/g)].map(
    ([, column, direction]) => ({
      column: column!,
      direction: direction === "desc" ? "desc" : "asc",
    }),
  );
