/** What a change of tables would do to the rows that are there, in words with counts: each row is tried as it would be. */
import {
  type AppSchema,
  type Column,
  type DataEffect,
  type DataPlan,
  type DataStep,
  isComputed,
  type Misfit,
  SAMPLE_ID,
} from "@edgewright/contracts";
import { type Change, changesBetween } from "./change-schema.ts";
import { fits, isEmpty } from "./column-value.ts";
import { boundsOf, KIND } from "./misfits.ts";
import { columnsOf, renames } from "./naming.ts";
import { stays, valueAs } from "./retype.ts";
import type { StoredRow } from "./sql.ts";

const MISFITS_SHOWN = 5;
const VALUE_SHOWN = 80;

/** Whether whoever asks may see the field of the row. */
export type Sight = (row: StoredRow, field: string) => boolean;

/** What a step finds among the rows: all of its table, those with a value in its field, those whose value does not fit. */
type Found = { rows: number; filled: number; unfit: number; misfits: Misfit[] };
type Step = {
  stored: string;
  field: string | null;
  fits: (value: unknown) => boolean;
  found: Found;
  key: string;
  /** Null: it makes no difference to any row. */
  tell: (found: Found) => { effect: DataEffect; says: string } | null;
};

export class SchemaPlan {
  private readonly steps: Step[];
  private readonly sees: Sight;

  constructor(before: AppSchema, after: AppSchema, sees: Sight) {
    this.sees = sees;
    this.steps = [...changesBetween(before, after).map(stepOf), ...narrowed(before, after)];
  }

  /** Whether the rows are to be looked at. */
  get asksRows(): boolean {
    return this.steps.length > 0;
  }

  /** Sample rows that nobody has changed are nobody's work: they are taken out and put in again at a press. */
  add(row: StoredRow): void {
    const of = this.steps.filter(({ stored }) => stored === row.table_name);
    if (of.length === 0 || (row.id.startsWith(SAMPLE_ID) && row.revision === 1)) return;
    const values: Record<string, unknown> = JSON.parse(row.json);
    for (const { field, found, fits: has } of of) {
      found.rows++;
      const value = field === null ? null : values[field];
      if (field === null || isEmpty(value)) continue;
      found.filled++;
      if (has(value)) continue;
      found.unfit++;
      if (found.misfits.length < MISFITS_SHOWN && this.sees(row, field)) found.misfits.push({ row: row.id, value: shown(value) });
    }
  }

  plan(): DataPlan {
    const steps = this.steps.flatMap(({ key, found, tell }): DataStep[] => {
      const told = tell(found);
      return told ? [{ key, ...told, misfits: found.misfits }] : [];
    });
    return { steps };
  }
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, VALUE_SHOWN);

const nothing = (): Found => ({ rows: 0, filled: 0, unfit: 0, misfits: [] });
const safe = (says: string) => ({ effect: "safe" as const, says });
const lossyIf = (lost: boolean, says: string) => ({ effect: lost ? ("lossy" as const) : ("safe" as const), says });
const rowsIn = (count: number) => (count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`);
const valuesIn = (count: number) => (count === 1 ? "1 value" : `${count.toLocaleString("en-US")} values`);
const have = (count: number) => `${rowsIn(count)} ${count === 1 ? "has" : "have"}`;

function stepOf(change: Change): Step {
  const { table, stored } = change;
  const bare = { stored, field: null, fits: () => true, found: nothing() };
  switch (change.kind) {
    case "table_added":
      return { ...bare, key: `${stored} added`, tell: () => safe(`${table.label} is added.`) };
    case "table_renamed":
      return {
        ...bare,
        key: `${stored} renamed`,
        tell: ({ rows }) => safe(`Table ${stored} is called ${table.name}: ${rowsIn(rows)} ${rows === 1 ? "moves" : "move"} along.`),
      };
    case "table_removed":
      return {
        ...bare,
        key: `${stored} removed`,
        tell: ({ rows }) => lossyIf(rows > 0, `'${table.label}' is removed: ${rows === 0 ? "it has no rows" : `it has ${rowsIn(rows)}`}.`),
      };
    default:
      return fieldStep(change);
  }
}

function fieldStep(change: Exclude<Change, { kind: "table_added" | "table_renamed" | "table_removed" }>): Step {
  const { table, stored, from, former, column } = change;
  const name = `'${(column ?? former)?.label ?? from}' of ${table.label}`;
  const step = { stored, field: from, fits: () => true, found: nothing() };
  const keyed = (what: string) => `${stored}.${from} ${what}`;
  if (change.kind === "field_renamed")
    return {
      ...step,
      key: keyed("renamed"),
      tell: ({ filled }) => safe(`${name} was called ${from}: ${valuesIn(filled)} ${filled === 1 ? "moves" : "move"} along.`),
    };
  if (change.kind === "field_removed")
    return {
      ...step,
      key: keyed("removed"),
      tell: ({ filled }) => lossyIf(filled > 0 && !isWorkedOut(former), `${name} is removed: ${haveValue(filled)}.`),
    };
  if (change.kind === "field_computed")
    return { ...step, key: keyed("computed"), tell: ({ filled }) => computedAs(name, filled, former, column) };
  if (!former || !column) return { ...step, key: keyed("added"), tell: (found) => added(name, column, found) };
  const fitsAs = (value: unknown) => valueAs(former, column, value) !== undefined;
  return { ...step, key: keyed(column.type), fits: fitsAs, tell: (found) => retyped(name, former, column, found) };
}

const isWorkedOut = (column: Column | undefined): boolean => column !== undefined && isComputed(column);
const LATER = "They stay as they are until they are changed.";
const haveValue = (count: number) => (count === 0 ? "no row has a value" : `${have(count)} a value`);

function computedAs(name: string, filled: number, former: Column | undefined, column: Column | undefined) {
  if (!isWorkedOut(column)) return safe(`${name} is not computed any more: ${valuesIn(filled)} stay as they are.`);
  if (isWorkedOut(former)) return safe(`${name} is computed in another way.`);
  return lossyIf(
    filled > 0,
    `${name} is computed from now on: ${filled === 0 ? "no row has a value" : `${have(filled)} a value that somebody wrote`}.`,
  );
}

function added(name: string, column: Column | undefined, { rows }: Found) {
  if (column?.required && column.default === undefined && rows > 0 && !isWorkedOut(column))
    return safe(`${name} is added: ${have(rows)} none. ${LATER}`);
  return safe(`${name} is added.`);
}

function retyped(name: string, former: Column, column: Column, { filled, unfit }: Found): { effect: DataEffect; says: string } {
  const kind = KIND[column.type] ?? "a text";
  if (filled === 0) return safe(`${name} becomes ${kind}: no row has a value.`);
  if (unfit === 0) return safe(`${name} becomes ${kind}: ${filled === 1 ? "its only value fits" : `all ${valuesIn(filled)} fit`}.`);
  const some = `${name} becomes ${kind}: ${unfit.toLocaleString("en-US")} of ${valuesIn(filled)} ${unfit === 1 ? "does" : "do"} not fit.`;
  if (stays(former, column)) return safe(`${some} ${LATER}`);
  if (unfit < filled) return { effect: "lossy", says: some };
  const none = filled === 1 ? "its only value does" : `all ${valuesIn(filled)} do`;
  return { effect: "impossible", says: `${name} cannot become ${kind}: ${none} not fit.` };
}

/** What fields of the same kind ask of their values from now on. What does not meet it stays as it is. */
function narrowed(before: AppSchema, after: AppSchema): Step[] {
  const tables = renames(before.tables, after.tables);
  return after.tables.flatMap((table) => {
    const stored = tables.find(({ to }) => to === table.name)?.from ?? table.name;
    const formers = columnsOf(before, stored);
    const moved = renames(formers, table.columns);
    return table.columns.flatMap((column): Step[] => {
      const from = moved.find(({ to }) => to === column.name)?.from ?? column.name;
      const former = formers.find(({ name }) => name === from);
      if (!former || former.type !== column.type || isComputed(column)) return [];
      const name = `'${column.label}' of ${table.label}`;
      const step = { stored, field: from, found: nothing() };
      const needs: Step = {
        ...{ ...step, fits: () => true, key: `${stored}.${from} required` },
        tell: ({ rows, filled }) => (rows > filled ? safe(`${name} is needed: ${have(rows - filled)} none. ${LATER}`) : null),
      };
      const bounds: Step = {
        ...{ ...step, found: nothing(), fits: (value) => fits(column, value), key: `${stored}.${from} bounds` },
        tell: ({ unfit }) => (unfit > 0 ? safe(`${name}: ${have(unfit)} a value that it does not offer any more. ${LATER}`) : null),
      };
      const kept = boundsOf(former) !== boundsOf(column) && sameUnits(former, column);
      return [...(column.required && !former.required ? [needs] : []), ...(kept ? [bounds] : [])];
    });
  });
}

const sameUnits = (one: Column, other: Column): boolean => one.currency === other.currency && one.digits === other.digits;
