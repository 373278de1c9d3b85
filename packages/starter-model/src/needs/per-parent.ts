/** What the rows that belong to one come to, kept with it: its total, their average, how many there are. */
import type { Column, Table } from "@edgewright/contracts";
import { uniqueName } from "../describe/sketch.ts";
import { asLabel, camelCase, inSentence, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

export type RollupKind = "total" | "average" | "count";

const OF = { total: "sum", average: "average", count: "count" } as const;

/** The row that a clause speaks of with what belongs to it: "the invoice its total", "an objective's page shows their average". */
export function parentIn(clause: string, child: Table, tables: readonly Table[]): { parent: Table; through: Column } | null {
  const words = ` ${clause
    .toLowerCase()
    .replace(/'s\b/g, "")
    .replace(/[^\p{L}\d]+/gu, " ")} `;
  for (const through of child.columns) {
    const parent = through.type === "reference" ? tables.find(({ name }) => name === through.ref && name !== child.name) : undefined;
    if (!parent) continue;
    const { one, many } = namesOf(parent);
    if ([one, many, one.split(" ").at(-1) ?? one].some((name) => words.includes(` ${name} `))) return { parent, through };
  }
  return null;
}

/** Gives the parent the field, once. `of`: the field that is added up; null where rows are counted. */
export function rollUp(kind: RollupKind, { parent, through }: { parent: Table; through: Column }, child: Table, of: Column | null): Column {
  const { many, one } = namesOf(child);
  const held = parent.columns.find(
    ({ rollup }) =>
      rollup &&
      rollup.table === child.name &&
      rollup.through === through.name &&
      rollup.of === OF[kind] &&
      rollup.column === of?.name &&
      !rollup.where,
  );
  if (held) return held;
  const what = of && /^(?:total|amount|sum)$/i.test(of.label) ? "" : inSentence(of?.label ?? "");
  const label = kind === "count" ? upperFirst(many) : `${kind === "total" ? "Total" : "Average"} ${what}`.trim();
  const name = kind === "count" ? `${camelCase(one)}Count` : camelCase(label);
  const column: Column = {
    name: uniqueName(name, parent.columns),
    label: asLabel(label),
    type: kind === "count" ? "integer" : of?.type === "integer" && kind === "average" ? "number" : (of?.type ?? "number"),
    ...(of?.format && { format: of.format }),
    ...(of?.currency && { currency: of.currency }),
    ...(of?.digits !== undefined && { digits: of.digits }),
    rollup: { of: OF[kind], table: child.name, through: through.name, ...(of && { column: of.name }) },
  };
  parent.columns.push(column);
  return column;
}
