/** Every condition, pattern and computed field of an app's tables, and what is wrong with it. */
import { type AppSchema, Audience, isComputed, roleOfRule, type Table } from "@edgewright/contracts";
import { compile } from "./compile.ts";
import { computedFaults } from "./computed.ts";
import { isPattern } from "./pattern.ts";

/** `path`: where in the schema. */
export type Fault = { path: PropertyKey[]; message: string };

export const faultsOf = (schema: AppSchema): Fault[] => [
  ...schema.tables.flatMap((table, index) => inTable(table, ["tables", index])),
  ...computedFaults(schema),
];

/** A rule or a check, and where it stands. `old`: it may speak of the row as it was. */
export type StatedCondition = { text: string; old: boolean; path: PropertyKey[] };

/** All that a table says of who may do what, and of what must hold. */
export function conditionsOf({ policy, checks = [], columns }: Table, path: PropertyKey[]): StatedCondition[] {
  const { server: _, ...rules } = policy ?? {};
  return [
    ...Object.entries(rules).map(([action, text]) => ({ text, old: action === "update", path: [...path, "policy", action] })),
    ...checks.map(({ condition }, at) => ({ text: condition, old: true, path: [...path, "checks", at, "condition"] })),
    ...columns.flatMap(({ policy: ofField = {} }, at) =>
      Object.entries(ofField).map(([what, text]) => ({ text, old: what === "write", path: [...path, "columns", at, "policy", what] })),
    ),
  ];
}

function inTable(table: Table, path: PropertyKey[]): Fault[] {
  return [
    ...conditionsOf(table, path).flatMap((said) => inCondition(table, said)),
    ...(table.unique ?? []).flatMap(({ columns }, at) =>
      columns.flatMap((name, place) =>
        table.columns.some((column) => column.name === name && isComputed(column))
          ? [{ path: [...path, "unique", at, "columns", place], message: `"${name}" is computed, and cannot be asked to be unique.` }]
          : [],
      ),
    ),
    ...table.columns.flatMap(({ pattern }, at) =>
      pattern === undefined || isPattern(pattern)
        ? []
        : [
            {
              path: [...path, "columns", at, "pattern"],
              message: `"${pattern}" is no regular expression of RE2, which has no backreferences and does not look ahead.`,
            },
          ],
    ),
  ];
}

/** Whether a rule is a word, such as `owner` or `role:manager`, and no condition. */
const isWord = (rule: string): boolean => Audience.safeParse(rule).success || roleOfRule(rule) !== null;

function inCondition({ columns }: Table, { text, old, path }: StatedCondition): Fault[] {
  if (path.includes("policy") && isWord(text)) return [];
  const read = compile(text, { columns, old, user: true });
  return read.ok ? [] : [{ path, message: `The condition "${text}" ${read.problem.message} (at character ${read.problem.at + 1}).` }];
}
