/** Tables while they are being read out of a description. */
import type { Column, Table } from "@edgewright/contracts";
import { asLabel, camelCase, plural, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

const lastWord = (phrase: string) => phrase.trim().split(/\s+/).at(-1) ?? "";
const bare = (phrase: string) =>
  singular(
    phrase
      .toLowerCase()
      .replace(/['’]s?\b/g, "")
      .replace(/^(?:an?|the|its|their|our|my|one|each|every|all|many|several|multiple|new)\s+/, "")
      .trim(),
  );

export class Sketch {
  readonly tables: Table[] = [];

  /** "room" finds "meeting rooms" where nothing else is called so. */
  find(phrase: string): Table | undefined {
    return findTableByWords(this.tables, phrase);
  }

  /** The table for "vehicles" or "vehicle"; made when it is not there yet. */
  table(phrase: string): Table {
    const found = this.tables.find((table) => bare(table.label) === bare(phrase));
    if (found) return found;
    const label = asLabel(plural(phrase.replace(/['’]s?\b/g, ""))).slice(0, 60);
    const table: Table = { name: uniqueName(camelCase(label), this.tables), label, columns: [] };
    this.tables.push(table);
    return table;
  }
}

export function findTableByWords(tables: readonly Table[], phrase: string): Table | undefined {
  const words = bare(phrase);
  if (words === "") return undefined;
  const exact = tables.find((table) => bare(table.label) === words || table.name.toLowerCase() === phrase.toLowerCase().trim());
  if (exact) return exact;
  const close = tables.filter((table) => lastWord(bare(table.label)) === lastWord(words) || namesOf(table).one === words);
  return close.length === 1 ? close[0] : undefined;
}

const TAKEN = new Set(["id", "createdAt", "updatedAt", "createdBy", "revision", "row", "rows"]);

export function uniqueName(name: string, among: readonly { name: string }[]): string {
  const free = (candidate: string) => !among.some((item) => item.name === candidate) && !TAKEN.has(candidate);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (free(candidate)) return candidate;
  }
}

/** Adds a column once: a second one by the same name only says more about the first. */
export function addColumn(table: Table, column: Column, at = table.columns.length): Column {
  const known = table.columns.find((candidate) => candidate.name === column.name);
  if (known) {
    if (column.options && !known.options) Object.assign(known, column);
    return known;
  }
  table.columns.splice(at, 0, column);
  return column;
}
