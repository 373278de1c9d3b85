/** What of a table is worth a look on a start page: rows that are late, rows that are ahead, and the stages that rows go through. */
import type { Column, Table } from "@edgewright/contracts";
import type { Condition } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { periodOf } from "./data-file.ts";
import { doneColumn } from "./table-file.ts";
import { toneOf } from "./tones.ts";

const DUE = /\b(?:due|deadline|return by|ready by|pay by)\b/i;
const FINISHED = /^(?:is )?(?:done|complete|completed|finished|returned|paid|resolved|closed|delivered|settled|answered)$/i;
const STAGE = /^(?:.* )?(?:status|state|stage|phase)$/i;
const BOOKED =
  /\b(?:booking|reservation|shift|appointment|meeting|event|session|class|lesson|interview|visit|rental|lease|loan|trip|match|concert|rehearsal)$/;

const dueColumn = ({ columns }: Table): Column | undefined => columns.find(({ type, label }) => type === "date" && DUE.test(label));

export const stageOf = ({ columns }: Table): Column | undefined =>
  columns.find(({ type, label, options }) => type === "select" && options !== undefined && STAGE.test(label));

/** What says of a row that nothing is to be done about it any more. */
function open(table: Table): Condition[] | null {
  const done = doneColumn(table) ?? table.columns.find(({ type, label }) => type === "boolean" && FINISHED.test(label));
  if (done) return [{ column: done.name, op: "eq", value: false }];
  const stage = stageOf(table);
  const over =
    stage?.options?.filter(
      (option) => /^(?:success|danger)$/.test(toneOf(option)) && !/overdue|urgent|missing|active|open/i.test(option),
    ) ?? [];
  if (!stage || over.length === 0) return null;
  return over.map((option) => ({ column: stage.name, op: "ne", value: option }));
}

/** Null where a table does not say when something is due and when it is done. */
export function lateRows(table: Table): Condition[] | null {
  const due = dueColumn(table);
  const isOpen = due && open(table);
  return isOpen ? [{ column: due.name, op: "lt", days: 0 }, ...isOpen] : null;
}

/** What is booked, planned or due from today on. */
export function comingUp(table: Table): { day: Column; where: Condition[] } | null {
  const due = dueColumn(table);
  if (due) return { day: due, where: [{ column: due.name, op: "gte", days: 0 }, ...(open(table) ?? [])] };
  const start =
    periodOf(table)?.start ?? (BOOKED.test(namesOf(table).one) ? table.columns.find(({ type }) => /^date/.test(type)) : undefined);
  return start ? { day: start, where: [{ column: start.name, op: "gte", days: 0 }] } : null;
}
