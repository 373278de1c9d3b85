/** What is given to one at a time: a room, a slot, a therapist. The store refuses whoever would have it besides. */
import type { Column, NoOverlap, Table } from "@edgewright/contracts";
import type { FreeView } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { inSentence, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { hoursOf, periodOf } from "../write/data-file.ts";

const TWICE =
  /\btwice\b|\bdouble[- ]?book|\bdouble bookings?\b|\boverlap|\b(?:already|still) (?:occupied|booked|taken|in use|reserved|out)\b|\bsame \w+\b.*\bsame\b|\bsame (?:slot|time|moment|hour|day)\b|\bat once\b|\bclash|\bconflict|\btwo (?:bookings|reservations|people|guests|groups|rentals|events|teams|members|customers|families|patients)\b.*\b(?:at|in|for) (?:one|the same|a)\b/;
const SLOT = /\b(?:slot|time|hour|period|night|shift|lesson)\b/;
const THING =
  /\b(?:room|hall|desk|court|table|machine|van|car|vehicle|bike|boat|pitch|site|seat|equipment|tool|resource|place|instrument|bench|projector|laptop|device|item|flat|apartment|house|cabin|tent|booth|stage|studio|field|lane|guide|trainer|therapist|doctor|teacher|instructor|driver)s?\b/;

export type Once = { table: Table; said: string };

/** What is said of the rule; `null` where the fields do not say what is taken, or when. */
export function onceFor(clause: string, meant: Table, tables: readonly Table[]): Once | null {
  const text = clause.toLowerCase().replace(/’/g, "'");
  if (!TWICE.test(text)) return null;
  const referring = tables.filter((table) => table.columns.some(({ ref }) => ref === meant.name));
  for (const table of new Set([meant, ...referring, ...tables])) {
    const things = thingsOf(table, text, tables);
    const once = lastsFor(table, things, saidIn(clause)) ?? slotFor(table, things[0]);
    if (once) return { table, said: once };
  }
  return null;
}

/** "is refused with the words “already booked”" */
const saidIn = (clause: string): string | null => {
  const words = /\bwith (?:the |these )?(?:words?|message|text) ["“']([^"”']{3,80})["”']/i.exec(clause)?.[1];
  return words === undefined ? null : `${upperFirst(words)}${/[.!?]$/.test(words) ? "" : "."}`;
};

/** "a therapist or a room can't be used twice": each of the two by itself. Without a thing there is but one, which all of them are of. */
function lastsFor(table: Table, things: readonly Column[], said: string | null): string | null {
  const period = periodOf(table);
  const hours = period ? null : hoursOf(table);
  const edges = period ?? hours;
  if (!edges) return null;
  const day = hours ? [hours.day] : [];
  const rule = (thing: Column | null): NoOverlap => ({
    from: edges.start.name,
    to: edges.end.name,
    per: [...(thing ? [thing] : []), ...day].map(({ name }) => name),
    message:
      said ?? (thing ? `This ${inSentence(thing.label)} is taken at that time.` : `There is another ${namesOf(table).one} at that time.`),
  });
  const rules = things.length > 0 ? things.map(rule) : [rule(null)];
  table.noOverlap = [
    ...(table.noOverlap ?? []),
    ...rules.filter((one) => !table.noOverlap?.some((known) => JSON.stringify(known) === JSON.stringify(one))),
  ];
  for (const column of [edges.start, edges.end, ...day, ...things]) column.required = true;
  const { many } = namesOf(table);
  const of =
    things.length > 0
      ? ` of the same ${listed(
          things.map(({ label }) => inSentence(label)),
          "or",
        )}`
      : "";
  return `Two ${many}${of} at the same time are refused: there are no double bookings.`;
}

function slotFor(table: Table, thing: Column | undefined): string | null {
  const [day, ...days] = table.columns.filter(({ type }) => type === "date");
  if (!day || days.length > 0 || !thing) return null;
  const slot = table.columns.find(
    (column) =>
      column !== thing &&
      (column.type === "time" || ((column.type === "text" || column.type === "select") && SLOT.test(column.label.toLowerCase()))),
  );
  const columns = [thing, day, ...(slot ? [slot] : [])];
  table.unique = [...(table.unique ?? []), { columns: columns.map(({ name }) => name) }];
  for (const column of columns) column.required = true;
  return `A second ${namesOf(table).one} of the same ${listed(columns.map(({ label }) => inSentence(label)))} is refused: there are no double bookings.`;
}

/** "in the same berth", "per berth", "for one pitch" say outright by which field. */
function sameIn(table: Table, text: string): Column[] {
  const said = [
    ...text.matchAll(/\b(?:the same|same|per|for (?:one|each|every)|in (?:one|each|every)|at one|on one) ((?:[\p{L}-]+ )?[\p{L}-]+)/gu),
  ].map(([, words]) => words ?? "");
  return table.columns.filter(
    ({ type, label }) =>
      /^(?:text|select|reference|user|email)$/.test(type) &&
      said.some((words) => words === inSentence(label) || words.startsWith(`${inSentence(label)} `) || words === `${inSentence(label)}s`),
  );
}

/** What can be taken, by the fields that say which: those of which it is said to be the same, those that the text names, else the one that is such a thing. */
export function thingsOf(table: Table, text: string, tables: readonly Table[]): Column[] {
  const same = sameIn(table, text);
  if (same.length > 0) return same;
  const named = ({ label }: Column) => new RegExp(`\\b${inSentence(label).replace(/[^\p{L}\d ]/gu, ".")}s?\\b`, "u").test(text);
  const references = table.columns.filter(({ type, ref }) => type === "reference" && tables.some(({ name }) => name === ref));
  const isThing = ({ label }: Column) => THING.test(label.toLowerCase());
  const kept = table.columns.filter((column) => (column.type === "text" || column.type === "select") && isThing(column));
  const both = [...references, ...kept].filter((column) => named(column) && (isThing(column) || references.includes(column)));
  if (both.length > 0) return both.filter(isThing).length > 0 ? both.filter(isThing) : both.slice(0, 1);
  const [usual] = [...references.filter(isThing), ...kept, ...references];
  return usual ? [usual] : [];
}

const FREE = /\b(?:free|available|availability|vacant|unoccupied|not booked|not taken|still be booked)\b/;
/** Places are counted, not booked one by one. */
const PLACES = /\b(?:places?|spots?|seats?|capacity)\b/;

/** "which rooms are free on a date?": a screen with what no row of another table takes between two days. */
export function freeFor(clause: string, meant: Table, tables: readonly Table[]): Omit<FreeView, "key" | "path"> | null {
  const text = clause.toLowerCase().replace(/’/g, "'");
  if (!FREE.test(text) || PLACES.test(text)) return null;
  const taking = tables.flatMap((taken) => {
    const period = periodOf(taken);
    const day = taken.columns.find(({ type }) => type === "date");
    const edges = period ?? (day && (hoursOf(taken) || BOOKED.test(namesOf(taken).one)) ? { start: day, end: day } : null);
    if (!edges) return [];
    const of = (column: Column) => tables.find(({ name }) => name === column.ref && name !== taken.name);
    return thingsOf(taken, text, tables).flatMap((by) => {
      const table = of(by);
      return table ? [{ taken, by, table, edges }] : [];
    });
  });
  const named = ({ table }: { table: Table }) => text.includes(namesOf(table).one) || text.includes(namesOf(table).many);
  const found = taking.find(named) ?? taking.find(({ taken, table }) => taken === meant || table === meant) ?? taking[0];
  if (!found) return null;
  const { taken, by, table, edges } = found;
  return {
    kind: "free",
    table: table.name,
    taken: taken.name,
    by: by.name,
    start: edges.start.name,
    end: edges.end.name,
    title: `Free ${namesOf(table).many}`,
    icon: "calendar",
  };
}

const BOOKED = /\b(?:booking|reservation|rental|loan|appointment|event|session|lesson|tour|shift|visit|order|assignment|stay|trip)$/;
