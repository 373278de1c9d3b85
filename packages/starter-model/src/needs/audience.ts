/** Rules that several others are made of: who has a role, whoever added a row, and two rules at once. */
import { type AppRole, Audience, roleOfRule, type Table } from "@edgewright/contracts";
import { among } from "./who.ts";

/** As `Who`, by the names of the roles alone. */
export type Roles = readonly Pick<AppRole, "name">[];

const IS_ADMIN = "user.role == 'admin'";
const hasRole = (name: string): string => `'${name}' in user.roles`;

/** As a part of a condition. */
export const isOneOf = (who: Roles): string => (who.length === 0 ? IS_ADMIN : who.map(({ name }) => hasRole(name)).join(" || "));

/** As a rule of its own, in the word that there is for it. */
export const ruleOf = (who: Roles): string => (who.length === 1 ? who.map(({ name }) => `role:${name}`).join("") : isOneOf(who));

const ROLES_ALONE = String.raw`'\w+' in user\.roles(?: \|\| '\w+' in user\.roles)*`;
const PEOPLE = `${IS_ADMIN.replace(".", "\\.")}|${ROLES_ALONE}`;
const ALONE = new RegExp(`^(?:${PEOPLE})$`);
const AT_END = new RegExp(String.raw`\|\| (${PEOPLE})$`);

/** The roles to which a rule leaves it, none where it is the admins'; null: it says something else. */
export function rolesOfRule(rule: string | undefined): Roles | null {
  const name = roleOfRule(rule ?? "");
  if (name !== null) return [{ name }];
  return rule !== undefined && ALONE.test(rule) ? rolesNamed(rule) : null;
}

/** As `rolesOfRule`, of a rule that lets others keep what a field begins with. */
export const rolesOfWrite = (rule: string | undefined): Roles | null => {
  const rest = AT_END.exec(rule ?? "")?.[1];
  return rest === undefined ? rolesOfRule(rule) : rolesNamed(rest);
};

const rolesNamed = (condition: string): Roles => [...condition.matchAll(/'(\w+)' in user\.roles/g)].map(([, name = ""]) => ({ name }));

/** Of a status that somebody decides about: the roles of those who do. */
export function rolesThatDecide(rule: string, column: string): Roles | null {
  const found = new RegExp(String.raw`row\.${column} == [^|]+ \|\| (${PEOPLE})`).exec(rule)?.[1];
  return found === undefined ? null : rolesNamed(found);
}

const MINE = "row.addedBy == user.id";
const OWN = new RegExp(String.raw`${MINE.replaceAll(".", "\\.")} \|\| (?:${PEOPLE})`);

/** Their own rows are whose they are, and all of them are theirs to whom they are left. */
export const mineOr = (who: Roles): string => `${MINE} || ${isOneOf(who)}`;

/** Each their own rows, and all to some, besides whom they were left to before. */
export function withOwn(before: string | undefined, who: Roles): string {
  const own = ownPartOf(before ?? "");
  return own === null ? bothRules(before, mineOr(who)) : (before ?? "").replace(own, () => mineOr(among([...rolesNamed(own), ...who])));
}

/** The part of a rule that leaves each their own rows. */
export const ownPartOf = (rule: string): string | null => OWN.exec(rule)?.[0] ?? null;

/** Whether a rule leaves each their own rows. */
export const isOwn = (rule: string | undefined): boolean => rule === "owner" || ownPartOf(rule ?? "") !== null;

/** What was said before is kept, too: whose rows they are, and who decides about them. */
export const bothRules = (before: string | undefined, rule: string): string =>
  before === undefined || before === rule || Audience.safeParse(before).success ? rule : `(${asCondition(before)}) && (${rule})`;

function asCondition(rule: string): string {
  const role = roleOfRule(rule);
  return role === null ? rule : hasRole(role);
}

/** Conditions know who added a row by a field of it. */
export function addAuthor(table: Table): void {
  if (table.columns.some(({ name }) => name === "addedBy")) return;
  table.columns.push({ name: "addedBy", label: "Added by", type: "user", default: "user()" });
}

/** The roles that the rules of the tables ask for are declared. */
export function declareAsked(roles: AppRole[], who: readonly AppRole[], tables: readonly Table[]): void {
  const rules = JSON.stringify(tables);
  const isAsked = ({ name }: AppRole) => rules.includes(`"role:${name}"`) || rules.includes(hasRole(name));
  roles.push(...who.filter((role) => isAsked(role) && !roles.includes(role)));
}
