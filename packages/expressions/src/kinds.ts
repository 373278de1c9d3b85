/** What a field is in an expression. A value that is not of its field's kind, such as one from before the field was another, is none. */
import type { Column } from "@edgewright/contracts";

export type Kind = "double" | "string" | "bool" | "list<string>" | "Day" | "Instant" | "Time";

const KINDS: Record<Column["type"], Kind | null> = {
  ...{ text: "string", longtext: "string", email: "string", url: "string", phone: "string", select: "string" },
  ...{ reference: "string", user: "string", autonumber: "string" },
  ...{ number: "double", integer: "double", money: "double", decimal: "double", rating: "double", duration: "double" },
  ...{ boolean: "bool", multiselect: "list<string>", references: "list<string>" },
  ...{ date: "Day", datetime: "Instant", time: "Time" },
  ...{ json: null, image: null, file: null, files: null },
};

/** Null: there is nothing to say about such a field. */
export const kindOf = ({ type }: Pick<Column, "type">): Kind | null => KINDS[type];

/** The kinds of those fields that have one, by name. */
export const kindsOf = (columns: readonly Column[]): Map<string, Kind> =>
  new Map(
    columns.flatMap((column): [string, Kind][] => {
      const kind = kindOf(column);
      return kind ? [[column.name, kind]] : [];
    }),
  );

/** A point in time of one sort; two of the same sort are compared by their texts. */
export class Point {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class Day extends Point {}
export class Instant extends Point {}
export class Time extends Point {}

/** The forms of points in time, which SQL tells by the same patterns. */
export const DAY = /^\d{4}-\d\d-\d\d$/;
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ$/;
export const TIME = /^\d\d:\d\d(:\d\d)?$/;

/** A stored value as an expression sees it; undefined: there is none. */
export function asKind(kind: Kind, value: unknown): unknown {
  switch (kind) {
    case "double":
      return typeof value === "number" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "string":
      return typeof value === "string" && value !== "" ? value : undefined;
    case "list<string>":
      return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "string") ? value : undefined;
    case "Day":
      return typeof value === "string" && DAY.test(value) ? new Day(value) : undefined;
    case "Instant":
      return typeof value === "string" && INSTANT.test(value) ? new Instant(value) : undefined;
    case "Time":
      return typeof value === "string" && TIME.test(value) ? new Time(value) : undefined;
  }
}
