/** Which table a need is about, by the words of the clause that asks. */
import type { NeedKind } from "../knowledge/need-words.ts";
import { plural } from "../words/inflect.ts";
import { eventOf } from "./events.ts";
import type { ReadTable } from "./outline.ts";

export const tableOf = (kind: NeedKind, clause: string, tables: readonly ReadTable[]): ReadTable =>
  (SUMMED.has(kind)
    ? tableSummed(clause, tables)
    : DONE.has(kind)
      ? tableDone(clause, tables)
      : kind === "own-rows"
        ? tableOwned(clause, tables)
        : undefined) ?? tableMeant(clause, tables);

/** Kinds that are about what people do, not about what they do it with. */
const DONE = new Set<NeedKind>(["public-form", "availability"]);

/** "can owners book themselves": what is kept of what they do, else what they hand in, and not who they are. */
function tableDone(clause: string, tables: readonly ReadTable[]): ReadTable | undefined {
  const events = (clause.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => eventOf(word) ?? []);
  // "Faults are reported through a link": what is done to.
  const done = tables.find(({ one }) =>
    new RegExp(`^(?:the |all |new )?${plural(one).replace(/\W/g, ".")} (?:are|get|can be|may be|should be) \\w+(?:ed|n|t)\\b`).test(
      clause.toLowerCase(),
    ),
  );
  if (done) return done;
  const names = events.includes("booking") ? [...events, "appointment", "reservation"] : events;
  const handedIn =
    /\b(?:submit|send|register|report|announce|enter|request|order|suggest|propose|fill in)\s+(?:in\s+)?(?:a|an|the|their|new|own)\s+([\w-]+)/i
      .exec(clause)?.[1]
      ?.toLowerCase();
  return (
    tables.find(({ one }) => names.some((name) => one === name || one.endsWith(` ${name}`))) ??
    tables.find(
      ({ one }) => handedIn !== undefined && [one, plural(one)].some((name) => name === handedIn || name.endsWith(` ${handedIn}`)),
    )
  );
}

/** "only his own assignments" */
function tableOwned(clause: string, tables: readonly ReadTable[]): ReadTable | undefined {
  const owned = /\bown ([\w-]+)/i.exec(clause)?.[1]?.toLowerCase();
  return tables.find(({ one }) => owned !== undefined && [one, plural(one)].some((name) => name === owned || name.endsWith(` ${owned}`)));
}

const SUMMED = new Set<NeedKind>(["total", "average", "count", "chart"]);

/** "total minutes per teacher" adds up lessons: what has minutes and belongs to a teacher. */
function tableSummed(clause: string, tables: readonly ReadTable[]): ReadTable | undefined {
  const words = clause.toLowerCase();
  const per = /\b(?:per|by|for each|each|every)\s+(?:the\s+)?([\w-]+)/.exec(words)?.[1];
  const measured = tables.filter(({ fields }) =>
    fields.some(
      ({ label, type }) =>
        /^(?:money|number|integer)$/.test(type) &&
        label
          .toLowerCase()
          .split(/\W+/)
          .some((word) => word.length > 3 && words.includes(word.replace(/s$/, ""))),
    ),
  );
  const grouped = per
    ? measured.filter(({ fields }) => fields.some(({ label }) => label.toLowerCase().includes(per.replace(/s$/, ""))))
    : [];
  return grouped[0] ?? measured[0];
}

/** The table that a clause names, or one whose field it names, else the first. */
function tableMeant(clause: string, tables: readonly ReadTable[]): ReadTable {
  const words = ` ${clause.toLowerCase().replace(/[^\p{L}\d]+/gu, " ")} `;
  const named = tables.filter(({ one }) =>
    [one, plural(one)].some((name) => words.includes(` ${name} `) || words.includes(` ${name.split(" ").at(-1)} `)),
  );
  const held = tables.map((table) => ({ table, length: longestLabel(table, words) })).filter(({ length }) => length > 3);
  const holding = held.sort((one, other) => other.length - one.length)[0]?.table;
  const before = named.find(({ one }) => !new RegExp(`\\b(?:per|by|each|every)\\s+(?:${one}|${plural(one)})\\b`).test(words));
  return before ?? holding ?? named[0] ?? tables[0]!;
}

/** How long the longest name of a field is that a clause has, in one or in several. */
const longestLabel = ({ fields }: ReadTable, words: string): number =>
  Math.max(
    0,
    ...fields
      .map(({ label }) => label.toLowerCase())
      .filter((label) => [label, plural(label)].some((name) => words.includes(` ${name} `)))
      .map((label) => label.length),
  );
