/** The value of one field in a sample row: by the field's type and name, and by how far along the row is. */
import { type Column, scaleOf, type Table } from "@edgewright/contracts";
import { usualOptions } from "../describe/options.ts";
import { COMPANIES, NOTES, ORGANIZATION, PEOPLE, PERSON, rangeFor, wordsFor } from "../knowledge/sample-words.ts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { hoursOf, periodOf } from "../write/data-file.ts";

/** A row that is to be: its place, what it is called, how many days from today it falls, and whether it is over by now. */
export type Sample = { table: Table; index: number; of: number; name: string | null; day: number; over: boolean };
export type SampleValue = string | number | boolean | string[] | number[] | null;

/** `null`: the field stays empty. References are not given here. */
export function sampleValue(column: Column, sample: Sample): SampleValue {
  const { label, type } = column;
  switch (type) {
    case "boolean":
      return booleanOf(label, sample);
    case "select":
      return optionOf(column, sample);
    case "multiselect":
      return [optionOf(column, sample)].filter((option) => option !== null);
    case "date":
    case "datetime":
      return dayOf(column, sample);
    case "number":
    case "integer":
    case "money":
    case "decimal":
    case "rating":
      return numberOf(column, sample);
    case "duration":
      return numberOf({ ...column, type: "integer", label: "minutes" }, sample) * 60;
    case "time":
      return timeOf(sample, column);
    case "email":
      return addressOf(sample);
    case "url":
      return `https://example.com/${slug(sample.name ?? `${label} ${sample.index + 1}`)}`;
    case "phone":
      return phoneOf(sample);
    case "longtext":
      return noteOf(column, sample);
    case "text":
      return textOf(column, sample);
    default:
      return null;
  }
}

/** Fields of one row differ in where they begin, so that not all of them walk in step. */
const shiftOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
const pick = <T>(values: readonly T[], { name }: Pick<Column, "name">, index: number): T | undefined =>
  values[(index + shiftOf(name)) % values.length];
/** Between 0 and 1, well spread over the rows of a table. */
const spread = (name: string, index: number): number => ((index + 1) * 0.6180339887 + shiftOf(name) / 9973) % 1;

const FINISHED =
  /\b(?:done|complete|completed|finished|returned|paid|resolved|fixed|closed|delivered|received|sent|shipped|checked|settled|reimbursed|answered|invoiced|handed|collected|approved|signed|passed|packed|bought|called)\b/i;
const USUAL = /\b(?:active|available|confirmed|attending|verified|insured|enabled|valid|vaccinated|consent)\b/i;

function booleanOf(label: string, { index, over }: Sample): boolean {
  if (FINISHED.test(label)) return over;
  return USUAL.test(label) ? index !== 2 : spread(label, index) > 0.62;
}

const STAGE = /\b(?:status|state|stage|phase|progress)\b/i;

/** What is long ago has come far; what is still ahead has hardly begun. */
function optionOf(column: Column, { index, of }: Sample): string | null {
  const options = column.options ?? [];
  if (!STAGE.test(column.label)) return options[Math.floor(spread(column.name, index) * options.length)] ?? null;
  const along = of < 2 ? 0 : 1 - index / (of - 1);
  return options[Math.round(along * (options.length - 1))] ?? null;
}

const day = (days: number, clock?: string): string =>
  `today${days === 0 ? "" : days > 0 ? `+${days}` : days}${clock === undefined ? "" : ` ${clock}`}`;

const BORN = /\b(?:birth|born|birthday|dob)\b/i;
const LONG_AGO =
  /\b(?:purchase|bought|purchased|hired|hire|joined|since|founded|planted|built|started|opened|member|registered|acquired|lease start)\b/i;
const LIMIT = /\b(?:warranty|expir\w*|valid|renewal|insurance|contract|lease end|inspection|next)\b/i;
const DONE_ON = /\b(?:returned|paid|completed|finished|closed|resolved|delivered|redeemed|done|done on|back)\b/i;
const AHEAD = /\b(?:due|deadline|until|by|close|closing|publish|planned|expected|promised|target|delivery|review)\b/i;
const RECENT = /\b(?:created|received|reported|requested|submitted|issued?|sent|ordered|logged|applied|last|collected|opened)\b/i;

function dayOf(column: Column, sample: Sample): string | null {
  const days = daysOf(column, sample);
  if (days === null) return null;
  if (column.type === "date") return day(days);
  const end = periodOf(sample.table)?.end.name === column.name;
  const hour = 9 + ((sample.index * 3) % 7) + (end ? 1 : 0);
  return day(days, `${String(hour).padStart(2, "0")}:${end || sample.index % 2 === 0 ? "00" : "30"}`);
}

function daysOf({ name, label, type, required }: Column, sample: Sample): number | null {
  const { table, index, over } = sample;
  const period = periodOf(table);
  if (BORN.test(label))
    return -Math.round(365.25 * (/\bchild|pupil|student|pet|dog|cat|animal|calf/i.test(namesOf(table).one) ? 5 : 24)) - index * 521;
  if (period?.start.name === name) return sample.day;
  if (period?.end.name === name) return type === "datetime" ? sample.day : sample.day + 1 + (index % 3);
  if (DONE_ON.test(label)) return over ? sample.day + 1 : required ? 0 : null;
  if (LONG_AGO.test(label) || (/\bstart\b/i.test(label) && !period)) return -90 - index * 137;
  if (LIMIT.test(label)) return sample.day * 6;
  if (AHEAD.test(label)) return sample.day;
  if (RECENT.test(label)) return -1 - index * 3;
  return sample.day;
}

function numberOf(column: Column, { table, index }: Sample): number {
  const { name, label, type, format, min, max, stars } = column;
  const own = `${label} ${namesOf(table).one}`;
  const [least, greatest, step] =
    format === "percent" ? [10, 100, 5] : type === "rating" ? [3, stars ?? 5, 1] : (rangeFor(label) ?? rangeFor(own) ?? [1, 12, 1]);
  const low = typeof min === "number" ? Math.max(min, least) : least;
  const high = typeof max === "number" ? Math.min(max, greatest) : greatest;
  const value = low + Math.floor((spread(name, index) * (high - low)) / step) * step;
  return type === "integer" || type === "rating" ? Math.round(value) : Number(value.toFixed(scaleOf(column) ?? 2));
}

/** What ends does so an hour after it began. */
function timeOf({ index, table }: Sample, column?: Column): string {
  const hour = 8 + ((index * 2) % 9) + (column !== undefined && hoursOf(table)?.end === column ? 1 : 0);
  return `${String(hour).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`;
}
const personOf = ({ index, name }: Sample): string =>
  name !== null && PEOPLE.includes(name) ? name : (PEOPLE[index % PEOPLE.length] ?? "");
const phoneOf = ({ index }: Sample): string => `+1 202 555 01${String(12 + index * 7).padStart(2, "0")}`;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function addressOf(sample: Sample): string {
  const { name } = sample;
  if (name !== null && COMPANIES.includes(name)) return `hello@${slug(name)}.example`;
  return `${personOf(sample).toLowerCase().replace(/ /g, ".")}@example.com`;
}

function noteOf(column: Column, { index }: Sample): string | null {
  const values = wordsFor(column.label) ?? NOTES;
  return column.required || /description|message|ingredient|step|content|text/i.test(column.label) || index % 3 !== 1
    ? (pick(values, column, index) ?? null)
    : null;
}

const NUMBERED = /\b(?:number|no|nr|code|sku|isbn|barcode|id|tag|serial|plate|registration|chip|iban|reference|ref|licen[cs]e|imei)\b|^#$/i;

function textOf(column: Column, sample: Sample): string | null {
  const { label } = column;
  if (/\b(?:phone|mobile|tel|telephone|fax|whatsapp)\b/i.test(label)) return phoneOf(sample);
  if (/\b(?:plate|registration)\b/i.test(label)) return `${"KBGHM"[sample.index % 5]}T ${412 + sample.index * 37}`;
  if (NUMBERED.test(label) && !/\b(?:name|phone)\b/i.test(label)) return numbered(label, sample);
  if (/\btime\b/i.test(label)) return timeOf(sample);
  const words = usualOptions(label, namesOf(sample.table).one)?.map(upperFirst) ?? wordsFor(label);
  if (words && !/\bname\b/i.test(label)) return pick(words, column, sample.index) ?? null;
  if (ORGANIZATION.test(label)) return pick(COMPANIES, column, sample.index) ?? null;
  if (PERSON.test(label)) return pick(PEOPLE, column, sample.index) ?? null;
  if (/\b(?:note|notes|remark|remarks|comment)\b/i.test(label)) return pick(NOTES, column, sample.index) ?? null;
  return `${label} ${sample.index + 1}`;
}

/** "S-1042", by the first letters of what is numbered. */
function numbered(label: string, { table, index }: Sample): string {
  const head = /\b(?:sku|isbn|iban)\b/i.exec(label)?.[0] ?? namesOf(table).one.replace(/(\w)\w*\s*/g, "$1");
  return `${head.toUpperCase()}-${1041 + index * 7}`;
}
