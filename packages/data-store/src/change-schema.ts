/** What lies between one current schema and the next, in words and as what becomes of a row: renamed tables and fields move, removed ones are kept aside, new fields get their default. */
import { type AppSchema, type Column, calledDefault, isComputed, isList, scaleOf } from "@edgewright/contracts";
import { columnsOf, renames } from "./naming.ts";
import { inUtc } from "./settle.ts";

type Values = Record<string, unknown>;
/** One thing that differs. `adds`: a new table, which touches no row that is there. `converts`: what it does to the values of each row of a table. */
type Change = { says: string; adds?: true; converts?: { of: string; apply(values: Values): void } };

/** What becomes of the rows of a stored table. Converting what was converted changes nothing. */
export type Conversion = { tables: readonly string[]; of(table: string): { to: string; columns: Column[]; convert(json: string): Values } };

/** Whether rows that are there would be changed, or read in another way. */
export const isMigration = (before: AppSchema, after: AppSchema): boolean => changesBetween(before, after).some(({ adds }) => !adds);

export function conversionBetween(before: AppSchema, after: AppSchema): Conversion {
  const moved = new Map(
    renames(before.tables, after.tables)
      .toReversed()
      .map(({ from, to }) => [from, to]),
  );
  const steps = changesBetween(before, after).flatMap(({ converts }) => converts ?? []);
  return {
    tables: [...new Set([...moved.keys(), ...steps.map(({ of }) => of)])],
    of(table) {
      const to = moved.get(table) ?? table;
      const columns = columnsOf(after, to);
      const convert = (json: string) => {
        const values: Values = JSON.parse(json);
        for (const step of steps) if (step.of === to) step.apply(values);
        return inUtc(values, columns);
      };
      return { to, columns, convert };
    },
  };
}

/** In the order in which they are to be applied. */
export function changesBetween(before: AppSchema, after: AppSchema): Change[] {
  const tables = renames(before.tables, after.tables);
  const moved = tables.map(({ from, to }): Change => ({ says: `Table ${from} is now ${to}.` }));
  const kept = after.tables.flatMap((table): Change[] => {
    const former = tables.find(({ to }) => to === table.name)?.from ?? table.name;
    if (!before.tables.some(({ name }) => name === former)) return [{ says: `Table ${table.name} was added.`, adds: true }];
    return columnChanges(table.name, columnsOf(before, former), table.columns);
  });
  const gone = before.tables
    .filter(({ name }) => !after.tables.some((table) => table.name === name) && !tables.some(({ from }) => from === name))
    .map(({ name }): Change => ({ says: `Table ${name} was removed; its rows are kept aside.` }));
  return [...moved, ...kept, ...gone];
}

function columnChanges(table: string, before: Column[], after: Column[]): Change[] {
  const renamed = renames(before, after);
  const moved = renamed.map(
    ({ from, to }): Change => ({
      says: `Field ${from} of ${table} is now ${to}.`,
      converts: { of: table, apply: (values) => moveField(values, from, to) },
    }),
  );
  const others = after.flatMap((column): Change[] => {
    const former = before.find(({ name }) => name === (renamed.find(({ to }) => to === column.name)?.from ?? column.name));
    if (!former) return [{ says: `Field ${column.name} of ${table} was added.`, ...fillDefault(table, column) }];
    if (waysOf(former) !== waysOf(column))
      return [{ says: `Field ${column.name} of ${table} is ${isComputed(column) ? "computed in another way" : "not computed any more"}.` }];
    if (kindOf(former) === kindOf(column)) return [];
    const says = `Field ${column.name} of ${table} is of type ${kindOf(column)} now; it was ${kindOf(former)}.`;
    return [{ says, ...retype(table, former, column) }];
  });
  const gone = before
    .filter(({ name }) => !after.some((column) => column.name === name) && !renamed.some(({ from }) => from === name))
    .map(({ name }): Change => ({ says: `Field ${name} of ${table} was removed; its values are kept aside.` }));
  return [...moved, ...others, ...gone];
}

const waysOf = ({ formula, lookup, rollup }: Column): string => JSON.stringify([formula, lookup, rollup]);

/** A type, with what decides how its values are compared. */
const kindOf = (column: Column): string => {
  const scale = scaleOf(column);
  if (scale === null) return column.type;
  return column.type === "money" ? `money in ${column.currency}` : `decimal with ${scale} digits after the point`;
};

/** Instants, and what exact numbers are compared by, have one form each, into which every row that is converted is brought. */
function retype(of: string, former: Column, column: Column): Pick<Change, "converts"> {
  if (isList(former) !== isList(column)) return { converts: { of, apply: (values) => relist(values, column) } };
  return column.type === "datetime" || scaleOf(former) !== scaleOf(column) ? { converts: { of, apply: () => {} } } : {};
}

/** One value becomes a list of one, and the other way round. */
function relist(values: Values, column: Column): void {
  const value = values[column.name];
  if (isList(column) && typeof value === "string" && value !== "") values[column.name] = [value];
  if (!isList(column) && Array.isArray(value) && value.length < 2) values[column.name] = value[0] ?? null;
}

function moveField(values: Values, from: string, to: string): void {
  if (!Object.hasOwn(values, from)) return;
  values[to] = values[from];
  delete values[from];
}

/** A field that comes back finds its old values; only rows without one get the default. */
function fillDefault(of: string, column: Column): Pick<Change, "converts"> {
  const { name, default: value } = column;
  // Of a row that was added long ago, nothing says when and by whom the field would have been filled in.
  if (value === undefined || calledDefault(column) !== null) return {};
  const apply = (values: Values) => {
    if (!Object.hasOwn(values, name)) values[name] = value;
  };
  return { converts: { of, apply } };
}
