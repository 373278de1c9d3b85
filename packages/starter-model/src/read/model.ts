/** A reading as an app: the columns that the data store has, the screens that were asked for, and what could not be built. */
import { type Column, isComputed, type Table, TablePolicy } from "@edgewright/contracts";
import type { AppModel, FigureOf, ListTool, ListView, View } from "../app-model.ts";
import { giveName, requireWhatMatters } from "../describe/completion.ts";
import { usualOptions } from "../describe/options.ts";
import { addColumn, Sketch, uniqueName } from "../describe/sketch.ts";
import { subjectOf } from "../describe/subject.ts";
import { formOf, placed, standardViews } from "../describe/view-placing.ts";
import { conditionView, readView, type ViewWish } from "../describe/view-reading.ts";
import { kindOf } from "../knowledge/kinds.ts";
import type { NeedKind } from "../knowledge/need-words.ts";
import { approvalFor } from "../needs/approval.ts";
import { onceFor } from "../needs/availability.ts";
import { computedFor, impliedProducts } from "../needs/computed.ts";
import { lowIn } from "../needs/low-stock.ts";
import { namedFigure } from "../needs/named-figures.ts";
import { parentIn, type RollupKind, rollUp } from "../needs/per-parent.ts";
import { ruleFor } from "../needs/rules.ts";
import { asLabel, camelCase, inSentence, plural, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { isBackground } from "./background.ts";
import { conditionFor } from "./condition.ts";
import type { ReadField } from "./field.ts";
import { knownType, type ReadType } from "./field-type.ts";
import type { Need, Reading } from "./index.ts";
import { markFor } from "./marked.ts";
import type { ReadTable } from "./outline.ts";
import { type Sum, sumFor } from "./sums.ts";

/** `said`: what is told of how it was built, where that is not the same for each of its kind. */
export type Met = Need & { built: boolean; said?: string };
export type BuiltReading = {
  model: AppModel;
  needs: Met[];
  /** The table of the app that a table of the reading became. */
  tables: Map<ReadTable, Table>;
  /** The type a column was read as, where the store keeps it as another: "photo" as a link. */
  read: Map<Column, ReadType>;
};

export const STORED: Record<ReadType, Pick<Column, "type" | "format">> = {
  text: { type: "text" },
  longtext: { type: "longtext" },
  number: { type: "number" },
  integer: { type: "integer" },
  money: { type: "number", format: "currency" },
  percent: { type: "number", format: "percent" },
  boolean: { type: "boolean" },
  date: { type: "date" },
  datetime: { type: "datetime" },
  time: { type: "text" },
  select: { type: "select" },
  multiselect: { type: "select" },
  reference: { type: "reference" },
  references: { type: "reference" },
  file: { type: "url" },
  image: { type: "url" },
  email: { type: "email" },
  phone: { type: "text" },
  url: { type: "url" },
};

export function buildReading(reading: Reading, called: string | null): BuiltReading {
  const sketch = new Sketch();
  const tables = new Map<ReadTable, Table>();
  const read = new Map<Column, ReadType>();
  for (const one of reading.tables) tables.set(one, sketch.table(one.one));
  const usual = new Set<Column>();
  for (const [one, table] of tables)
    for (const field of fieldsOf(one, reading.tables)) {
      const column = giveColumn(sketch, table, field, read);
      if (field.usual || !field.said) usual.add(column);
    }
  for (const table of sketch.tables) {
    giveName(
      table,
      sketch.tables.some((other) => other.columns.some(({ ref }) => ref === table.name)),
    );
    requireWhatMatters(table);
    for (const column of table.columns.splice(79)) read.delete(column);
  }
  const model = modelOf(sketch.tables, called ?? titleOf(reading));
  const needs = reading.needs.map((need): Met => ({ ...need, built: false }));
  addScreens(model, needs, tables, usual, reading.behaviours);
  return { model, needs, read, tables };
}

/** What was said of a table, else what is usual for such a thing. */
function fieldsOf(table: ReadTable, all: readonly ReadTable[]): ReadField[] {
  if (table.fields.some(({ type }) => type !== "reference")) return table.fields;
  const usual = kindOf(table.one)?.fields ?? [
    { name: "name", options: [] },
    { name: "notes", options: [] },
  ];
  const taken = new Set(table.fields.map(({ ref }) => ref));
  const names = all.map(({ one }) => one);
  const fields = usual.flatMap(({ name, options }): ReadField[] =>
    taken.has(name) || (names.includes(name) && taken.size > 0)
      ? []
      : [
          {
            label: name,
            type: options.length > 0 ? "select" : (knownType(name) ?? "text"),
            said: false,
            ...(options.length > 0 && { options }),
          },
        ],
  );
  return [...table.fields, ...fields];
}

function giveColumn(sketch: Sketch, table: Table, field: ReadField, read: Map<Column, ReadType>): Column {
  const label = asLabel(field.label).slice(0, 60);
  const base = camelCase(field.name ?? field.label);
  const ref = field.ref && sketch.find(field.ref);
  const type = field.type.startsWith("reference") && !ref ? "text" : field.type;
  const stored = STORED[type];
  const column: Column = { name: uniqueName(base, table.columns), label, ...stored };
  if (type === "select" || type === "multiselect") {
    const options = [
      ...new Set(
        ((field.usual ? usualOptions(field.label, namesOf(table).one) : field.options) ?? field.options ?? []).map((option) =>
          option.slice(0, 80),
        ),
      ),
    ];
    if (options.length > 1) column.options = options;
    else column.type = "text";
    if (column.options && /^(?:status|state|stage|phase)$/i.test(column.name)) column.default = column.options[0];
  }
  if (ref) column.ref = ref.name;
  if (ref && field.required) column.required = true;
  if (type === "boolean") column.default = false;
  if (field.unique && column.type === "text") column.unique = true;
  const given = addColumn(table, column);
  if (given === column) read.set(column, type);
  return given;
}

function modelOf(tables: Table[], title: string): AppModel {
  const name = upperFirst(title).slice(0, 60);
  const { icon, accent } = subjectOf(
    name,
    tables.map(({ label }) => label),
  );
  return {
    manifest: { name, icon: kindOf(inSentence(tables[0]!.label))?.icon ?? icon, visibility: "members" },
    schema: { tables },
    accent,
    views: [],
    marks: [],
  };
}

const titleOf = ({ tables }: Reading): string =>
  tables
    .slice(0, 2)
    .map(({ one }) => plural(one))
    .join(" and ");

/** `usual`: the fields of which nobody said what there is to choose. */
function addScreens(
  model: AppModel,
  needs: Met[],
  tables: Map<ReadTable, Table>,
  usual: ReadonlySet<Column>,
  behaviours: Reading["behaviours"],
): void {
  const all = model.schema.tables;
  const wishes: ViewWish[] = [];
  const asked: Asked = { figures: [], tools: [], charts: wishes, moved: new Map() };
  let open: Table | null = null;
  impliedProducts(all);
  for (const need of needs) if (need.kind === "computed") workOut(need, tables.get(need.table)!, all);
  for (const need of needs) {
    const table = tables.get(need.table)!;
    if (need.built) continue;
    if (need.kind === "public-form") {
      open ??= table;
      need.built = open === table;
    } else
      need.built =
        isThere(need, table, all) ||
        ruled(need, table, all, usual, asked) ||
        onLists(need, table, model, asked) ||
        wishFor(need, table, all, wishes);
    const other = asked.moved.get(need);
    if (other) need.table = [...tables].find(([, made]) => made === other)?.[0] ?? need.table;
  }
  if (open) {
    open.policy = { ...(open.policy ?? TablePolicy.parse({})), create: "anyone" };
    model.manifest.visibility = "link";
  }
  const distinct = wishes.filter((wish, index) => wishes.findIndex((other) => JSON.stringify(other) === JSON.stringify(wish)) === index);
  if (behaves(model, needs, asked, behaviours)) return;
  const views: View[] = [];
  for (const wish of standardViews(model, open, oneChartEach(distinct))) views.push(placed(views, all, wish));
  model.views = views;
  nameScreens(model, behaviours);
  for (const { table, figure } of asked.figures) {
    const list = listOf(views, table);
    if (list?.figures.every(({ name }) => name !== figure.name)) list.figures.push(figure);
  }
  for (const { table, tool } of asked.tools) {
    const list = listOf(views, table);
    if (list && !list.tools.includes(tool)) list.tools.push(tool);
  }
}

/** What is told of how the app behaves; true where that is all of the app. */
function behaves(model: AppModel, needs: Met[], asked: Asked, { poll, steps, figures }: Reading["behaviours"]): boolean {
  const { tables } = model.schema;
  const [table] = tables;
  if (!table) return false;
  for (const named of figures) {
    const found = namedFigure(named, tables);
    if (!found) continue;
    if (asked.figures.every(({ figure }) => figure.name !== found.figure.name)) asked.figures.push(found);
    for (const need of needs) if (named.clause.includes(need.clause)) need.built = true;
  }
  const met = (kind: NeedKind) => {
    for (const need of needs)
      if (need.kind === kind || (kind === "vote" && need.kind === "other" && /\bvot/i.test(need.clause))) need.built = true;
  };
  if (poll) {
    table.columns = [
      ...table.columns.filter(({ name }) => name === "choice"),
      { name: "voter", label: "Voter", type: "user", default: "user()", unique: true },
    ];
    table.policy = { read: "member", create: "member", update: "owner", delete: "owner" };
    model.manifest.name = poll.question.slice(0, 60);
    model.views = [
      { kind: "poll", table: table.name, by: "choice", title: poll.question.slice(0, 60), icon: "list", key: "poll", path: "/" },
    ];
    met("vote");
    return true;
  }
  if (steps) met("steps");
  return false;
}

/** "a screen Totals with the sum of …" is what those figures stand on; "a screen Sign-ups lists …" is a list. A form in steps comes first. */
function nameScreens(model: AppModel, { screens, steps }: Reading["behaviours"]): void {
  for (const { title, clause } of screens) {
    const drawn = /\b(?:sums?|totals?|charts?|how much|averages?)\b/i.test(clause);
    const view = model.views.find(({ kind }) => kind === (drawn ? "chart" : "list"));
    if (view && model.views.every((other) => other === view || other.title !== title)) Object.assign(view, { title });
  }
  const [table] = model.schema.tables;
  if (!steps || !table) return;
  const named = steps
    .map((step) => table.columns.filter((column) => step.toLowerCase().includes(column.label.toLowerCase())).map(({ name }) => name))
    .filter((names) => names.length > 0);
  for (const column of table.columns) if (named.flat().includes(column.name)) column.required = true;
  const first = model.views
    .filter(({ kind }) => kind !== "form")
    .map((view) => (view.path === "/" ? { ...view, path: `/${table.name.toLowerCase()}` } : view));
  const form = formOf(table);
  model.views = [{ ...form, kind: "form", steps: named, key: `${table.name}Form`, path: "/" }, ...first];
}

const listOf = (views: readonly View[], table: Table): ListView | undefined =>
  views.find((view): view is ListView => view.kind === "list" && view.table === table.name && view.where.length === 0);

/** What the lists are to have, once they are there. `moved`: needs that another table answers. */
type Asked = {
  figures: { table: Table; figure: FigureOf }[];
  tools: { table: Table; tool: ListTool }[];
  charts: ViewWish[];
  moved: Map<Met, Table>;
};

/** A rule that the tables themselves keep. */
function ruled(need: Met, table: Table, all: readonly Table[], usual: ReadonlySet<Column>, asked: Asked): boolean {
  const { kind, clause } = need;
  if (kind === "own-rows" || kind === "role-rule") {
    const said = ruleFor(kind, clause, table, all);
    if (said !== null) need.said = said;
    return said !== null;
  }
  if (kind === "approval") {
    if (isBackground(clause)) return false;
    need.said = isFieldAlone(clause, table) ? undefined : approvalFor(clause, table, all, usual);
    return true;
  }
  if (kind === "availability" || kind === "unique") {
    const once = onceFor(clause, table, all);
    if (once) {
      need.said = once.said;
      asked.moved.set(need, once.table);
      return true;
    }
  }
  return (kind === "unique" || kind === "required") && mustBe(kind, clause, table);
}

const isFieldAlone = (clause: string, { columns }: Table): boolean =>
  columns.some(({ label }) => label.toLowerCase() === clause.toLowerCase().replace(/[^\p{L}\d ]/gu, ""));

/** A field that is told once, or that cannot be left empty. */
function mustBe(kind: "unique" | "required", clause: string, table: Table): boolean {
  const named = table.columns.filter((column) => clause.toLowerCase().includes(column.label.toLowerCase()));
  const column = named.sort((a, b) => b.label.length - a.label.length)[0];
  if (!column || /\b(?:per|on the same|same (?:day|time|date))\b/i.test(clause)) return false;
  if (kind === "required") column.required = true;
  else if (["text", "email", "url", "integer", "number"].includes(column.type)) column.unique = true;
  else return false;
  return true;
}

/** Numbers above a list or in a chart, rows that stand out, and what else a list offers. */
function onLists(need: Met, table: Table, model: AppModel, asked: Asked): boolean {
  const { kind, clause } = need;
  const { tables } = model.schema;
  if (kind === "print" || kind === "export") {
    asked.tools.push({ table, tool: kind === "print" ? "print" : "csv" });
    return true;
  }
  if (kind === "highlight") {
    const mark = markFor(clause, table, tables);
    const other = mark && tables.find(({ name }) => name === mark.table);
    if (!mark || !other || model.marks.some((one) => one.table === mark.table)) return false;
    model.marks.push(mark);
    asked.moved.set(need, other);
    return true;
  }
  if (kind !== "total" && kind !== "average" && kind !== "count") return false;
  const sum = sumFor(kind, clause, table, tables);
  const child = sum?.table ?? table;
  const owner = parentIn(clause, child, tables);
  if (owner && (sum || kind === "count")) perParent(kind, clause, child, owner, sum);
  if (!sum) return kind === "count" && owner !== null;
  if ("figure" in sum) {
    if (!owner) asked.figures.push(sum);
  } else asked.charts.push({ kind: "chart", table: sum.table.name, charts: [sum.chart], title: "Charts", icon: "chart" });
  asked.moved.set(need, sum.table);
  return true;
}

/** What rows come to is kept with what they belong to. A total that was told of both is the owner's alone. */
function perParent(kind: RollupKind, clause: string, child: Table, owner: NonNullable<ReturnType<typeof parentIn>>, sum: Sum | null): void {
  const { one } = namesOf(owner.parent);
  if (kind === "total" && new RegExp(`\\b${one}(?:'s page)? (?:shows |has )?(?:its|the|a) total\\b`, "i").test(clause)) {
    const rest = child.columns.filter(({ label }) => !/^total$/i.test(label));
    if (rest.some(({ formula }) => formula)) child.columns = rest;
  }
  const name = sum && ("figure" in sum ? sum.figure.column : sum.chart.sum);
  const of =
    child.columns.find((column) => column.name === name) ?? child.columns.find(({ formula, type }) => formula && type !== "date") ?? null;
  if (kind === "count" || of) rollUp(kind, owner, child, kind === "count" ? null : of);
}

function workOut(need: Met, table: Table, all: readonly Table[]): void {
  const held = table.columns.find((column) => isComputed(column) && column.label.toLowerCase() === need.clause.toLowerCase());
  const said = held ? undefined : computedFor(need.clause, table, all);
  need.built = said !== null;
  if (said) need.said = said;
}

/** The charts of a table share a screen. */
function oneChartEach(wishes: readonly ViewWish[]): ViewWish[] {
  const kept: ViewWish[] = [];
  for (const wish of wishes) {
    const shared = wish.kind === "chart" ? kept.find((one) => one.kind === "chart" && one.table === wish.table) : undefined;
    if (shared?.kind !== "chart" || wish.kind !== "chart") {
      kept.push(wish.kind === "chart" ? { ...wish, charts: [...wish.charts] } : wish);
      continue;
    }
    for (const chart of wish.charts)
      if (shared.charts.length < 4 && shared.charts.every((one) => JSON.stringify(one) !== JSON.stringify(chart)))
        shared.charts.push(chart);
  }
  return kept;
}

/** What each list, page and field has anyway. */
function isThere({ kind }: Met, table: Table, all: readonly Table[]): boolean {
  if (kind === "search" || kind === "table-filter" || kind === "sort" || kind === "import") return true;
  // The Data tab shows who changed what of each row, and when.
  if (kind === "history") return true;
  if (kind === "detail-children") return all.some((other) => other.columns.some(({ ref }) => ref === table.name));
  if (kind === "unique") return table.columns.some(({ unique }) => unique);
  return false;
}

function wishFor({ kind, clause }: Met, table: Table, all: readonly Table[], wishes: ViewWish[]): boolean {
  const first = [table, ...all.filter((other) => other !== table)];
  if (kind === "board") for (const one of first) chooseBetween(one, clause);
  const shown = kind === "board" || kind === "calendar" || kind === "chart" || kind === "special-list";
  const wish = shown ? readView(first, table, kind === "special-list" ? `list of ${clause}` : clause) : null;
  if (kind === "special-list" && wish?.kind !== "list") {
    for (const one of first) {
      const meant = conditionFor(one, clause) ?? lowIn(one, clause);
      if (!meant) continue;
      wishes.push(conditionView(one, meant));
      return true;
    }
  }
  const wanted = kind === "special-list" ? "list" : kind;
  if (wish?.kind !== wanted) return false;
  wishes.push(wish);
  return true;
}

/** "a board by paid": it has a column for each option, so what is true or not becomes a choice of two. */
function chooseBetween({ columns }: Table, clause: string): void {
  const by = /\bby (?:the )?(.+)$/i.exec(clause)?.[1]?.toLowerCase() ?? "";
  const column = columns.find(({ type, label }) => type === "boolean" && by.startsWith(label.toLowerCase()));
  if (!column) return;
  const is = inSentence(column.label);
  Object.assign(column, { type: "select", options: [`not ${is}`, is], default: `not ${is}` });
}
