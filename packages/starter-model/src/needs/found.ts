/** A field that is to follow from others, and how fields are called and made. */
import type { Column, Table } from "@edgewright/contracts";
import { isMoney } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { asLabel, camelCase } from "../words/inflect.ts";

/** `what` is said of it, after the name of the field: "quantity × unit price". */
export type Found = { column: Column; formula: string; what: string };

export const isDay = ({ type }: Column): boolean => type === "date";
export const called = (column: Column): string => `${column.label} ${column.name.replace(/([A-Z])/g, " $1")}`.toLowerCase();

/** Like an amount of money: of another type where that one has more digits than its currency. */
function asAmount(like: Column | null): Pick<Column, "type" | "format" | "currency"> {
  if (!like || !isMoney(like)) return { type: "number" };
  return like.type === "number"
    ? { type: "number", format: "currency" }
    : { type: "money", ...(like.currency && { currency: like.currency }) };
}

export const numberField = (table: Table, label: string, like: Column | null): Column => ({
  name: uniqueName(camelCase(label), table.columns),
  label: asLabel(label),
  ...asAmount(like),
});
