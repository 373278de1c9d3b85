/** Wishes about what a field's values may be: bounds of a number, one of a few, a grade from 1 to 5. */
import type { Table } from "@edgewright/contracts";
import { isNumber } from "../app-model.ts";
import { optionsOf, rangeIn } from "../read/field.ts";
import { asLabel, camelCase, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { at, type Clause, fieldMeant, tableMeant } from "./clause.ts";
import type { Found } from "./mentions.ts";
import { type ClauseReading, done, refused } from "./operation.ts";

const MUST =
  /^(?:(?:let|make|set|have)\s+)?(?:(?:the|each|every|its|their|a|an)\s+)*([\p{L}][\p{L}\d '-]{1,40}?)\s+(?:(?:of|for|in|on) (?:the|each|every) [\p{L} ]+?\s+)?(?:(?:must|should|may|can|shall|has to|have to|needs to|is to|ought to)\s+(?:only |always )?)?be\s+(?:only |always )?(.+)$/iu;
const LEAST = /^(?:at least|no less than|not (?:be )?(?:less|lower|smaller) than|minimum|min|from)\s+(-?\d+(?:[.,]\d+)?)\b/i;
const MOST = /^(?:at most|no more than|not (?:be )?(?:more|higher|greater) than|maximum|max|up to)\s+(-?\d+(?:[.,]\d+)?)\b/i;
const PLUS = /^(?:positive|not negative|never negative)$/i;

/** "the day price must be at least 5", "the weight should be between 1 and 40". */
export function bounds(clause: Clause): ClauseReading | null {
  const said = MUST.exec(clause.text)?.[2]?.replace(/^not (?=(?:less|more|lower|higher|smaller|greater)\b)/i, "not ") ?? "";
  const range = rangeIn(said);
  const min = range?.min ?? numberIn(LEAST, said) ?? (PLUS.test(said) ? 0 : undefined);
  const max = range?.max ?? numberIn(MOST, said);
  const field = fieldMeant(clause);
  if (!field || (min === undefined && max === undefined)) return null;
  if (!isNumber(field.column) && field.column.type !== "text")
    return refused(
      `“${field.column.label}” is no number, so it has no least and no greatest. “Make ${inSentence(field.column.label)} a number” comes first.`,
    );
  return done({ do: "bound-field", at: at(field), ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
}

const numberIn = (pattern: RegExp, text: string): number | undefined => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found.replace(",", "."));
};

/** "level must be 1, 2, 3, 4 or 5", "let the priority be low medium high": these and no others. A field that is not there yet comes with them. */
export function oneOf(clause: Clause): ClauseReading | null {
  const [, name = "", said = ""] = MUST.exec(clause.text) ?? [];
  const isBare = /^let\b/i.test(clause.text) && /^[\w-]+(?: [\w-]+){2,}$/.test(said) && !/\b(?:a|an|the|on|in|of|to|for|by)\b/.test(said);
  const isChoice =
    (/,.*\bor\b|^\S+ or \S+$|\/|^(?:one of|either)\b/i.test(said) || isBare) &&
    !/\b(?:also|able|filled|unique|empty|sorted|shown|seen|by default)\b/i.test(said);
  const options = isChoice ? optionsOf(said.replace(/["']/g, "").replace(/^(?:one of|either)\s+/i, "")) : null;
  if (!options || options.length < (fieldMeant(clause) ? 2 : 3) || options.some((option) => option.split(" ").length > 3)) return null;
  const field = fieldMeant(clause) ?? ownField(tableMeant(clause), name);
  if (!field && clause.mentions.some(({ table }) => table)) return null;
  if (field?.column.options) return done({ do: "set-options", at: at(field), options });
  if (field) return done({ do: "retype-field", at: at(field), as: { type: "select", options }, said: `one of ${options.join(", ")}` });
  const column = { name: camelCase(name), label: asLabel(name), type: "select" as const, options };
  return done({ do: "add-fields", table: tableMeant(clause).name, columns: [column] });
}

const ownField = (table: Table, name: string): Found | undefined => {
  const column = table.columns.find(({ label }) => label.toLowerCase() === name.toLowerCase().trim());
  return column && { table, column };
};

const GRADED =
  /^(?:(?:and|also|plus)\s+)?(?:note\s+|record\s+|rate\s+)?(how [\p{L}][\p{L} '-]{2,50}?),?\s+((?:on a scale )?(?:from|of|between)\s+\d+\s+(?:to|and)\s+\d+)\b/iu;

/** "how worn the tyres are, from 1 to 5" */
export function graded(clause: Clause): ClauseReading | null {
  const [, label = "", range = ""] = GRADED.exec(clause.text) ?? [];
  const found = rangeIn(range);
  if (!found) return null;
  return done({
    do: "add-fields",
    table: tableMeant(clause).name,
    columns: [{ name: camelCase(label), label: asLabel(label), type: "integer", ...found }],
  });
}

/** "members can have more than one phone": a field holds one. */
export function several(clause: Clause): ClauseReading | null {
  const [, what = ""] =
    /\b(?:can|may|could|should) have (?:more than one|several|many|multiple|two or more) ([\p{L} -]+)$/iu.exec(clause.text) ?? [];
  const table = tableMeant(clause);
  const column = table.columns.find(
    ({ label, ref }) => ref === undefined && what !== "" && what.toLowerCase().startsWith(label.toLowerCase()),
  );
  if (!column) return null;
  return refused(
    `“${column.label}” holds one value for each ${namesOf(table).one}. Say “each ${namesOf(table).one} has several ${inSentence(what)}s with ${inSentence(column.label)} and a note”, and they get a list of their own.`.replace(
      /ss /,
      "s ",
    ),
  );
}
