/** How somebody looks at a table: which rows, in which order, which fields and how wide. Kept in their browser, table by table. */
import { RowCondition, RowSort, type Table } from "@edgewright/contracts";
import { useState } from "react";
import { z } from "zod";

const View = z.object({
  filters: z.array(RowCondition).max(20).default([]),
  sort: RowSort.nullable().default(null),
  hidden: z.array(z.string()).default([]),
  widths: z.record(z.string(), z.number()).default({}),
});
export type View = z.infer<typeof View>;

/** The view, and a way to change some of it. */
export function useView(projectId: string, table: Table): [View, (change: Partial<View>) => void] {
  const key = `view:${projectId}:${table.name}`;
  const [view, setView] = useState(() => kept(key));
  const change = (some: Partial<View>) =>
    setView((before) => {
      const after = { ...before, ...some };
      keep(key, after);
      return after;
    });
  return [shownBy(view, table), change];
}

/** Without what speaks of fields that the table does not have any more. */
function shownBy({ filters, sort, hidden, widths }: View, { columns }: Table): View {
  const has = (name: string) => columns.some((column) => column.name === name);
  return {
    filters: filters.filter(({ column }) => has(column)),
    sort: sort && has(sort.column) ? sort : null,
    hidden: hidden.filter(has),
    widths,
  };
}

/** A browser may keep nothing, or have something else there. */
function kept(key: string): View {
  try {
    return View.parse(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    return View.parse({});
  }
}

function keep(key: string, view: View): void {
  try {
    localStorage.setItem(key, JSON.stringify(view));
  } catch {
    // It then lasts as long as the page.
  }
}
