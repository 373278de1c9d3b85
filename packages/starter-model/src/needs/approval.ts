/** What waits until somebody decides: a status whose outcomes only some set, each by a button of its own. */
import { type AppRole, type Column, type Table, TablePolicy } from "@edgewright/contracts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { addAuthor, bothRules, declareAsked, isOneOf, isOwn, ownPartOf, type Roles, rolesThatDecide, withOwn } from "./audience.ts";
import { saidOfOne, whoIn } from "./who.ts";

const GRANTED = /^(?:approved|accepted|confirmed|granted|signed off|ok(?:ayed)?)$/i;
const REFUSED = /^(?:rejected|declined|refused|denied|turned down|not approved)$/i;
const VERBS: Record<string, string> = { approve: "approved", accept: "accepted", confirm: "confirmed", grant: "granted" };
const OPPOSITE: Record<string, string> = { approve: "rejected", accept: "declined", confirm: "declined", grant: "refused" };
const NEGATIVE: Record<string, string> = { reject: "rejected", declin: "declined", refus: "refused", den: "denied" };

/** A status that waits, what it may become by a decision, and whose that is: admins' alone where no role is named. */
export type Decision = { column: Column; waiting: string; outcomes: string[]; by: Roles };

/** The decision that the rules of a table leave to some. */
export function decisionOf(table: Table): Decision | null {
  const update = table.policy?.update ?? "";
  const column = table.columns.find(
    ({ name, type, options }) => type === "select" && update.includes(`row.${name} ==`) && options?.some((one) => GRANTED.test(one)),
  );
  const outcomes = column?.options?.filter((one) => GRANTED.test(one) || REFUSED.test(one)) ?? [];
  const waiting = column?.options
    ?.slice(
      0,
      column.options.findIndex((one) => outcomes.includes(one)),
    )
    .at(-1);
  return column && waiting ? { column, waiting, outcomes, by: rolesThatDecide(update, column.name) ?? [] } : null;
}

/** Whether all that there is to choose is the decision itself. */
export const isOnlyDecided = ({ column, outcomes }: Decision): boolean => column.options?.length === outcomes.length + 1;

/** Kinds of rows that somebody else decides about. */
const ASKED =
  /\b(?:request|application|claim|order|leave|absence|day off|proposal|idea|suggestion|revision|timesheet|booking|purchase|change|expense|offer|quote)s?\b/i;

/** `usual`: the names of fields whose options nobody named. `roles`: those of the app, to which more come. What is said of it. */
export function approvalFor(clause: string, meant: Table, tables: readonly Table[], usual: ReadonlySet<Column>, roles: AppRole[]): string {
  const named = new RegExp(`\\b(?:${namesOf(meant).one}|${namesOf(meant).many})\\b`, "i").test(clause);
  const table = named ? meant : (tables.find(({ label }) => ASKED.test(label)) ?? meant);
  const column = statusOf(table, clause, usual);
  const waiting = column.options?.[Math.max(0, (column.options.findIndex((one) => GRANTED.test(one)) || 1) - 1)] ?? "pending";
  const is = `row.${column.name}`;
  const who = whoIn(clause, tables, roles) ?? [];
  const policy = seenBy(who, table);
  table.policy = {
    ...policy,
    create: bothRules(policy.create, `${is} == '${waiting}' || ${isOneOf(who)}`),
    update: bothRules(policy.update, `${is} == old.${column.name} || ${isOneOf(who)}`),
  };
  decidedOnce(clause, table);
  declareAsked(roles, who, tables);
  return `${upperFirst(namesOf(table).many)} wait as “${waiting}” until ${saidOfOne(who)} approves or refuses them by a button.`;
}

/** Where people see only their own rows, those who decide see all, and change them. */
function seenBy(who: Roles, table: Table): TablePolicy {
  const policy = table.policy ?? TablePolicy.parse({});
  const { read, update } = policy;
  if (isOwn(read) || isOwn(update)) addAuthor(table);
  return { ...policy, ...(isOwn(read) && { read: withOwn(read, who) }), ...(isOwn(update) && { update: withOwn(update, who) }) };
}

const ONCE =
  /\b(?:decid|approv|accept|confirm|grant|reject|refus|answer|final)\w*\b.*\b(?:again|once|final)\b|\bcannot be (?:changed|decided)\b|\bfinal\b/i;

/** "a request that was decided cannot be decided again": what does not wait any more is not changed. */
export function decidedOnce(clause: string, table: Table): string | null {
  const decision = ONCE.test(clause) ? decisionOf(table) : null;
  if (!decision || !table.policy) return null;
  const { column, waiting, by } = decision;
  const once = `old.${column.name} == '${waiting}' && (row.${column.name} == '${waiting}' || ${isOneOf(by)})`;
  const own = ownPartOf(table.policy.update);
  table.policy.update = own === null ? once : bothRules(own, once);
  return "What was decided is not changed any more.";
}

const DECIDING = /\b(?:approv|reject|accept|declin|decid|confirm)\w*\b/i;
const OTHERWISE = /\b(?:add|creat|enter|edit|chang|updat|delet|remov)\w*\b/i;

/** "only admins see the buttons Approve and Reject": who decides is what an approval says anyway. */
export const isOfDecision = (clause: string): boolean =>
  /\bonly\b|\bnobody (?:but|else)\b/i.test(clause) && DECIDING.test(clause) && !OTHERWISE.test(clause);

function statusOf(table: Table, clause: string, usual: ReadonlySet<Column>): Column {
  const verb = Object.keys(VERBS).find((one) => clause.toLowerCase().includes(one)) ?? "approve";
  const no = Object.entries(NEGATIVE).find(([stem]) => new RegExp(`\\b${stem}`, "i").test(clause))?.[1] ?? OPPOSITE[verb]!;
  const options = ["pending", VERBS[verb]!, no];
  const chosen = table.columns.find(
    (column) => column.type === "select" && !usual.has(column) && column.options?.slice(1).some((one) => GRANTED.test(one)),
  );
  if (chosen) return required(chosen);
  const status = table.columns.find((column) => /^(?:status|state|approval|decision)$/.test(column.name));
  if (status && (usual.has(status) || status.type !== "select"))
    return required(Object.assign(status, { type: "select", options, default: "pending" }));
  const column: Column = {
    name: status ? "approval" : "status",
    label: status ? "Approval" : "Status",
    type: "select",
    options,
    default: "pending",
  };
  table.columns.push(column);
  return required(column);
}

function required(column: Column): Column {
  column.required = true;
  column.default ??= column.options?.[0];
  return column;
}
