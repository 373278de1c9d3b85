/** What the rows that match add up to: each slice is added up by SQL, grouped by the values themselves; days and buckets are made of those here. */
import {
  type Bucket,
  type Column,
  type Figure,
  type Figures,
  GROUPS_MAX,
  isNumeric,
  type Outcome,
  scaleOf,
  type Totals,
  type TotalsQuery,
} from "@edgewright/contracts";
import { fail, ok, type Sql } from "@edgewright/core";
import { bucketOf, type Zone } from "./calendar.ts";
import { EXACT_DIGITS } from "./exact-number.ts";
import type { Asking, Field } from "./filter.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { seenPart } from "./policy.ts";
import { fieldOf, type Stretch, stretchOf } from "./query.ts";
import { type Key, literal } from "./shadow.ts";
import { countAll, lookThrough, run } from "./slices.ts";
import { storedField, type View } from "./view.ts";

type Grouping = { column: string; field: Field; value: Piece; bucket: Bucket | undefined; options: readonly string[] | undefined };
export type TotalsPlan = Stretch & { figures: Record<string, Figure>; measured: Map<string, Field>; by: Grouping[]; zone: Zone };

/** Of one column's values so far. */
type Measure = { sum: number; count: number; min: Key; max: Key };
type Value = string | number | boolean | null;
type Group = { by: Value[]; rows: number; measures: Map<string, Measure> };

const DAYS: ReadonlySet<Column["type"]> = new Set(["date", "datetime"]);
const UNGROUPED: ReadonlySet<Column["type"]> = new Set(["json", "longtext", "multiselect", "references", "image", "file", "files"]);

export function totalsPlanOf(view: View, query: TotalsQuery, asking: Asking): Outcome<TotalsPlan> {
  const stretch = stretchOf(view, query, asking);
  if (!stretch.ok) return stretch;
  const measured = new Map<string, Field>();
  for (const figure of Object.values(query.figures)) {
    if (figure.of === "count") continue;
    const field = fieldOf(view, figure.column);
    if (!field.ok) return field;
    if (!isMeasured(figure.of, field.value.type)) return wrong(`The ${NAMES[figure.of]} of ${figure.column} is nothing`, NEEDED[figure.of]);
    measured.set(figure.column, field.value);
  }
  const by: Grouping[] = [];
  for (const { column, bucket } of query.by) {
    const field = fieldOf(view, column);
    if (!field.ok) return field;
    const { type, key, exact } = field.value;
    if (bucket && !DAYS.has(type)) return wrong(`${column} has no days to group by`, "Leave the bucket out, or group by a date.");
    if (UNGROUPED.has(type)) return wrong(`Rows cannot be grouped by ${column}`, "Group by a field of a short value.");
    const value = exact ? key : shownValue(view, column);
    by.push({ column, field: field.value, value, bucket, options: view.table.columns.find(({ name }) => name === column)?.options });
  }
  const cost = stretch.value.cost + measured.size + by.length;
  return ok({ ...stretch.value, cost, figures: query.figures, measured, by, zone: asking.zone });
}

/** As it is written, for one who may see it; empty for others, as its key is. */
function shownValue(view: View, column: string): Piece {
  const stored = literal(storedField(view, column));
  return seenPart(view, stored, raw(`(json ->> '$."${stored}"')`));
}

const NAMES = { sum: "sum", avg: "average", min: "least", max: "greatest" } as const;
const NEEDED = {
  ...{ sum: "Add up a field of numbers.", avg: "Take the average of a field of numbers." },
  ...{ min: "Ask it of numbers or dates.", max: "Ask it of numbers or dates." },
};
const isMeasured = (of: keyof typeof NAMES, type: Column["type"]): boolean =>
  isNumeric({ type }) || ((of === "min" || of === "max") && DAYS.has(type));
const wrong = (message: string, next: string) => fail("bad_request", `${message}.`, { next });

/** Null: the tables changed meanwhile. `pause` says so. */
export async function readTotals(sql: Sql, plan: TotalsPlan, pause: () => Promise<boolean>): Promise<Outcome<Totals> | null> {
  const all = countAll(sql, plan);
  const groups = new Map<string, Group>();
  if (!plan.matches && plan.measured.size === 0 && plan.by.length === 0) {
    groups.set("", { by: [], rows: all, measures: new Map() });
    return ok(totalsOf(plan, groups));
  }
  const looked = await lookThrough(sql, { ...plan, all }, (slice) => addSlice(sql, plan, slice, groups), pause);
  if (!looked?.ok) return looked;
  return groups.size > GROUPS_MAX ? tooMany(groups.size) : ok(totalsOf(plan, groups));
}

const tooMany = (groups: number) =>
  fail(
    "too_large",
    `This would make ${groups.toLocaleString("en-US")} groups, and at most ${GROUPS_MAX.toLocaleString("en-US")} are made.`,
    {
      next: "Group by a field with fewer values, by months instead of days, or filter.",
    },
  );

function addSlice(sql: Sql, plan: TotalsPlan, slice: Piece, groups: Map<string, Group>): void {
  const where = plan.matches ? piece`${slice} and ${plan.matches}` : slice;
  const keys = plan.by.map(({ field, value }, index) => piece`${field.key} as ${raw(`k${index}`)}, min(${value}) as ${raw(`v${index}`)}`);
  const sums = [...plan.measured.values()].map(
    ({ key }, index) =>
      piece`total(${key}) as ${raw(`s${index}`)}, count(${key}) as ${raw(`n${index}`)}, min(${key}) as ${raw(`l${index}`)}, max(${key}) as ${raw(`g${index}`)}`,
  );
  const grouped = plan.by.length > 0 ? raw(` group by ${plan.by.map((_, index) => `k${index}`).join(", ")}`) : raw("");
  const found = run<Record<string, Key>>(
    sql,
    piece`select ${join([raw("count(*) as counted"), ...keys, ...sums], ", ")} from ${plan.from} where ${where}${grouped}`,
  );
  for (const row of found) addGroup(plan, row, groups);
}

function addGroup({ by, measured, zone }: TotalsPlan, row: Record<string, Key>, groups: Map<string, Group>): void {
  const values = by.map((grouping, index) => groupValue(grouping, row[`v${index}`] ?? null, zone));
  const name = JSON.stringify(by.map(({ bucket }, index) => (bucket ? values[index] : (row[`k${index}`] ?? null))));
  const group = groups.get(name) ?? { by: values, rows: 0, measures: new Map() };
  groups.set(name, group);
  group.rows += Number(row.counted);
  for (const [index, column] of [...measured.keys()].entries()) {
    const now = {
      sum: Number(row[`s${index}`]),
      count: Number(row[`n${index}`]),
      min: row[`l${index}`] ?? null,
      max: row[`g${index}`] ?? null,
    };
    const before = group.measures.get(column);
    group.measures.set(column, before ? joined(before, now) : now);
  }
}

const joined = (one: Measure, other: Measure): Measure => ({
  sum: one.sum + other.sum,
  count: one.count + other.count,
  min: pick(one.min, other.min, (a, b) => a < b),
  max: pick(one.max, other.max, (a, b) => a > b),
});

const pick = (one: Key, other: Key, wins: (one: string | number, other: string | number) => boolean): Key =>
  one === null ? other : other === null || wins(one, other) ? one : other;

function groupValue({ field: { type }, bucket }: Grouping, value: Key, zone: Zone): Value {
  if (value === null) return null;
  if (type === "boolean") return value === 1;
  if (!bucket) return value;
  return bucketOf(type === "date" ? String(value) : zone.dayAt(Date.parse(String(value))), bucket);
}

function totalsOf({ figures, by, measured }: TotalsPlan, groups: Map<string, Group>): Totals {
  const shown = (group: Omit<Group, "by">): Figures =>
    Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figureOf(figure, group, measured)]));
  const whole: Omit<Group, "by"> = { rows: 0, measures: new Map() };
  for (const { rows, measures } of groups.values()) {
    whole.rows += rows;
    for (const [column, measure] of measures) {
      const before = whole.measures.get(column);
      whole.measures.set(column, before ? joined(before, measure) : measure);
    }
  }
  const sorted = by.length === 0 ? [] : [...groups.values()].sort((a, b) => compareGroups(by, a.by, b.by));
  return {
    all: shown(whole),
    groups: sorted.map((group) => ({
      by: Object.fromEntries(by.map(({ column }, index) => [column, group.by[index] ?? null])),
      figures: shown(group),
    })),
  };
}

/** A sum is as exact as the numbers that it is of are written: fifteen digits. Exact numbers are added up in their units. */
const shownNumber = (sum: number, { live }: Field): number =>
  Number((sum / 10 ** ((live && scaleOf(live)) ?? 0)).toPrecision(EXACT_DIGITS));

function figureOf(figure: Figure, { rows, measures }: Omit<Group, "by">, measured: Map<string, Field>): Figures[string] {
  if (figure.of === "count") return rows;
  const field = measured.get(figure.column);
  const { sum, count, min, max } = measures.get(figure.column) ?? { sum: 0, count: 0, min: null, max: null };
  if (!field) return null;
  if (figure.of === "sum") return shownNumber(sum, field);
  if (figure.of === "avg") return count === 0 ? null : shownNumber(sum / count, field);
  const end = figure.of === "min" ? min : max;
  if (typeof end === "number") return shownNumber(end, field);
  return end !== null && field.type === "datetime" ? end.toUpperCase() : end;
}

function compareGroups(by: readonly Grouping[], a: readonly Value[], b: readonly Value[]): number {
  for (const [index, { options }] of by.entries()) {
    const [one, other] = [a[index] ?? null, b[index] ?? null];
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    if (options) return options.indexOf(String(one)) - options.indexOf(String(other));
    if (typeof one === "string" && typeof other === "string") return one.localeCompare(other, "en", { numeric: true });
    return Number(one) - Number(other);
  }
  return 0;
}
