/** Which rows a wish for a list of its own means, by the fields of its table: "not returned yet", "due this week", "overdue". */
import type { Column, Table } from "@edgewright/contracts";
import type { Condition } from "../app-model.ts";
import { PAST } from "../describe/conditions.ts";
import { inSentence } from "../words/inflect.ts";

export type Meant = { where: Condition[]; title: string };

const DAYS: [RegExp, number][] = [
  [/\btoday\b/, 0],
  [/\btomorrow\b/, 1],
  [/\b(?:this|next|coming) week\b/, 7],
  [/\bfortnight\b/, 14],
  [/\b(?:this|next|coming) month\b/, 30],
];

const isDay = ({ type }: Column): boolean => type === "date" || type === "datetime";
const stem = (word: string): string => word.replace(/(?:ed|ing|en|e|s)$/, "");
const called = (column: Column): string => `${column.label} ${column.name}`.toLowerCase();

export function conditionFor(table: Table, clause: string): Meant | null {
  const text = clause.toLowerCase();
  return (
    notYet(table, text) ??
    late(table, text) ??
    dueSoon(table, text) ??
    stillOpen(table, text) ??
    stillOut(table, text) ??
    lacking(table, text) ??
    unoccupied(table, text)
  );
}

/** Ticked or dated once it has happened, so that it is false or empty before. */
function pending(column: Column): Condition | null {
  if (column.type === "boolean") return { column: column.name, op: "eq", value: false };
  return isDay(column) ? { column: column.name, op: "empty" } : null;
}

function notYet(table: Table, text: string): Meant | null {
  const word =
    /\b(?:not|never|nobody|nobody has|isn't|aren't|(?:has|have|had|is|was|did|does|do)n't(?: been)?|still have to|still to)\s+(?:yet\s+|been\s+|be\s+|i\s+)*(\w{4,})|\bun(paid|answered|returned|redeemed|signed|assigned|collected)\b/.exec(
      text,
    );
  const said = word?.[1] ?? word?.[2];
  if (!said) return null;
  const names = [stem(said), ...(/return|back/.test(said) ? ["back", "returned"] : [])];
  const column = table.columns.find((candidate) => names.some((name) => called(candidate).includes(name)) && pending(candidate));
  const where = column && pending(column);
  return where ? { where: [where], title: `Not ${said}${said.endsWith("t") ? "ed" : ""}` } : null;
}

const dueColumn = (table: Table): Column | undefined =>
  table.columns.find(
    (column) =>
      isDay(column) && /\b(?:due|deadline|expir\w*|until|end|ready|return by|back|next|valid|departure|renewal)\b/.test(called(column)),
  );

const DONE = /\b(?:done|paid|returned|completed|closed|resolved|fixed|sent|received|collected|answered|delivered|finished|carried)\b/;

function late(table: Table, text: string): Meant | null {
  if (!/\boverdue\b|\blate\b|\bdate is (?:over|exceeded|passed)\b|\bpast (?:its|their|the|due)\b|\bexpired\b/.test(text)) return null;
  const due = dueColumn(table);
  if (!due) return null;
  const done = table.columns.find((column) => column !== due && DONE.test(called(column)) && pending(column));
  const open = done && pending(done);
  return { where: [{ column: due.name, op: "lt", days: 0 }, ...(open ? [open] : [])], title: /expired/.test(text) ? "Expired" : "Overdue" };
}

function dueSoon(table: Table, text: string): Meant | null {
  const counted = /\b(?:next|within|in)\s+(?:the next\s+)?(\d+|ten|seven|fourteen|thirty) (days|weeks)\b/.exec(text);
  const words: Record<string, number> = { seven: 7, ten: 10, fourteen: 14, thirty: 30 };
  const days = counted
    ? (words[counted[1]!] ?? Number(counted[1])) * (counted[2] === "weeks" ? 7 : 1)
    : (DAYS.find(([pattern]) => pattern.test(text))?.[1] ?? (/\bexpir\w* soon\b|\brunning out\b|\bdue soon\b/.test(text) ? 30 : undefined));
  const named = table.columns.find((column) => isDay(column) && text.includes(column.label.toLowerCase()));
  const due = named ?? dueColumn(table) ?? table.columns.find((column) => isDay(column) && !PAST.test(column.label));
  if (days === undefined || !due || !Number.isFinite(days)) return null;
  return {
    where: [
      { column: due.name, op: "gte", days: 0 },
      { column: due.name, op: "lte", days },
    ],
    title: days === 0 ? "Due today" : days === 1 ? "Due tomorrow" : `Due in ${days} days`,
  };
}

/** "the costumes that are still out": what comes back has a day for it. */
function stillOut(table: Table, text: string): Meant | null {
  if (!/\b(?:still|now|currently|are|is) (?:out|outside|away|lent|on loan|borrowed|not back)\b|\b(?:not|isn't|aren't) back\b/.test(text))
    return null;
  const back = table.columns.find(
    (column) => /\b(?:back|returned|return(?:ed)? on|came back|came in|picked up)\b/.test(called(column)) && pending(column),
  );
  const where = back && pending(back);
  return where ? { where: [where], title: "Still out" } : null;
}

/** "faults without an end", "where the certificate is missing": a field that is empty. */
function lacking(table: Table, text: string): Meant | null {
  const found =
    /\b(?:without|with no|has no|have no|lacks?|missing|no) (?:an? |any |the |its |their )?(\w{3,})/.exec(text)?.[1] ??
    /\b(\w{3,}) (?:is|are) (?:missing|empty|still empty|not there)\b/.exec(text)?.[1];
  if (!found) return null;
  const root = stem(found);
  const column = table.columns.find(
    (candidate) =>
      candidate.type !== "boolean" &&
      candidate.label
        .toLowerCase()
        .split(/\W+/)
        .some((word) => stem(word) === root),
  );
  return column && column !== table.columns[0]
    ? { where: [{ column: column.name, op: "empty" }], title: `Without ${inSentence(column.label)}` }
    : null;
}

const OCCUPANT =
  /^(?:tenant|exhibitor|occupant|occupied by|rented (?:to|by)|renter|lessee|resident|guest|customer|client|member|holder|user|keeper|family|employee|worker|used by|taken by|booked by)$/i;

/** "show the free plots": nobody has them. */
function unoccupied(table: Table, text: string): Meant | null {
  if (!/\b(?:free|empty|vacant|unoccupied|unlet|available|not rented|not taken)\b/.test(text)) return null;
  const column = table.columns.find(({ label }) => OCCUPANT.test(label));
  return column ? { where: [{ column: column.name, op: "empty" }], title: "Free" } : null;
}

function stillOpen(table: Table, text: string): Meant | null {
  if (!/\bopen\b|\boutstanding\b/.test(text)) return null;
  const done = table.columns.find((column) => DONE.test(called(column)) && pending(column));
  const where = done && pending(done);
  return where ? { where: [where], title: "Open" } : null;
}
