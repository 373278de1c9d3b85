/**
 * Who may do what with a table's rows, and which fields of them. The live version's policy governs, whatever code asks; that code
 * may narrow it: all rules must hold. A rule is a word, or a condition over the row, the row as it was and who asks.
 */
import { Audience, type DataAction, type DataActor, type Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { evaluate, type Person } from "@edgewright/expressions";
import { conditionSql } from "./condition-sql.ts";
import { type Piece, piece, raw } from "./piece.ts";
import { type Condition, NOBODY, type Rule } from "./rules.ts";
import type { StoredRow } from "./sql.ts";
import type { View } from "./view.ts";

/** A condition, and of whom it is asked. */
type Asked = Condition & { actor: DataActor };
/** On which rows an actor may do it: those of an author (null: of all) of which all conditions hold. */
type Reach = { author: string | null; conditions: Asked[] };
const ALL: Reach = { author: null, conditions: [] };

/** What of a row decides. */
type Judged = Pick<StoredRow, "json" | "created_by">;

/** Null: on none. */
function reachOf(rules: readonly Rule[], { actor, server }: { actor: DataActor; server: boolean }): Reach | null {
  if (rules.includes(NOBODY)) return null;
  if (rules.every((rule) => rule === "anyone")) return ALL;
  if (actor.kind === "app") return server ? ALL : null;
  const reach: Reach = { author: null, conditions: [] };
  for (const rule of rules) {
    if (typeof rule !== "string") reach.conditions.push({ ...rule, actor });
    else if (rule !== "anyone" && actor.kind === "visitor") return null;
    else if (rule === "owner" && actor.kind === "member") reach.author = actor.userId;
  }
  return reach;
}

const reach = ({ actor, policy }: View, action: DataAction): Reach | null =>
  ofBoth(actor, (one) => {
    if (one.kind === "organization") return action === "read" ? ALL : null;
    if (one.kind === "automation") return ALL;
    const within = reachOf(policy[action], { actor: one, server: policy.server.includes(action) });
    return looksOnly(action, one) && within !== ALL ? null : within;
  });

/** Whoever looks at the app as somebody else would may do what both may. */
function ofBoth(actor: DataActor, reachOfOne: (actor: DataActor) => Reach | null): Reach | null {
  const seen = reachOfOne(actor);
  const behind = "behind" in actor && actor.behind ? reachOfOne(actor.behind) : ALL;
  if (seen === null || behind === null || behind === ALL) return behind && seen;
  return { author: seen.author ?? behind.author, conditions: [...seen.conditions, ...behind.conditions] };
}

const looksOnly = (action: DataAction, actor: DataActor): boolean => actor.kind === "member" && actor.may === "read" && action !== "read";

function holds({ author, conditions }: Reach, view: View, row: Judged, old: Judged | null): boolean {
  if (author !== null && row.created_by !== author) return false;
  return conditions.every((condition) => isTrue(condition, view, row, old));
}

function isTrue({ compiled, kinds, stored, actor }: Asked, { now, today }: View, row: Judged, old: Judged | null): boolean {
  if (!compiled) return false;
  const [values, before] = [valuesOf(row, stored), valuesOf(old ?? row, stored)];
  return evaluate(compiled, { kinds, row: values, old: before, user: personOf(actor), now, today }) === true;
}

const valuesOf = ({ json }: Judged, stored: ReadonlyMap<string, string>): Record<string, unknown> => {
  const kept: Record<string, unknown> = JSON.parse(json);
  return Object.fromEntries([...stored].map(([name, storedName]) => [name, kept[storedName]]));
};

export function personOf(actor: DataActor): Person {
  if (actor.kind !== "member") return { id: "", name: "", email: "", role: actor.kind, roles: [] };
  return { id: actor.userId, name: actor.name ?? "", email: actor.email ?? "", role: actor.role ?? "editor", roles: actor.roles ?? [] };
}

/** Whether they may do it with this row. `old`: the row as it was, where it is about to be changed into `row`. */
export function reaches(view: View, action: DataAction, row: Judged, old: Judged | null = null): boolean {
  const within = reach(view, action);
  return within !== null && holds(within, view, row, old);
}

/** Whether they may see every row, whatever rows there are. */
export const seesAll = (view: View): boolean => isOfAll(reach(view, "read"), view);

/** Whether it is of every row, whatever that holds: of nobody's own, and under conditions over nothing but who asks. */
function isOfAll(within: Reach | null, view: View): boolean {
  if (!within || within.author !== null) return false;
  return within.conditions.every((condition) => isOfAny(condition, view));
}

/** Whether it holds whatever the row is, as that of a role. */
const isOfAny = (condition: Asked, view: View): boolean =>
  condition.compiled?.fields.size === 0 && isTrue(condition, view, { json: "{}", created_by: null }, null);

/** What they may do with every row, with none, or with some: then a row decides. What is still to be written into a row is not known. */
export function extentOf(view: View, action: DataAction): "all" | "none" | "some" {
  const within = reach(view, action);
  if (!within) return "none";
  const ofPerson = within.conditions.filter(({ compiled }) => !compiled || compiled.fields.size === 0);
  if (!ofPerson.every((condition) => isOfAny(condition, view))) return "none";
  return isOfAll(within, view) ? "all" : "some";
}

/** Whose rows alone they may see, if it is their own; and a condition of all that they may see. */
export function sightOf(view: View): { author: string | null; matches: Piece | null } {
  const within = reach(view, "read");
  if (!within) return { author: null, matches: raw("1 = 0") };
  const conditions = within.conditions.filter((condition) => !isOfAny(condition, view)).map((condition) => sqlOf(condition, view));
  return { author: within.author, matches: conditions.length > 0 ? raw(`(${conditions.join(" and ")})`) : null };
}

function sqlOf({ compiled, kinds, stored, actor }: Asked, { now, today }: View): string {
  const fields = new Map([...kinds].map(([name, kind]) => [name, { kind, stored: stored.get(name) ?? name }]));
  return compiled ? conditionSql(compiled, { fields, user: personOf(actor), now, today }) : "0";
}

/** Of a field: on which rows they may see it, or write it. */
function fieldReach({ actor, fields }: View, stored: string, what: "read" | "write"): Reach | null {
  const rules = fields.get(stored)?.[what];
  return ofBoth(actor, (one) => {
    if (one.kind === "organization") return what === "read" ? ALL : null;
    if (one.kind === "automation") return ALL;
    return rules ? reachOf(rules, { actor: one, server: true }) : ALL;
  });
}

export function seesField(view: View, stored: string, row: Judged): boolean {
  const within = fieldReach(view, stored, "read");
  return within !== null && holds(within, view, row, null);
}

/** Whether they may see the field of any row, whatever it holds: then also what it held, when the row was another. */
export const seesFieldOfAll = (view: View, stored: string): boolean => isOfAll(fieldReach(view, stored, "read"), view);

/** `row` as it will be; it must be so of the row as it was, too. */
export function writesField(view: View, stored: string, row: Judged, old: Judged | null): boolean {
  const within = fieldReach(view, stored, "write");
  return within !== null && holds(within, view, row, old) && (old === null || holds(within, view, old, old));
}

/** Whether there may be a row of which they write the field. */
export const writesSome = (view: View, stored: string): boolean => fieldReach(view, stored, "write") !== null;

/** What a field holds as far as they may see it. */
export function seenPart(view: View, stored: string, value: Piece): Piece {
  const within = fieldReach(view, stored, "read");
  if (!within) return raw("null");
  const conditions = within.conditions.map((condition) => raw(sqlOf(condition, view)));
  if (within.author !== null) conditions.push(piece`created_by = ${within.author}`);
  return conditions.reduce((seen, condition) => piece`iif(${condition}, ${seen}, null)`, value);
}

/** Whether a field may be hidden from them. */
export const isGuarded = (view: View, stored: string): boolean => {
  const within = fieldReach(view, stored, "read");
  return within === null || within.author !== null || within.conditions.length > 0;
};

const DEED: Record<DataAction, string> = { read: "see", create: "add", update: "change", delete: "delete" };

/** Whether there is any row on which they may do it. The answer is the same whatever rows there are. */
export const permit = (view: View, action: DataAction): Outcome<void> =>
  reach(view, action) === null ? refused(view, action) : ok(undefined);

export function refused(view: View, action: DataAction) {
  const { table, actor } = view;
  const deed = `${DEED[action]} ${table.label.toLowerCase()}`;
  const rules = view.policy[action];
  const words = rules.filter((rule) => typeof rule === "string");
  const role = rules.find((rule): rule is Condition => typeof rule !== "string" && rule.role !== undefined)?.role;
  if (actor.kind === "visitor" && words.some((rule) => rule !== "anyone"))
    return fail("forbidden", `Only members may ${deed}.`, { next: "Sign in as a member of the organization." });
  if (actor.kind === "app")
    return fail("forbidden", `The app's server may not ${deed} in its own name.`, {
      next: `Use env.DATA, which acts as the visitor, or list "${action}" in policy.server of ${table.name} in data/schema.json.`,
    });
  if (looksOnly(action, actor))
    return fail("forbidden", `You may look at this app, not ${deed}: viewers of the organization only read here.`, {
      next: "Ask an administrator for the role editor, or an editor to let viewers change the rows of this app.",
    });
  if (role !== undefined)
    return fail("forbidden", `Only people with the role "${role.replaceAll("_", " ")}" may ${deed}.`, {
      next: "Ask an administrator to give you that role in this app.",
    });
  if (words.includes("owner")) return fail("forbidden", `Only whoever added it may ${deed}.`, { next: "Ask its author." });
  return fail("forbidden", `The app's rules do not let you ${deed} so.`, {
    next: `Ask whoever looks after the app, or change "${action}" in the policy of ${table.name} in data/schema.json.`,
  });
}

export const isAudience = (rule: string): rule is Audience => Audience.safeParse(rule).success;
