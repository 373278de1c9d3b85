/** How a table is called in code and on the screen. */
import type { Table } from "@edgewright/contracts";
import { camelCase, inSentence, pascalCase, singular } from "./inflect.ts";

export type TableNames = {
  /** "key result", "key results" */
  one: string;
  many: string;
  /** `keyResult`, `keyResults` */
  row: string;
  rows: string;
  /** `KeyResult`, `KeyResults` */
  Type: string;
  Types: string;
};

/** One of what has no plural is an entry of it. */
const ONE_OF: Record<string, string> = {
  staff: "staff member",
  equipment: "equipment item",
  stock: "stock item",
  inventory: "inventory item",
};

const RESERVED = new Set(
  "break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield form rows search choice id edited add column table".split(
    " ",
  ),
);

/** Names that the files of an app import or use for something else. */
const TAKEN_TYPES = new Set(
  "Table Column Row Page Board Calendar Chart Figure Badge Button Dialog Field Filter Toolbar Select Input Checkbox Details Detail Section Loaded Progress Record Partial Draft Tone Date Number String Object Props App Shell Screen Route Routes Link Plus Pencil".split(
    " ",
  ),
);

export function namesOf(table: Pick<Table, "name" | "label">): TableNames {
  const many = inSentence(table.label);
  const alone = inSentence(singular(table.label));
  const one = alone !== many ? alone : (ONE_OF[many] ?? `${many} entry`);
  const type = pascalCase(one);
  const row = camelCase(one);
  return {
    one,
    many,
    row: RESERVED.has(row) || row === table.name ? `${row}Row` : row,
    rows: RESERVED.has(table.name) ? `${table.name}Rows` : table.name,
    Type: TAKEN_TYPES.has(type) ? `${type}Entry` : type,
    Types: pascalCase(table.label),
  };
}

/** "a task", "an applicant". */
export const withArticle = (phrase: string): string => `${/^(?:[aeio]|u(?!s|ni))/i.test(phrase) ? "an" : "a"} ${phrase}`;
