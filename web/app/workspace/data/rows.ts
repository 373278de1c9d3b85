/** The rows the grid holds and how answers of the API change them. Pure. */
import type { DataRow, RowPage, RowSort } from "@edgewright/contracts";

export type Rows = { items: DataRow[]; total: number; cursor: string | null };

export const firstPage = ({ rows, total, cursor }: RowPage): Rows => ({ items: rows, total, cursor });

/** A row that moved between two pages while they were read is kept once. */
export function nextPage(rows: Rows, page: RowPage): Rows {
  const known = new Set(rows.items.map((row) => row.id));
  return { items: [...rows.items, ...page.rows.filter((row) => !known.has(row.id))], total: page.total, cursor: page.cursor };
}

export const putRow = (rows: Rows, row: DataRow): Rows => ({ ...rows, items: rows.items.map((old) => (old.id === row.id ? row : old)) });

export const addRow = (rows: Rows, row: DataRow): Rows => ({ ...rows, items: [row, ...rows.items], total: rows.total + 1 });

export const dropRow = (rows: Rows, id: string): Rows => {
  const items = rows.items.filter((row) => row.id !== id);
  return { ...rows, items, total: rows.total - (rows.items.length - items.length) };
};

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Whether nobody else has changed the same fields, so that mine may be written over the row as it is now. */
export const follows = (before: DataRow, now: DataRow, mine: Record<string, unknown>): boolean =>
  Object.entries(mine).every(([name, value]) => same(now[name], before[name]) || same(now[name], value));

/** Up, down, and back to the order of the table. */
export function nextSort(sort: RowSort | null, column: string): RowSort | null {
  if (sort?.column !== column) return { column, direction: "asc" };
  return sort.direction === "asc" ? { column, direction: "desc" } : null;
}
