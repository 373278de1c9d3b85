/** The conditions that a person can set on a field: which there are for its type, and how each is said. Pure. */
import {
  type Column,
  type FilterOp,
  type FilterValue,
  isFile,
  isList,
  isNumeric,
  isPeriod,
  type RowCondition,
} from "@edgewright/contracts";
import { optionLabel, parseText, showValue } from "../cell.ts";
import { choicesFor, type References } from "../references.ts";

/** `value`: what it is always compared with, such as a period. */
export type Way = { label: string; op: FilterOp; value?: FilterValue };

const PERIODS: Way[] = ["today", "this_week", "this_month", "last_7_days", "next_7_days", "last_month"].map((value) => ({
  label: `is ${value.replaceAll("_", " ").replace(/^(last|next) 7/, "in the $1 7")}`,
  op: "eq",
  value,
}));
const FILLED: Way[] = [
  { label: "is empty", op: "empty" },
  { label: "is filled in", op: "notEmpty" },
];
const IS: Way[] = [
  { label: "is", op: "eq" },
  { label: "is not", op: "ne" },
];
const ORDER: Way[] = [
  { label: "is more than", op: "gt" },
  { label: "is at least", op: "gte" },
  { label: "is less than", op: "lt" },
  { label: "is at most", op: "lte" },
];
const TIMES: Way[] = [
  { label: "is before", op: "lt" },
  { label: "is after", op: "gt" },
];
const TEXTS: Way[] = [
  { label: "contains", op: "contains" },
  { label: "begins with", op: "startsWith" },
];
const YES_NO: Way[] = [
  { label: "is yes", op: "eq", value: true },
  { label: "is no", op: "eq", value: false },
];

/** The usual one first. */
export function waysOf(column: Column): Way[] {
  const { type } = column;
  if (isFile(column) || type === "json") return FILLED;
  if (isList(column)) return [{ label: "has", op: "contains" }, ...FILLED];
  if (type === "boolean") return [...YES_NO, ...FILLED];
  if (type === "date" || type === "datetime") return [...PERIODS, { label: "is on", op: "eq" }, ...TIMES, ...FILLED];
  if (type === "time") return [...IS, ...TIMES, ...FILLED];
  if (isNumeric(column)) return [...IS, ...ORDER, ...FILLED];
  if (type === "user") return [{ label: "is me", op: "isMe" }, ...IS, ...FILLED];
  if (type === "select" || type === "reference") return [...IS, ...FILLED];
  return [...TEXTS, ...IS, ...FILLED];
}

export const asksForValue = ({ op, value }: Way): boolean => value === undefined && !["empty", "notEmpty", "isMe"].includes(op);

export const wayOf = (column: Column, { op, value }: RowCondition): Way | undefined => {
  const same = waysOf(column).filter((way) => way.op === op);
  return (
    same.find((way) => way.value !== undefined && way.value === value) ?? same.find(asksForValue) ?? same.find((way) => way.value === value)
  );
};

/** What the value of a condition is typed as: one entry of a list, the day of a moment. */
export function typedAs(column: Column): Column {
  const { name, label, type } = column;
  if (type === "multiselect") return { ...column, type: "select", required: false };
  if (type === "references") return { ...column, type: "reference", required: false };
  if (type === "datetime") return { name, label, type: "date" };
  if (type === "autonumber" || type === "longtext" || type === "email" || type === "url" || type === "phone")
    return { name, label, type: "text" };
  return { ...column, required: false };
}

export type Made = { ok: true; condition: RowCondition } | { ok: false; problem: string };

export function conditionOf(column: Column, way: Way, text: string): Made {
  const { op } = way;
  if (!asksForValue(way)) return { ok: true, condition: { column: column.name, op, ...(way.value !== undefined && { value: way.value }) } };
  const parsed = parseText(typedAs(column), text);
  if (!parsed.ok) return parsed;
  if (parsed.value === null) return { ok: false, problem: "Say with what." };
  return { ok: true, condition: { column: column.name, op, value: parsed.value as FilterValue } };
}

/** Such as “Hours is more than 3”. */
export function sentenceOf(column: Column, condition: RowCondition, references: References): string {
  const way = wayOf(column, condition);
  if (!way) return column.label;
  if (!asksForValue(way)) return `${column.label} ${way.label}`;
  return `${column.label} ${way.label} ${valueText(typedAs(column), condition.value, references)}`;
}

function valueText(column: Column, value: RowCondition["value"], references: References): string {
  if (isPeriod(value)) return value.replaceAll("_", " ");
  if (column.ref || column.type === "user")
    return choicesFor(column, references).find(({ id }) => id === String(value))?.label ?? String(value);
  if (column.type === "select") return optionLabel(column, String(value));
  return column.type === "text" ? `“${String(value)}”` : showValue(column, value);
}
