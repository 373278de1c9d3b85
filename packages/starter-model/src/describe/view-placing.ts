/** The screens of an app: one list for each table, what was wished for, and where each has its place and its title. */
import type { RowSort, Table } from "@edgewright/contracts";
import { type AppModel, displayColumn, type FormView, type ListView, type OverviewView, type View } from "../app-model.ts";
import { kindOf } from "../knowledge/kinds.ts";
import { asLabel, camelCase, kebabCase, pascalCase, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { periodOf } from "../write/data-file.ts";
import { askedColumns } from "../write/form-view.ts";
import { doneColumn } from "../write/table-file.ts";
import { uniqueName } from "./sketch.ts";
import { isDay, readView, type ViewWish } from "./view-reading.ts";

const BOOKED = /\b(booking|reservation|shift|appointment|meeting|event|session|class|lesson|interview|visit|slot|rental)$/;

type Unplaced = ViewWish | Omit<FormView, "key" | "path">;

export const listOf = (table: Table): Omit<ListView, "key" | "path"> => ({
  kind: "list",
  table: table.name,
  where: [],
  sort: usualSort(table),
  figures: [],
  tools: [],
  title: upperFirst(namesOf(table).many),
  icon: "list",
  ...iconOf(table),
});

/** What is known by its kind has a picture of its own in the navigation. A card of a board opens no door. */
function iconOf(table: Table): { own?: string } {
  const { one } = namesOf(table);
  const kind = one === "card" ? undefined : kindOf(one);
  return kind ? { own: pascalCase(kind.icon) } : {};
}

const LATEST =
  /\b(expense|payment|transaction|purchase|receipt|time entry|note|log|watering|repair|visit|workout|donation|sale|entry|meeting|trip)$/;

/** What is due soonest, what happened last, or by name. */
export function usualSort(table: Table): RowSort[] {
  const done = doneColumn(table);
  const open: RowSort[] = done ? [{ column: done.name, direction: "asc" }] : [];
  const { one } = namesOf(table);
  if (/\bentry$/.test(one)) return [{ column: "createdAt", direction: "desc" }];
  const day = periodOf(table)?.start ?? table.columns.find(isDay);
  if (day && (LATEST.test(one) || /^date$/.test(day.name))) return [...open, { column: day.name, direction: "desc" }];
  if (day && (done || BOOKED.test(one) || /due|deadline/i.test(day.name))) return [...open, { column: day.name, direction: "asc" }];
  const display = displayColumn(table);
  return display.type === "text" ? [...open, { column: display.name, direction: "asc" }] : open;
}

/** A public form comes first, since visitors see nothing else; so does a calendar of what is booked. */
export function standardViews(model: AppModel, open: Table | null, wishes: ViewWish[]): Unplaced[] {
  const { tables } = model.schema;
  const views: Unplaced[] = tables.map(listOf);
  const all = [...wishes, ...unsaid(tables, wishes)];
  if (open)
    return [
      formOf(open),
      ...views.map((view) => (view.kind === "list" && view.table === open.name ? { ...view, title: received(open) } : view)),
      ...all,
    ];
  const main = all.find((view) => view.kind === "calendar" && tables.length === 1 && BOOKED.test(namesOf(tables[0]!).one));
  if (tables.length > 1) return [overviewOf(tables), ...views, ...all];
  return main ? [main, ...views, ...all.filter((view) => view !== main)] : [...views, ...all];
}

/** What is added to its whole, on that one's page. */
const PART = /\b(?:items?|lines?|positions?|steps?|parts?|entry|entries|details?|components?|ingredients?|sub-?tasks?)$/;

/** With the table that points at most others, where what happens is written down; not with one of its parts. */
export const overviewOf = (tables: readonly Table[]): Omit<OverviewView, "key" | "path"> => {
  const pointing = ({ columns }: Table) => columns.filter(({ type }) => type === "reference").length;
  const isPart = (table: Table) => PART.test(namesOf(table).one) && pointing(table) > 0;
  const [main] = [...tables].sort((a, b) => Number(isPart(a)) - Number(isPart(b)) || pointing(b) - pointing(a));
  return { kind: "overview", table: main?.name ?? "", title: "Overview", icon: "home" };
};

/** What lasts from one moment to another is best seen on a calendar; what is spent, in a chart. */
function unsaid(tables: readonly Table[], wishes: ViewWish[]): ViewWish[] {
  const kinds = new Set(wishes.map(({ kind }) => kind));
  return tables.flatMap((table) => {
    const more: ViewWish[] = [];
    const calendar = !kinds.has("calendar") && periodOf(table)?.start.type === "datetime" ? readView([table], table, "calendar") : null;
    if (calendar) more.push(calendar);
    return more;
  });
}

export const formOf = (table: Table): Omit<FormView, "key" | "path"> => ({
  kind: "form",
  table: table.name,
  title: formTitle(table),
  icon: "form",
});

const formTitle = (table: Table): string => {
  const { one, many } = namesOf(table);
  return askedColumns(table.columns).length === 0 || one.endsWith("entry") ? `Give ${many}` : `New ${one}`;
};

const received = (table: Table): string =>
  namesOf(table).one.endsWith("entry") ? `${upperFirst(namesOf(table).many)} received` : upperFirst(namesOf(table).many);

/** Gives a view its key, path and a title that no other has. */
export function placed(views: readonly View[], tables: readonly Table[], wish: Unplaced): View {
  const table = tables.find(({ name }) => name === wish.table)!;
  const { Types } = namesOf(table);
  const taken = views.some(({ title }) => title === wish.title);
  const title =
    taken || (wish.kind !== "list" && tables.length > 1 && /^(Board|Calendar|Charts)$/.test(wish.title))
      ? otherTitle(table, wish)
      : wish.title;
  const base =
    wish.kind === "list" && wish.where.length === 0
      ? table.name
      : wish.kind === "overview"
        ? "overview"
        : wish.kind === "form"
          ? `${camelCase(Types)}Form`
          : camelCase(keyWords(wish, table));
  const key = uniqueName(base, [...views.map(({ key: name }) => ({ name })), ...reserved]);
  const path = views.length === 0 ? "/" : uniquePath(kebabCase(title), views);
  return { ...wish, title, key, path } as View;
}

/** Components of the template, which a screen must not be called like. */
const reserved = [
  "page",
  "board",
  "calendar",
  "chart",
  "table",
  "app",
  "shell",
  "form",
  "dialog",
  "filter",
  "toolbar",
  "loaded",
  "section",
].map((name) => ({ name }));

function keyWords(wish: ViewWish, table: Table): string {
  if (wish.kind === "free") return wish.title;
  if (wish.kind === "list") return `${wish.title} ${table.label}`;
  return `${namesOf(table).many} ${wish.kind}`;
}

function otherTitle(table: Table, wish: Unplaced): string {
  const { many, one } = namesOf(table);
  if (wish.kind === "board") return asLabel(`${one} board`);
  if (wish.kind === "calendar") return asLabel(`${one} calendar`);
  if (wish.kind === "chart") return asLabel(`${one} charts`);
  return asLabel(`${wish.title} ${many}`);
}

function uniquePath(name: string, views: readonly View[]): string {
  for (let number = 1; ; number++) {
    const path = `/${name || "screen"}${number === 1 ? "" : `-${number}`}`;
    if (!views.some((view) => view.path === path)) return path;
  }
}
