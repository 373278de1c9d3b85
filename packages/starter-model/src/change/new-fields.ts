/** Fields out of the words that a follow-up lists: "insured (yes/no), a deposit and the status with the options a, b and c". */
import type { Column, Table } from "@edgewright/contracts";
import { usualOptions } from "../describe/options.ts";
import { uniqueName } from "../describe/sketch.ts";
import { TYPE_WORDS } from "../knowledge/change-words.ts";
import { optionsOf, type ReadField, readField } from "../read/field.ts";
import { knownType, type ReadType, saidType } from "../read/field-type.ts";
import { boundsOf, storedAs } from "../read/model.ts";
import { namingFiles } from "../read/several-files.ts";
import { Asides, itemsOf } from "../read/text.ts";
import { asLabel, camelCase, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

const FIELD_WORD = /\b(?:fields?|columns?|colums?|attributes?|properties|property|inputs?|entry field|drop-?downs?|picklists?)\b/i;
const LEADING =
  /^(?:(?:an?|the|some|another|one|two|three|four|more|new|extra|additional|separate|own|also|optional|for|called|named|with|in|as|to|know|track|record|log|note|down|keep|store|enter|see|of|that|says|saying|which|holds|have|has|having)\s+|:\s*)+/i;
const OPTIONS_SAID =
  /\s*(?:,?\s*(?:with|which has|that has|having)?\s*(?:the\s+)?(?:options?|values?|choices?|possibilities)|:|,?\s+(?:which|that)\s+(?:is|can be)(?: either| one of)?|,?\s+(?:can be|is either|either|being|is one of|one of))\s*:?\s+(.+)$/i;

/** The columns that a list asks for, and the items of it that are no field. */
export function columnsFrom(said: string, table: Table): Column[] {
  const list = namingFiles(said);
  const quoted = quotedField(list);
  if (quoted) return withNames([quoted], table);
  const offered = FIELD_WORD.test(list) || !/\bcan be\b/.test(list) ? OPTIONS_SAID.exec(list) : null;
  const options = offered && optionsOf((offered[1] ?? "").replace(/["']/g, ""));
  if (offered && options) {
    const label = tidy(list.slice(0, offered.index));
    if (label !== "" && !label.includes(",")) return withNames([{ label, type: "select", options, said: true }], table);
  }
  const asides = new Asides();
  const masked = asides.mask(list);
  const fields = itemsOf(masked).flatMap((item) => {
    const field = readField(tidy(item), asides);
    return field ? [withUnit(field)] : [];
  });
  return withNames(fields, table);
}

const tidy = (item: string): string => {
  let text = item.replace(/["']/g, "").trim();
  const named = /^(.*?)\b(?:fields?|columns?|colums?|attributes?)\s+(?:for|called|named|with|of|:)?\s*(.+)$/i.exec(text);
  text = named && !/\w/.test((named[1] ?? "").replace(LEADING, "")) ? (named[2] ?? "") : text.replace(FIELD_WORD, "");
  return text
    .replace(LEADING, "")
    .replace(/\s+(?:as well|too|please|pls|also|instead|any ?more|would be (?:nice|good|great|useful))$/i, "")
    .replace(/\s+/g, " ")
    .trim();
};

/** `a field "estimate" in hours`, `"insured" (yes/no)`. */
function quotedField(list: string): ReadField | null {
  const found = /^[^"']*["']([^"']+)["']\s*(?:\(([^)]*)\))?\s*(?:fields?|columns?)?\s*(.*)$/i.exec(list);
  if (!found || /["',]/.test(found[3] ?? "")) return null;
  const [, label = "", aside = "", rest = ""] = found;
  const options = optionsOf((aside || OPTIONS_SAID.exec(` ${rest}`)?.[1]) ?? "");
  const type = saidType(aside) ?? typeIn(rest) ?? knownType(rest.replace(/^in\s+/i, ""));
  if (type) return { label, type, said: true };
  return options ? { label, type: "select", options, said: true } : { label, type: knownType(label) ?? "text", said: true };
}

/** A type that some words name. */
export const typeIn = (words: string): ReadType | null =>
  (TYPE_WORDS.find(([pattern]) => pattern.test(words))?.[1] as ReadType | undefined) ?? null;

const UNIT =
  /^(.+?)\s+(?:in|as)\s+(hours?|days|weeks|months|years|minutes|kg|km|cm|m|meters?|litres?|liters?|grams?|[€$£]|euros?|dollars?|money|an? [\w /-]+)$/i;

function withUnit(field: ReadField): ReadField {
  const unit = UNIT.exec(field.label);
  if (!unit || field.options) return field;
  const type = typeIn(unit[2] ?? "") ?? (/^an? /.test(unit[2] ?? "") ? null : "number");
  return type ? { ...field, label: unit[1] ?? field.label, type } : field;
}

function withNames(fields: readonly ReadField[], table: Table): Column[] {
  const columns: Column[] = [];
  for (const field of fields) {
    const column = columnOf(field, table);
    if (columns.some(({ name }) => name === column.name)) continue;
    columns.push(column);
  }
  return columns;
}

/** As the data store keeps it; a field that rows lack is never required. */
export function columnOf(field: ReadField, table: Table): Column {
  const label = asLabel(field.label).slice(0, 60);
  const name = uniqueName(camelCase(field.name ?? field.label), []);
  const type = field.type.startsWith("reference") ? "text" : field.type;
  const options = field.options && !field.usual ? field.options : (usualOptions(field.label, namesOf(table).one) ?? field.options);
  const isSelect =
    options !== undefined && options !== null && options.length > 1 && (field.type.endsWith("select") || !knownType(field.label));
  if (isSelect)
    return {
      name,
      label,
      type: "select",
      options: [...new Set(options)],
      ...(STATE.test(name) && options[0] ? { default: options[0] } : {}),
    };
  if (type.endsWith("select")) return { name, label, type: "text" };
  return {
    name,
    label,
    ...storedAs(type, label),
    ...boundsOf(field),
    ...(type === "boolean" ? { default: false } : {}),
    ...(field.unique ? { unique: true } : {}),
  };
}

const STATE = /^(?:status|state|stage|phase)$/i;

export const sameField = (table: Table, column: Column): Column | undefined =>
  table.columns.find(({ name, label }) => name === column.name || singular(label.toLowerCase()) === singular(column.label.toLowerCase()));
