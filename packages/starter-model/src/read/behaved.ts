/** How an app is told to behave, built: a poll, a form in steps, figures and screens by their names. */
import type { Table } from "@edgewright/contracts";
import type { AppModel, DailyView, FigureOf } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { formOf } from "../describe/view-placing.ts";
import { namedFigure } from "../needs/named-figures.ts";
import { asLabel, camelCase } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { type NamedFigure, type NamedScreen, type Poll, type Steps, TICKING } from "./behaviour.ts";
import type { Met } from "./index.ts";

/** A poll is all of its app: its options, and one vote of each person. */
export function buildPoll(model: AppModel, needs: readonly Met[], { question }: Poll): void {
  const [table] = model.schema.tables;
  if (!table) return;
  const title = question.slice(0, 60);
  table.columns = [
    ...table.columns.filter(({ name }) => name === "choice"),
    { name: "voter", label: "Voter", type: "user", default: "user()", unique: true },
  ];
  table.policy = { read: "member", create: "member", update: "owner", delete: "owner" };
  model.manifest.name = title;
  model.views = [{ kind: "poll", table: table.name, by: "choice", title, icon: "list", key: "poll", path: "/" }];
  for (const need of needs) need.built = need.kind === "vote" || (need.kind === "other" && /\bvot/i.test(need.clause));
}

/** The list of what is done each day has a box for today; what was ticked off is kept by the day. */
export function addDailyTicks(model: AppModel, needs: readonly Met[]): void {
  const [table] = model.schema.tables;
  const view = model.views.find((one) => one.kind === "list" && one.table === table?.name);
  if (!table || !view) return;
  const { one, row } = namesOf(table);
  const label = asLabel(`${one} records`);
  const ticks: Table = {
    name: uniqueName(camelCase(label), model.schema.tables),
    label,
    columns: [
      { name: row, label: asLabel(one), type: "reference", ref: table.name, required: true },
      { name: "date", label: "Date", type: "date", required: true },
    ],
    unique: [{ columns: [row, "date"] }],
  };
  model.schema.tables.push(ticks);
  const { key, title, icon, own, path } = view;
  const daily: DailyView = {
    key,
    title,
    icon,
    ...(own !== undefined && { own }),
    path,
    kind: "daily",
    table: table.name,
    ticks: ticks.name,
    by: row,
    day: "date",
  };
  model.views[model.views.indexOf(view)] = daily;
  for (const need of needs) if (TICKING.test(need.clause)) need.built = true;
}

/** Figures stand above the list of what they are of. */
export function addNamedFigures(
  tables: readonly Table[],
  needs: readonly Met[],
  named: readonly NamedFigure[],
  figures: { table: Table; figure: FigureOf }[],
): void {
  for (const one of named) {
    const found = namedFigure(one, tables);
    if (!found) continue;
    if (figures.every(({ figure }) => figure.name !== found.figure.name)) figures.push(found);
    for (const need of needs) if (one.clause.includes(need.clause)) need.built = true;
  }
}

/** "a screen Totals with the sum of …" is what those figures stand on; "a screen Sign-ups lists …" is a list. */
export function nameScreens({ views }: AppModel, screens: readonly NamedScreen[]): void {
  for (const { title, clause } of screens) {
    const drawn = /\b(?:sums?|totals?|charts?|how much|averages?)\b/i.test(clause);
    const view = views.find(({ kind }) => kind === (drawn ? "chart" : "list"));
    if (view && views.every((other) => other === view || other.title !== title)) Object.assign(view, { title });
  }
}

/** Each step checks its fields before the next one. */
const CANNOT_BE_LEFT = /\bsteps?\b.*\b(?:empty|filled|missing|required|mandatory|blank)\b|\b(?:empty|missing)\b.*\bsteps?\b/i;

/** The form in steps is what the app opens on. */
export function askInSteps(model: AppModel, needs: readonly Met[], steps: Steps): void {
  const [table] = model.schema.tables;
  if (!table) return;
  const named = steps
    .map((step) => table.columns.filter((column) => step.toLowerCase().includes(column.label.toLowerCase())).map(({ name }) => name))
    .filter((names) => names.length > 0);
  for (const column of table.columns) if (named.flat().includes(column.name)) column.required = true;
  const others = model.views
    .filter(({ kind }) => kind !== "form")
    .map((view) => (view.path === "/" ? { ...view, path: `/${table.name.toLowerCase()}` } : view));
  model.views = [{ ...formOf(table), kind: "form", steps: named, key: `${table.name}Form`, path: "/" }, ...others];
  for (const need of needs) if (need.kind === "steps" || CANNOT_BE_LEFT.test(need.clause)) need.built = true;
}
