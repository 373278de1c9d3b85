/** Who may do what with a table's rows. The live version's policy governs, whatever code asks; that code may narrow it. */
import { type Audience, type DataAction, type DataActor, type Outcome, type Table, TablePolicy } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

const WIDEST_FIRST: readonly Audience[] = ["anyone", "member", "owner"];
/** Of a table that the live version does not have: nobody has said who may see its rows, so each sees their own. */
const OWN_ROWS: TablePolicy = { read: "owner", create: "owner", update: "owner", delete: "owner" };

const narrower = (one: Audience, other: Audience) => (WIDEST_FIRST.indexOf(one) > WIDEST_FIRST.indexOf(other) ? one : other);

export function policyOf(table: Table, live: Table | undefined): TablePolicy {
  const asked = policyIn(table);
  const governing = live ? policyIn(live) : OWN_ROWS;
  return {
    read: narrower(asked.read, governing.read),
    create: narrower(asked.create, governing.create),
    update: narrower(asked.update, governing.update),
    delete: narrower(asked.delete, governing.delete),
    server: asked.server?.filter((action) => governing.server?.includes(action)),
  };
}

const policyIn = (table: Table): TablePolicy => TablePolicy.parse(table.policy ?? {});

type GovernedTable = { table: Table; policy: TablePolicy };

/** On which rows an actor may do it. */
export type RowReach = "all" | "own" | "none";

export function reach({ policy }: GovernedTable, action: DataAction, actor: DataActor): RowReach {
  if (policy[action] === "anyone") return "all";
  if (actor.kind === "app") return policy.server?.includes(action) ? "all" : "none";
  if (actor.kind === "visitor" || looksOnly(action, actor)) return "none";
  return policy[action] === "member" ? "all" : "own";
}

const looksOnly = (action: DataAction, actor: DataActor): boolean => actor.kind === "member" && actor.may === "read" && action !== "read";

/** `createdBy` is the row's author. */
export function reaches(of: GovernedTable, action: DataAction, actor: DataActor, createdBy: string | null): boolean {
  const within = reach(of, action, actor);
  return within === "all" || (within === "own" && actor.kind === "member" && createdBy === actor.userId);
}

/** Whose rows alone an actor may see, if it is their own. */
export const ownRowsOnly = (of: GovernedTable, actor: DataActor): string | null =>
  reach(of, "read", actor) === "own" && actor.kind === "member" ? actor.userId : null;

const DEED: Record<DataAction, string> = { read: "see", create: "add", update: "change", delete: "delete" };

/** Whether there is any row on which the actor may do it. The answer is the same whatever rows there are. */
export const permit = (of: GovernedTable, action: DataAction, actor: DataActor): Outcome<void> =>
  reach(of, action, actor) === "none" ? refused(of, action, actor) : ok(undefined);

export function refused({ table }: GovernedTable, action: DataAction, actor: DataActor) {
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
