/** What tables say of a table or a field by its name follows it: references, rules, guards, and what is worked out of it. */
import type { Column, Table } from "@edgewright/contracts";

/** The table itself, what refers to it, and what is worked out of its rows; conditions name no tables. */
export function renameTableIn(tables: readonly Table[], { from, to }: { from: string; to: string }): void {
  for (const table of tables) {
    if (table.name === from) {
      table.was = [...(table.was ?? []).filter((former) => former !== to), from];
      table.name = to;
    }
    for (const column of table.columns) {
      if (column.ref === from) column.ref = to;
      if (column.rollup?.table === from) column.rollup = { ...column.rollup, table: to };
    }
  }
}

type Renamed = { table: string; from: string; to: string };

export function renameInRules(tables: readonly Table[], renamed: Renamed): void {
  for (const table of tables) {
    if (table.name === renamed.table) renameOwn(table, renamed);
    for (const column of table.columns) renameComputed(table, column, renamed);
  }
}

function renameOwn(table: Table, { from, to }: Renamed): void {
  const name = (one: string) => (one === from ? to : one);
  const condition = conditionOf(from, to);
  if (table.policy)
    for (const action of ["read", "create", "update", "delete"] as const) table.policy[action] = condition(table.policy[action]);
  if (table.unique) table.unique = table.unique.map((rule) => ({ ...rule, columns: rule.columns.map(name) }));
  if (table.noOverlap)
    table.noOverlap = table.noOverlap.map((rule) => ({ ...rule, from: name(rule.from), to: name(rule.to), per: rule.per.map(name) }));
  if (table.checks)
    table.checks = table.checks.map((check) => ({
      ...check,
      condition: condition(check.condition),
      ...(check.column && { column: name(check.column) }),
    }));
  for (const { policy } of table.columns) {
    if (policy?.read) policy.read = condition(policy.read);
    if (policy?.write) policy.write = condition(policy.write);
  }
}

function renameComputed(table: Table, column: Column, renamed: Renamed): void {
  const name = (one: string) => (one === renamed.from ? renamed.to : one);
  const condition = conditionOf(renamed.from, renamed.to);
  const isOwn = table.name === renamed.table;
  const { formula, lookup, rollup } = column;
  if (formula && isOwn) column.formula = condition(formula);
  if (lookup) {
    const leadsThere = table.columns.some(
      (through) => (through.name === lookup.through || (isOwn && through.name === name(lookup.through))) && through.ref === renamed.table,
    );
    column.lookup = {
      through: isOwn ? name(lookup.through) : lookup.through,
      column: leadsThere ? name(lookup.column) : lookup.column,
    };
  }
  if (rollup?.table === renamed.table)
    column.rollup = {
      ...rollup,
      through: name(rollup.through),
      ...(rollup.column && { column: name(rollup.column) }),
      ...(rollup.where && { where: condition(rollup.where) }),
    };
}

/** As a member of the row as it is or was, outside of texts. */
const conditionOf = (from: string, to: string) => {
  const member = new RegExp(`('(?:[^'\\\\]|\\\\.)*')|\\b(row|old)\\.${from}\\b`, "g");
  return (text: string): string => text.replace(member, (all, quoted: string | undefined, of: string) => (quoted ? all : `${of}.${to}`));
};
