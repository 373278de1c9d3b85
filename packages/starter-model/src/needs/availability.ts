/** What is given away once a day, or once a slot: the store refuses a second booking of it. */
import type { Column, Table } from "@edgewright/contracts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { periodOf } from "../write/data-file.ts";

const TWICE =
  /\btwice\b|\bdouble[- ]?book|\bdouble bookings?\b|\balready (?:occupied|booked|taken)\b|\bsame \w+\b.*\bsame\b|\bsame slot\b|\bclash|\bconflict/;
const SLOT = /\b(?:slot|time|hour|period|night|shift|lesson)\b/;
const THING =
  /\b(?:room|hall|desk|court|table|machine|van|car|vehicle|bike|boat|pitch|site|seat|equipment|tool|resource|place|instrument|bench|projector|laptop|device|item|flat|apartment|house|trainer|therapist|doctor|teacher)s?\b/;

/** What is said of it; `null` where a booking lasts from one moment to another, or nothing says when it is. */
export function onceFor(clause: string, meant: Table, tables: readonly Table[]): { table: Table; said: string } | null {
  const text = clause.toLowerCase().replace(/’/g, "'");
  if (!TWICE.test(text)) return null;
  const referring = tables.filter((table) => table.columns.some(({ ref }) => ref === meant.name));
  for (const table of [meant, ...referring, ...tables]) {
    const days = table.columns.filter(({ type }) => type === "date");
    const times = table.columns.filter(({ type }) => type === "time" || type === "datetime");
    const [day] = days;
    const thing = thingOf(table, text, tables);
    if (!day || days.length > 1 || times.length > 1 || periodOf(table) || !thing) continue;
    const slot = table.columns.find(
      (column) =>
        column !== thing &&
        (column.type === "time" || ((column.type === "text" || column.type === "select") && SLOT.test(column.label.toLowerCase()))),
    );
    const columns = [thing, day, ...(slot ? [slot] : [])];
    table.unique = [...(table.unique ?? []), { columns: columns.map(({ name }) => name) }];
    for (const column of columns) column.required = true;
    const { one } = namesOf(table);
    const said = `A second ${one} of the same ${columns
      .map(({ label }) => inSentence(label))
      .join(", ")
      .replace(/, ([^,]*)$/, " and $1")} is refused: there are no double bookings.`;
    return { table, said };
  }
  return null;
}

function thingOf(table: Table, text: string, tables: readonly Table[]): Column | undefined {
  const named = ({ label }: Column) => new RegExp(`\\b${inSentence(label).replace(/[^\p{L}\d ]/gu, ".")}s?\\b`, "u").test(text);
  const references = table.columns.filter(({ type, ref }) => type === "reference" && tables.some(({ name }) => name === ref));
  const kept = table.columns.filter(({ type, label }) => (type === "text" || type === "select") && THING.test(label.toLowerCase()));
  return references.find(named) ?? kept.find(named) ?? references.find(({ label }) => THING.test(label.toLowerCase())) ?? kept[0];
}
