/** Rules that several others are made of: admins, whoever added a row, and two rules at once. */
import { Audience, type Table } from "@edgewright/contracts";

export const IS_ADMIN = "user.role == 'admin'";
/** Their own rows are whose they are, and all of them the admins'. */
export const MINE_OR_ADMIN = `row.addedBy == user.id || ${IS_ADMIN}`;

/** What was said before is kept, too: whose rows they are, and who decides about them. */
export const bothRules = (before: string | undefined, rule: string): string =>
  before === undefined || before === rule || Audience.safeParse(before).success ? rule : `(${before}) && (${rule})`;

/** Conditions know who added a row by a field of it. */
export function addAuthor(table: Table): void {
  if (table.columns.some(({ name }) => name === "addedBy")) return;
  table.columns.push({ name: "addedBy", label: "Added by", type: "user", default: "user()" });
}
