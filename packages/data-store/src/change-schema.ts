/** What lies between one current schema and the next, in words and as what becomes of a row: renamed tables and fields move, removed ones are kept aside, new fields get their default. */
import { type AppSchema, type Column, calledDefault, isComputed, type Table } from "@edgewright/contracts";
import { columnsOf, renames } from "./naming.ts";
import { kindOf, moveField, retypeField } from "./retype.ts";
import { inUtc } from "./settle.ts";

type Values = Record<string, unknown>;
/** What is done to the values of each row of a table. */
type Converts = { of: string; apply(values: Values): void };
/**
 * One thing that differs. `table` is as it will be, or the one that is removed; `stored` and `from` are what the table and the
 * field are called while the rows are as they were.
 */
export type Change = { says: string; table: Table; stored: string; converts?: Converts } & (
  | { kind: "table_added" | "table_renamed" | "table_removed" }
  | {
      kind: "field_added" | "field_renamed" | "field_computed" | "field_retyped" | "field_removed";
      from: string;
      former?: Column;
      column?: Column;
    }
);

/** What becomes of the rows of a stored table, each converted once. `tables`: those with rows to convert. */
export type Conversion = { tables: readonly string[]; of(table: string): { to: string; columns: Column[]; convert(json: string): Values } };

/** Whether rows that are there would be changed, or read in another way. */
export const isMigration = (before: AppSchema, after: AppSchema): boolean =>
  changesBetween(before, after).some(({ kind }) => kind !== "table_added");

export function conversionBetween(before: AppSchema, after: AppSchema): Conversion {
  const moved = new Map(
    renames(before.tables, after.tables)
      .toReversed()
      .map(({ from, to }) => [from, to]),
  );
  const converting = changesBetween(before, after).filter(({ converts }) => converts !== undefined);
  const steps = converting.flatMap(({ converts }) => converts ?? []);
  return {
    tables: [...new Set([...moved.keys(), ...converting.map(({ stored }) => stored)])],
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
  const storedOf = ({ name }: Table) => tables.find(({ to }) => to === name)?.from ?? name;
  const moved = tables.flatMap(({ from, to }): Change[] => {
    const table = after.tables.find(({ name }) => name === to);
    return table ? [{ kind: "table_renamed", table, stored: from, says: `Table ${from} is now ${to}.` }] : [];
  });
  const kept = after.tables.flatMap((table): Change[] => {
    const stored = storedOf(table);
    if (!before.tables.some(({ name }) => name === stored))
      return [{ kind: "table_added", table, stored, says: `Table ${table.name} was added.` }];
    return columnChanges(table, stored, pointingOn(columnsOf(before, stored), tables));
  });
  const gone = before.tables
    .filter(({ name }) => !after.tables.some((table) => table.name === name) && !tables.some(({ from }) => from === name))
    .map(
      (table): Change => ({
        kind: "table_removed",
        ...{ table, stored: table.name },
        says: `Table ${table.name} was removed; its rows are kept aside.`,
      }),
    );
  return [...moved, ...kept, ...gone];
}

/** References to a table that is called otherwise now are references to the same rows. */
const pointingOn = (columns: Column[], tables: readonly { from: string; to: string }[]): Column[] =>
  columns.map((column) => {
    const to = tables.find(({ from }) => from === column.ref)?.to;
    return to === undefined ? column : { ...column, ref: to };
  });

function columnChanges(table: Table, stored: string, before: Column[]): Change[] {
  const { name: of, columns: after } = table;
  const renamed = renames(before, after);
  const formerName = (column: Column) => renamed.find(({ to }) => to === column.name)?.from ?? column.name;
  const moved = renamed.map(
    ({ from, to }): Change => ({
      kind: "field_renamed",
      ...{ table, stored, from, column: after.find(({ name }) => name === to) },
      says: `Field ${from} of ${of} is now ${to}.`,
      converts: { of, apply: (values) => moveField(values, from, to) },
    }),
  );
  const others = after.flatMap((column): Change[] => {
    const from = formerName(column);
    const former = before.find(({ name }) => name === from);
    const about = { table, stored, from, former, column };
    if (!former) return [{ kind: "field_added", ...about, says: `Field ${column.name} of ${of} was added.`, ...fillDefault(of, column) }];
    if (waysOf(former) !== waysOf(column)) {
      const says = `Field ${column.name} of ${of} is ${isComputed(column) ? "computed in another way" : "not computed any more"}.`;
      const converts = isComputed(former) && isComputed(column) ? {} : { converts: retype(of, former, column) };
      return [{ kind: "field_computed", ...about, says, ...converts }];
    }
    if (kindOf(former) === kindOf(column)) return [];
    const says = `Field ${column.name} of ${of} is of type ${kindOf(column)} now; it was ${kindOf(former)}.`;
    return [{ kind: "field_retyped", ...about, says, converts: retype(of, former, column) }];
  });
  const gone = before
    .filter(({ name }) => !after.some((column) => column.name === name) && !renamed.some(({ from }) => from === name))
    .map(
      (former): Change => ({
        kind: "field_removed",
        ...{ table, stored, from: former.name, former },
        says: `Field ${former.name} of ${of} was removed; its values are kept aside.`,
      }),
    );
  return [...moved, ...others, ...gone];
}

const waysOf = ({ formula, lookup, rollup }: Column): string => JSON.stringify([formula, lookup, rollup]);

/** A field that is computed on both sides has nothing that anybody wrote. */
function retype(of: string, former: Column, column: Column): Converts {
  const apply = (values: Values) => (isComputed(former) && isComputed(column) ? undefined : retypeField(values, former, column));
  return { of, apply };
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
