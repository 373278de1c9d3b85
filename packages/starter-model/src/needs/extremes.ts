/** The best, the first and the last of the rows that belong to one: "personal best of each swimmer", "last visit", "first seen". */
import type { Column, Rollup, Table } from "@edgewright/contracts";
import { isNumber } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { asLabel, camelCase, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { belonging } from "./belonging.ts";

type Kind = Rollup["of"];
const EXTREMES: [RegExp, Kind, label: string][] = [
  [/\b(?:personal )?best\b|\bfastest\b|\bquickest\b|\brecords? (?:of|per|for)\b/, "min", "Best"],
  [/\b(?:highest|largest|biggest|maximum|longest)\b/, "max", "Highest"],
  [/\b(?:lowest|smallest|cheapest|shortest)\b/, "min", "Lowest"],
  [/\bfirst (?:seen|visit|time|date|order|contact)\b/, "earliest", "First"],
  [/\b(?:last|latest|most recent)\b/, "latest", "Last"],
];
const isWhen = ({ type }: Column): boolean => type === "date" || type === "datetime" || type === "time";

/** Kept with the row that they belong to. What is said of it; null where nothing belongs to the table, or has such a value. */
export function extremeIn(text: string, parent: Table, tables: readonly Table[]): string | null {
  const found = EXTREMES.find(([pattern]) => pattern.test(text));
  if (!found) return null;
  const [, kind, label] = found;
  for (const { child, through } of belonging(parent, tables)) {
    const of = valueFor(kind, label, child, text);
    if (!of) continue;
    return `“${extreme(kindFor(kind, of), label, parent, { child, through, of }).label}” of ${namesOf(parent).many} is worked out: the ${label.toLowerCase()} ${inSentence(of.label)} of its ${namesOf(child).many}.`;
  }
  return null;
}

/** The best of times is the earliest of them. */
const kindFor = (kind: Kind, of: Column): Kind =>
  isWhen(of) && kind === "min" ? "earliest" : isWhen(of) && kind === "max" ? "latest" : kind;

function valueFor(kind: Kind, label: string, { columns }: Table, text: string): Column | undefined {
  const day = columns.find(({ type }) => type === "date" || type === "datetime");
  if (kind === "earliest" || kind === "latest") return day;
  const values = columns.filter((column) => isNumber(column) || column.type === "time");
  const named = values.find((column) => text.includes(inSentence(column.label)));
  return (
    named ?? (label === "Best" ? (values.find(({ type }) => type === "time") ?? (values.length === 1 ? values[0] : undefined)) : undefined)
  );
}

type Of = { child: Table; through: Column; of: Column };

/** Made once. */
export function extreme(kind: Kind, label: string, parent: Table, { child, through, of }: Of): Column {
  const held = parent.columns.find(
    ({ rollup }) => rollup?.of === kind && rollup.table === child.name && rollup.through === through.name && rollup.column === of.name,
  );
  if (held) return held;
  const what = isWhen(of) && of.type !== "time" ? namesOf(child).one : inSentence(of.label);
  const column: Column = {
    name: uniqueName(camelCase(`${label} ${what}`), parent.columns),
    label: asLabel(`${label} ${what}`),
    type: of.type,
    ...(of.format && { format: of.format }),
    ...(of.currency && { currency: of.currency }),
    ...(of.digits !== undefined && { digits: of.digits }),
    rollup: { of: kind, table: child.name, through: through.name, column: of.name },
  };
  parent.columns.push(column);
  return column;
}
