/** Rows that show a new app at work: plausible by what its tables and fields are called, leading to each other, around today. */
import { type Column, isComputed, type SampleRows, type Table } from "@edgewright/contracts";
import { displayColumn } from "../app-model.ts";
import { kindOf } from "../knowledge/kinds.ts";
import { namesOfKind, PERSON } from "../knowledge/sample-words.ts";
import { namesOf } from "../words/table-names.ts";
import { periodOf } from "../write/data-file.ts";
import { type Sample, type SampleValue, sampleValue } from "./sample-value.ts";

/** Rows of a table that others refer to, and of one that none does. */
const [FEW, SOME] = [5, 8];
const FEWEST = 4;

/** What is over, what is late, and what is to come. */
const AROUND = [-9, -2, 0, 2, 5, 9, 16, 27];
/** What is only written down afterwards. */
const BEFORE = [-1, -4, -8, -13, -21, -34, -48, -63];

export function sampleRows(tables: readonly Table[], set: number): SampleRows {
  const rows: SampleRows["rows"] = {};
  for (const table of inOrder(tables)) {
    const isReferredTo = tables.some((other) => other !== table && other.columns.some(({ ref }) => ref === table.name));
    const names = namesFor(table);
    const of = Math.min(isReferredTo ? FEW : SOME, Math.max(names?.length ?? SOME, FEWEST));
    rows[table.name] = Array.from({ length: of }, (_, index) =>
      Object.fromEntries(rowOf(table, { index, of, names, rows }).filter(([, value]) => value !== null)),
    );
  }
  return { set, rows };
}

/** A table comes after those that its rows refer to, as far as they do not go round in a circle. */
function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const visit = (table: Table, above: readonly Table[]) => {
    if (ordered.includes(table) || above.includes(table)) return;
    for (const { ref } of table.columns) {
      const target = tables.find(({ name }) => name === ref);
      if (target) visit(target, [...above, table]);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table, []);
  return ordered;
}

/** What rows of this table are called, where its kind is known. */
const namesFor = (table: Table): readonly string[] | undefined => {
  const kind = kindOf(namesOf(table).one)?.names[0];
  return kind === undefined ? undefined : namesOfKind(kind);
};

type Given = { index: number; of: number; names: readonly string[] | undefined; rows: SampleRows["rows"] };

function rowOf(table: Table, { index, of, names, rows }: Given): [string, SampleValue][] {
  const named = displayColumn(table);
  const own = named.type === "text" && isName(named, table) ? names : undefined;
  const day = daysFor(table)[index % AROUND.length] ?? 0;
  const name = own ? (own[index % own.length] ?? null) : null;
  const sample: Sample = { table, index, of, name: name === null ? null : again(name, index, own?.length ?? of), day, over: day < -2 };
  return table.columns.map((column): [string, SampleValue] => {
    if (isComputed(column) || column.type === "user") return [column.name, null];
    if (column.ref !== undefined) return [column.name, referenceOf(column, table, index, rows)];
    if (column === named && sample.name !== null) return [column.name, sample.name];
    const isWhat = !own && names && TOLD.test(column.label) && (column.type === "text" || column.type === "longtext");
    return [column.name, isWhat ? (names[index % names.length] ?? null) : sampleValue(column, sample)];
  });
}

/** A shipment is known by its recipient, who is a person; a product by what it is. */
const isName = (column: Column, table: Table): boolean =>
  /\b(?:name|title|subject|description|item|number|product|what|task|question|species|label|topic)\b/i.test(column.label) ||
  column.label.toLowerCase().includes(namesOf(table).one.split(" ").at(-1) ?? "") ||
  (table.columns[0] === column && !PERSON.test(column.label));

/** What a row is about, where it is called by something other. */
const TOLD = /^(?:description|title|subject|work|what|task|details?|treatment)\b/i;

/** A second round of the same names tells them apart. */
const again = (name: string, index: number, many: number): string => (index < many ? name : `${name} ${Math.floor(index / many) + 1}`);

const LOGGED =
  /\b(?:expense|payment|transaction|purchase|receipt|repair|visit|donation|sale|measurement|reading|watering|workout|inspection|incident|refuel|maintenance|service|time entry|timesheet|log|record|call|feedback|review|sighting|movement|delivery note|cash-up|fill-up)s?\b/i;

function daysFor(table: Table): readonly number[] {
  const days = table.columns.filter(({ type }) => type === "date" || type === "datetime");
  const isLog = !periodOf(table) && days.length > 0 && days.every(({ label }) => /^(?:date|day|when|on)$/i.test(label));
  return isLog && LOGGED.test(namesOf(table).one) ? BEFORE : AROUND;
}

/** The number of a sample row of the other table; of its own, one that comes before. */
function referenceOf({ name, ref, type }: Column, table: Table, index: number, rows: SampleRows["rows"]): SampleValue {
  const own = ref === table.name;
  const many = own ? Math.min(index, 2) : (rows[ref ?? ""]?.length ?? 0);
  if (many === 0) return null;
  const place = ((index + (own ? 0 : name.length)) % many) + 1;
  return type === "references" ? [place] : place;
}
