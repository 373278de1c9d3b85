/** What somebody may not do with the rows of a page, so that an app offers nothing that would be refused. */
import type { Cannot } from "@edgewright/contracts";
import { extentOf, reaches } from "./policy.ts";
import type { StoredRow } from "./sql.ts";
import type { View } from "./view.ts";

/** Conditions are looked at row by row; between so many rows others have their turn. */
const ROWS_A_TURN = 100;

/** @param again whether the tables are still the same, once others have had their turn; null is answered when they are not */
export async function cannotOf(view: View, rows: readonly StoredRow[], again: () => Promise<boolean>): Promise<Cannot | null> {
  const refused: { update: boolean | string[]; delete: boolean | string[] } = { update: false, delete: false };
  for (const action of ["update", "delete"] as const) {
    const extent = extentOf(view, action);
    refused[action] = extent === "none";
    if (extent !== "some") continue;
    const ids: string[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % ROWS_A_TURN === ROWS_A_TURN - 1 && !(await again())) return null;
      if (!reaches(view, action, row)) ids.push(row.id);
    }
    refused[action] = ids;
  }
  return { create: extentOf(view, "create") === "none", ...refused };
}
