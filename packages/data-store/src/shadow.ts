/** A row's shadow: its values as they are compared, kept beside them in the same write. A row without one has yet to be brought into today's form. */
import { fold } from "@edgewright/app-kit/fold";
import { type Column, filesIn, isFile, scaleOf } from "@edgewright/contracts";
import { unitsOf } from "./exact-number.ts";
import { type Piece, raw } from "./piece.ts";
import { isAside } from "./retype.ts";

export type Key = string | number | null;

/** No text of a shadow that had to be cut is longer. */
const CUT = 1000;
const LENGTH_MAX = 600_000;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Of an exact number (`column`: as the live version has the field) the whole units; of a list its JSON; of files their names. */
export function keyOf(value: unknown, column?: Column): Key {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (column && isFile(column))
    return keyOf(
      filesIn(value)
        .map(({ name }) => name)
        .join("\n"),
    );
  if (typeof value === "number") return unitsIn(value, column);
  if (typeof value === "boolean") return Number(value);
  return fold(typeof value === "string" ? value : JSON.stringify(value));
}

/** What the key of a list holds if the list has this entry, and else never. */
export const keyOfEntry = (entry: string): string => fold(JSON.stringify(entry));

const unitsIn = (value: number, column: Column | undefined): number => {
  const scale = column ? scaleOf(column) : null;
  return scale === null ? value : unitsOf(value, scale);
};

/** `columns`: the fields of the live version's table. */
export function shadowOf(values: Record<string, unknown>, columns: readonly Column[]): string {
  const keys = Object.entries(values).flatMap(([name, value]): [string, Key][] => {
    if (isAside(name)) return [];
    const key = keyOf(
      value,
      columns.find((column) => column.name === name),
    );
    return key === null ? [] : [[name, key]];
  });
  const shadow = JSON.stringify(Object.fromEntries(keys));
  if (shadow.length <= LENGTH_MAX) return shadow;
  return JSON.stringify(Object.fromEntries(keys.map(([name, key]) => [name, typeof key === "string" ? key.slice(0, CUT) : key])));
}

/** The stored name of a table or field, to be written into SQL, as indexes need it. The schema's parsing lets no other through. */
export function literal(name: string): string {
  if (!NAME.test(name)) throw new Error(`Not a name: ${name}`);
  return name;
}

export const keyText = (stored: string): string => `(shadow ->> '$."${literal(stored)}"')`;
export const keyIn = (stored: string): Piece => raw(keyText(stored));
