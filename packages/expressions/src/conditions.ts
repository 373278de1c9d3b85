/** Every condition, pattern and computed field of an app's tables, and what is wrong with it. */
import { type AppSchema, Audience, isComputed, type Table } from "@edgewright/contracts";
import { compile } from "./compile.ts";
import { computedFaults } from "./computed.ts";
import { isPattern } from "./pattern.ts";

/** `path`: where in the schema. */
export type Fault = { path: PropertyKey[]; message: string };

export const faultsOf = (schema: AppSchema): Fault[] => [
  ...schema.tables.flatMap((table, index) => inTable(table, ["tables", index])),
  ...computedFaults(schema),
];

function inTable(table: Table, path: PropertyKey[]): Fault[] {
  const { server: _, ...rules } = table.policy ?? {};
  return [
    ...Object.entries(rules).flatMap(([action, rule]) => inRule(table, rule, action === "update", [...path, "policy", action])),
    ...(table.checks ?? []).flatMap(({ condition }, at) => inCondition(table, condition, true, [...path, "checks", at, "condition"])),
    ...(table.unique ?? []).flatMap(({ columns }, at) =>
      columns.flatMap((name, place) =>
        table.columns.some((column) => column.name === name && isComputed(column))
          ? [{ path: [...path, "unique", at, "columns", place], message: `"${name}" is computed, and cannot be asked to be unique.` }]
          : [],
      ),
    ),
    ...table.columns.flatMap(({ policy = {}, pattern }, at) => [
      ...Object.entries(policy).flatMap(([what, rule]) => inRule(table, rule, what === "write", [...path, "columns", at, "policy", what])),
      ...(pattern === undefined || isPattern(pattern)
        ? []
        : [
            {
              path: [...path, "columns", at, "pattern"],
              message: `"${pattern}" is no regular expression of RE2, which has no backreferences and does not look ahead.`,
            },
          ]),
    ]),
  ];
}

const inRule = (table: Table, rule: string, old: boolean, path: PropertyKey[]): Fault[] =>
  Audience.safeParse(rule).success ? [] : inCondition(table, rule, old, path);

function inCondition({ columns }: Table, text: string, old: boolean, path: PropertyKey[]): Fault[] {
  const read = compile(text, { columns, old, user: true });
  return read.ok ? [] : [{ path, message: `The condition "${text}" ${read.problem.message} (at character ${read.problem.at + 1}).` }];
}
