/** The rows the grid holds and how answers of the API change them. Pure. */
import type { DataRow, RowPage, RowSort } from "@edgewright/contracts";

/** A row that moved between two pages while they were read is kept once. */
export function nextPage(before: RowPage, page: RowPage): RowPage {
  const known = new Set(before.rows.map((row) => row.id));
  return { ...page, rows: [...before.rows, ...page.rows.filter((row) => !known.has(row.id))] };
}

export const putRow = (page: RowPage, row: DataRow): RowPage => ({
  ...page,
  rows: page.rows.map((old) => (old.id === row.id ? row : old)),
});

export const addRow = (page: RowPage, row: DataRow): RowPage => ({ ...page, rows: [row, ...page.rows], total: page.total + 1 });

export const dropRow = (page: RowPage, id: string): RowPage => {
  const rows = page.rows.filter((row) => row.id !== id);
  return { ...page, rows, total: page.total - (page.rows.length - rows.length) };
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
