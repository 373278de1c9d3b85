/** Who may do what with a table's rows. */
import { type DataActor, type Outcome, type Table, TablePolicy } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

export type DataAction = "read" | "create" | "update" | "delete";

const audienceOf = (table: Table, action: DataAction) => TablePolicy.parse(table.policy ?? {})[action];

/** `createdBy` is the row's author; omitted for a new row and for a list, whose rows are then limited to one's own by `ownRowsOnly`. */
export function allowed(table: Table, action: DataAction, actor: DataActor, createdBy?: string | null): boolean {
  const audience = audienceOf(table, action);
  if (audience === "anyone") return true;
  if (actor.kind !== "member") return false;
  return audience === "member" || createdBy === undefined || createdBy === actor.userId;
}

export const ownRowsOnly = (table: Table, actor: DataActor): string | null =>
  audienceOf(table, "read") === "owner" && actor.kind === "member" ? actor.userId : null;

const DEED: Record<DataAction, string> = { read: "see", create: "add", update: "change", delete: "delete" };

export function permit(table: Table, action: DataAction, actor: DataActor, createdBy?: string | null): Outcome<void> {
  if (allowed(table, action, actor, createdBy)) return ok(undefined);
  const who = actor.kind === "visitor" ? "Only members" : "Only whoever added it";
  return fail("forbidden", `${who} may ${DEED[action]} ${table.label.toLowerCase()}.`, {
    next: actor.kind === "visitor" ? "Sign in as a member of the organization." : "Ask its author.",
  });
}
