/** A row as whoever asks may see it: under the names that its fields have for them, without what is hidden from them. */
import type { DataRow } from "@edgewright/contracts";
import { seesField } from "./policy.ts";
import type { StoredRow } from "./sql.ts";
import type { Values } from "./validate.ts";
import type { View } from "./view.ts";

export function toRow(view: View, row: StoredRow): DataRow {
  const kept: Values = JSON.parse(row.json);
  const values = Object.fromEntries(
    [...view.stored].map(([name, stored]) => [name, seesField(view, stored, row) ? (kept[stored] ?? null) : null]),
  );
  return { ...values, id: row.id, createdAt: row.created_at, updatedAt: row.updated_at, createdBy: row.created_by, revision: row.revision };
}

/** Whether nothing differs but how often, and when, it was written. */
export const sameToSee = (was: DataRow, is: DataRow): boolean =>
  JSON.stringify({ ...was, revision: 0, updatedAt: "" }) === JSON.stringify({ ...is, revision: 0, updatedAt: "" });
