/** One item of a list of fields as a column: "priority (low, medium, high)", "progress in percent", "whether it is paid". */
import type { Column } from "@edgewright/contracts";
import { asLabel, camelCase, upperFirst } from "../words/inflect.ts";
import { type FieldType, typeByName, typeBySaying } from "./field-types.ts";
import { usualOptions } from "./options.ts";
import { takeAside } from "./text.ts";

const ARTICLES = /^(?:an?|the|its|their|his|her|our|my|some|one|also|maybe|perhaps|possibly|and|with|has|have|new|extra|additional)\s+/i;
const WORDS_MAX = 6;

/** Sayings that stand for the name of a field. */
const SAYINGS: [RegExp, string][] = [
  [/^(?:whether|if)\s+(?:i|we|you)\s+(?:have\s+|had\s+|already\s+)*(\w+)(?:\s+(?:it|them|this))?$/i, "$1|boolean"],
  [/^(?:whether|if)\s+(?:it|they|he|she|this|the \w+)?\s*(?:is|are|was|were|has been|have been|'s)?\s*(?:been\s+)?(.+)$/i, "$1|boolean"],
  [/^(?:is|was) (?:it|they) (.+)$/i, "$1|boolean"],
  [/^who (\w+ed)(?: (?:it|them|this))?$/i, "$1 by"],
  [/^who (?:it|this|he|she) (?:is|was) (?:for|with)$/i, "person"],
  [/^when (?:it|they|he|she) (?:is|was|were|are|has been) (\w+)$/i, "$1 on|date"],
  [/^when (?:it|they|he|she) (\w+ed)$/i, "$1 on|date"],
  [/^when (?:it|they) (?:is|are) due$/i, "due date|date"],
  [/^how many (.+)$/i, "$1|integer"],
  [/^(?:how much|what) (?:it|they) costs?$/i, "cost"],
  [/^number of (.+)$/i, "$1|integer"],
];

export const BOOKED = /\b(booking|reservation|shift|appointment|meeting|event|session|class|lesson|interview|visit|slot|rental)$/;
const MOMENT = /^(start|end|from|to|until|begin|finish|starts|ends)$/i;
const TAKEN = new Set([
  "id",
  "createdAt",
  "updatedAt",
  "createdBy",
  "revision",
  "class",
  "default",
  "new",
  "delete",
  "case",
  "return",
  "function",
  "in",
  "for",
  "if",
]);

/** `null` for what cannot be a field. `one` is what the table holds, in the singular. */
export function readField(raw: string, asides: readonly string[], one: string): Column | null {
  const taken = takeAside(raw, asides);
  const aside = readAside(taken.aside ?? "");
  let text = taken.text.replace(/["*_`]/g, "").replace(/\s+(?:that|which|so that|so|when|because|for each|for every|per)\s.*$/i, "");
  const optional = /\boptional(?:ly)?\b/i.test(text) || aside.optional;
  const required = /\b(?:required|mandatory|compulsory)\b/i.test(text) || aside.required;
  text = text.replace(/\b(?:optional(?:ly)?|required|mandatory|compulsory)\b/gi, "").trim();
  while (ARTICLES.test(text)) text = text.replace(ARTICLES, "");
  const said = readSaying(text);
  const unit = readUnit(said.text);
  const words = unit.text.replace(/\s+fields?$/i, "").trim();
  if (words === "" || words.split(/\s+/).length > WORDS_MAX || !/[a-z]/i.test(words)) return null;
  const type = aside.type ?? said.type ?? unit.type;
  const kind = typeOf(words, type, aside.options, one);
  const label = upperFirst(asLabel(words)) + (unit.unit || aside.unit ? ` (${unit.unit ?? aside.unit})` : "");
  const name = camelCase(words);
  return {
    name: TAKEN.has(name) ? camelCase(`${one} ${words}`) : name,
    label: label.slice(0, 80),
    ...kind,
    ...(required && !optional && kind.type !== "boolean" ? { required: true } : {}),
  };
}

type Kind = Pick<Column, "type" | "format" | "options" | "default">;

function typeOf(words: string, said: FieldType | null, given: string[] | null, one: string): Kind {
  if (given) return choice(words, given);
  if (said) return said.type === "boolean" ? { type: "boolean", default: false } : said;
  if (MOMENT.test(words) && BOOKED.test(one)) return { type: "datetime" };
  const usual = usualOptions(words, one);
  if (usual) return choice(words, usual);
  const kind = typeByName(words);
  return kind.type === "boolean" ? { type: "boolean", default: false } : kind;
}

/** Something always has a state: a new row starts in the first one. */
function choice(words: string, options: string[]): Kind {
  const state = /\b(status|stage|state|phase)$/i.test(words);
  return { type: "select", options, ...(state ? { default: options[0] } : {}) };
}

function readSaying(text: string): { text: string; type: FieldType | null } {
  for (const [pattern, by] of SAYINGS) {
    if (!pattern.test(text)) continue;
    const [name, type] = text.replace(pattern, by).split("|");
    return { text: name!.trim(), type: type ? typeBySaying(type) : null };
  }
  const yesNo = /^(.+?)\s+(?:yes\/no|yes or no|y\/n|or not)$/i.exec(text);
  return yesNo ? { text: yesNo[1]!, type: { type: "boolean" } } : { text, type: null };
}

const UNIT =
  /^(?:kg|g|lbs?|km|miles|m|cm|mm|hours?|h|min|minutes|days|weeks|months|years|l|litres|liters|ml|°?c|celsius|kwh|m2|sqm|square met(?:er|re)s|pcs|pieces)$/i;

/** "weight in kg" keeps its unit in the label; "progress in percent" says its type. */
function readUnit(text: string): { text: string; unit: string | null; type: FieldType | null } {
  const found = /^(.+?)\s+(?:in|as)\s+(.+)$/i.exec(text);
  if (!found) return { text, unit: null, type: null };
  const type = typeBySaying(found[2]!);
  if (type) return { text: found[1]!, unit: null, type };
  return UNIT.test(found[2]!) ? { text: found[1]!, unit: found[2]!, type: { type: "number" } } : { text, unit: null, type: null };
}

type Aside = { type: FieldType | null; options: string[] | null; unit: string | null; optional: boolean; required: boolean };

export function readAside(text: string): Aside {
  const none: Aside = { type: null, options: null, unit: null, optional: false, required: false };
  if (text === "") return none;
  const whole = typeBySaying(text);
  if (whole) return { ...none, type: whole };
  if (/^\d+\s*(?:-|–|to|\.\.)\s*\d+$/.test(text)) return { ...none, type: { type: "integer" } };
  const parts = text
    .replace(/^(?:options?|values?|one of|either|choices?)\s*:?\s+/i, "")
    .split(/\s*[,/|;]\s*(?:or\s+|and\s+)?|\s+or\s+/i)
    .map((part) => part.trim().replace(/^["']|["']$/g, ""))
    .filter((part) => part !== "");
  const optional = parts.some((part) => /^optional$/i.test(part));
  const required = parts.some((part) => /^(?:required|mandatory)$/i.test(part));
  const rest = parts.filter((part) => !/^(?:optional|required|mandatory|unique)$/i.test(part));
  if (rest.length >= 2) return { ...none, options: [...new Set(rest)].map((part) => part.slice(0, 60)), optional, required };
  const type = rest[0] ? typeBySaying(rest[0]) : null;
  const unit = rest[0] && !type && UNIT.test(rest[0]) ? rest[0] : null;
  return { type: type ?? (unit ? { type: "number" } : null), options: null, unit, optional, required };
}
