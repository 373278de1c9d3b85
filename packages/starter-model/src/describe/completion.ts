/** What a description leaves unsaid: a field to know a row by, references, and what must be filled in. */
import type { Column, Table } from "@edgewright/contracts";
import { asLabel, camelCase } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { periodOf } from "../write/data-file.ts";
import { namesItself, namingField } from "./nouns.ts";
import { addColumn } from "./sketch.ts";

/** A row that points at another; one that does already is left, but may have to be filled in from now on. */
export type Link = { from: Table; to: Table; required: boolean };

export function addReference({ from, to, required }: Link): void {
  const pointing = from.columns.find((column) => column.ref === to.name);
  if (pointing) {
    if (required) pointing.required = true;
    return;
  }
  const { one } = namesOf(to);
  const name = camelCase(one);
  const column: Column = { name, label: asLabel(one), type: "reference", ref: to.name, ...(required ? { required } : {}) };
  const named = from.columns.findIndex((candidate) => candidate.name === name);
  if (named >= 0) from.columns[named] = column;
  else addColumn(from, column, Math.min(1, from.columns.length));
}

const NAMES =
  /^(name|title|subject|number|label|fullName|firstName|summary|headline|description|heading|company|question|topic|destination|code|item|product)$/i;

export function giveName(table: Table, pointedAt: boolean): void {
  const { one } = namesOf(table);
  const texts = table.columns.filter(({ type }) => type === "text");
  const named =
    table.columns.find(({ name, type }) => type === "text" && NAMES.test(name)) ?? texts.find(({ name }) => /(name|title)$/i.test(name));
  if (named) {
    moveFirst(table, named);
    return;
  }
  const references = table.columns.some(({ type }) => type === "reference");
  const self = namesItself(one) && (references || texts.length > 0) && !pointedAt;
  // A loan is known by its book and its member.
  if (self) table.columns.sort((a, b) => Number(b.type === "reference") - Number(a.type === "reference"));
  if (self || /\bentry$/.test(one)) return;
  const name = namingField(one);
  // "a glossary of terms: term, meaning": what is called as the table is names its rows.
  const described =
    table.columns.find((column) => column.name === name) ??
    table.columns.find(({ label, type }) => /^(?:long)?text$/.test(type) && label.toLowerCase() === one.toLowerCase());
  if (described) {
    // A short description is what such a row is known by.
    if (described.type === "longtext") described.type = "text";
    moveFirst(table, described);
    return;
  }
  table.columns.unshift({ name, label: asLabel(name), type: "text" });
}

function moveFirst(table: Table, column: Column): void {
  const key = /^(number|code|sku)$/i.test(column.name)
    ? column
    : table.columns.find(({ name, type }) => type === "text" && /^(name|title)$/i.test(name));
  const first = key ?? column;
  table.columns.splice(table.columns.indexOf(first), 1);
  table.columns.unshift(first);
  if (first.type === "longtext") first.type = "text";
}

/** The name, what something belongs to, when it begins and ends, and its amount cannot be left out. */
export function requireWhatMatters(table: Table): void {
  const first = table.columns[0];
  if (first && (first.type === "text" || first.type === "reference") && !/\bentry$/.test(namesOf(table).one)) first.required = true;
  const period = periodOf(table);
  if (period?.start.type === "datetime") for (const column of [period.start, period.end]) column.required = true;
  for (const column of table.columns) {
    if (/^(amount|hours)$/.test(column.name)) column.required = true;
    if (column.name === "date" && namesItself(namesOf(table).one)) column.required = true;
    if (/^(message|feedback|question)$/.test(column.name) && /\bentry$/.test(namesOf(table).one)) column.required = true;
  }
}
