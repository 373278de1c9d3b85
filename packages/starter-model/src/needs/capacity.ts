/** "free places per course", "not more than the maximum": what takes a place of what has so many. */
import type { Column, Table } from "@edgewright/contracts";
import { uniqueName } from "../describe/sketch.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import type { Once } from "./availability.ts";
import { belonging } from "./belonging.ts";

const HOLDS = /\b(?:max|maximum|capacity|places|seats|spots|participants|attendees|slots|limit|size|beds|can take)\b/;
const PLACES = /\b(?:places?|spots?|seats?|beds?|capacity|room|full|max|maximum|limit|participants|overbook\w*|more than)\b/;
const REFUSED =
  /(?:\b(?:not?|never|cannot|nobody|up to|at most|limit|refus\w*|block\w*|stop)|n't)\b.*\b(?:more|max|maximum|full|capacity|limit|over)|\bup to\b|\bat most\b|\bfull\b|\boverbook/;
const GONE = /\b(?:cancel\w*|withdrawn|returned|left|ended|back)\b/;

/** What is said of it; `null` where nothing says how many there may be of what. */
export function placesFor(clause: string, tables: readonly Table[]): Once | null {
  const text = clause.toLowerCase().replace(/’/g, "'");
  if (!PLACES.test(text)) return null;
  for (const table of tables) {
    const most = table.columns.find(({ type, label }) => type === "integer" && HOLDS.test(label.toLowerCase()));
    const [first] = belonging(table, tables);
    if (!most || !first) continue;
    const { many, one } = namesOf(first.child);
    const left = placesLeft(table, most, first.child, first.through);
    const said = `“${left.label}” of ${namesOf(table).many} is worked out: ${inSentence(most.label)} − ${many}.`;
    if (!REFUSED.test(text)) return { table, said };
    table.checks = [
      ...(table.checks ?? []).filter(({ condition }) => condition !== `row.${left.name} >= 0`),
      { condition: `row.${left.name} >= 0`, message: `This ${namesOf(table).one} is full.` },
    ];
    return { table: first.child, said: `${said} One ${one} more than there are places for is refused, since it is full then.` };
  }
  return null;
}

/** The fields for how many there are and how many are left, made once. */
function placesLeft(table: Table, most: Column, child: Table, through: Column): Column {
  const { many } = namesOf(child);
  const gone = child.columns.find(({ type, label }) => type === "boolean" && GONE.test(label.toLowerCase()));
  const state = child.columns.find(({ type, options }) => type === "select" && options?.some((option) => GONE.test(option)));
  const over = state?.options?.find((option) => GONE.test(option));
  const where = gone ? `!row.${gone.name}` : state && over ? `row.${state.name} != '${over.replace(/[\\']/g, "\\$&")}'` : undefined;
  const known = table.columns.find(
    ({ rollup }) => rollup?.of === "count" && rollup.table === child.name && rollup.through === through.name,
  );
  const taken: Column = known ?? {
    name: uniqueName(`${namesOf(child).row}Count`, table.columns),
    label: many.replace(/^./, (letter) => letter.toUpperCase()),
    type: "integer",
    rollup: { of: "count", table: child.name, through: through.name, ...(where !== undefined && { where }) },
  };
  if (!known) table.columns.push(taken);
  const formula = `row.${most.name} - row.${taken.name}`;
  const held = table.columns.find((column) => column.formula === formula);
  const left: Column = held ?? { name: uniqueName("placesLeft", table.columns), label: "Places left", type: "integer", formula };
  if (!held) table.columns.push(left);
  return left;
}
