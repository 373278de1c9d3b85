/** Who may do what with a table's rows. */
import { type DataAction, type DataActor, type Outcome, type Table, TablePolicy } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

const policyOf = (table: Table) => TablePolicy.parse(table.policy ?? {});

/** `createdBy` is the row's author; omitted for a new row and for a list, whose rows are then limited to one's own by `ownRowsOnly`. */
export function allowed(table: Table, action: DataAction, actor: DataActor, createdBy?: string | null): boolean {
  const policy = policyOf(table);
  if (policy[action] === "anyone") return true;
  if (actor.kind === "app") return policy.server?.includes(action) ?? false;
  if (actor.kind === "visitor" || looksOnly(action, actor)) return false;
  return policy[action] === "member" || createdBy === undefined || createdBy === actor.userId;
}

const looksOnly = (action: DataAction, actor: DataActor): boolean => actor.kind === "member" && actor.may === "read" && action !== "read";

export const ownRowsOnly = (table: Table, actor: DataActor): string | null =>
  policyOf(table).read === "owner" && actor.kind === "member" ? actor.userId : null;

const DEED: Record<DataAction, string> = { read: "see", create: "add", update: "change", delete: "delete" };

export function permit(table: Table, action: DataAction, actor: DataActor, createdBy?: string | null): Outcome<void> {
  if (allowed(table, action, actor, createdBy)) return ok(undefined);
  const deed = `${DEED[action]} ${table.label.toLowerCase()}`;
  if (actor.kind === "visitor") return fail("forbidden", `Only members may ${deed}.`, { next: "Sign in as a member of the organization." });
  if (actor.kind === "app")
    return fail("forbidden", `The app's server may not ${deed} in its own name.`, {
      next: `Use env.DATA, which acts as the visitor, or list "${action}" in policy.server of ${table.name} in data/schema.json.`,
    });
  if (looksOnly(action, actor))
    return fail("forbidden", `You may look at this app, not ${deed}: viewers of the organization only read here.`, {
      next: 'Ask an administrator for the role editor, or an editor to set "viewers": "write" in app.json.',
    });
  return fail("forbidden", `Only whoever added it may ${deed}.`, { next: "Ask its author." });
}
