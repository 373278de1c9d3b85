/** Wishes about who may do what, and about the link by which anyone may open the app. */
import { Audience, type DataAction, TablePolicy } from "@edgewright/contracts";
import { displayColumn } from "../app-model.ts";
import { ACTIONS, AUDIENCES } from "../knowledge/change-words.ts";
import { rolesOfRule, ruleOf } from "../needs/audience.ts";
import { saidOfAll, type Who, whoIn } from "../needs/who.ts";
import { namesOf } from "../words/table-names.ts";
import { at, type Clause, fieldsNamed, tableMeant, tableNamed } from "./clause.ts";
import { type ClauseReading, done, type Operation, refused } from "./operation.ts";

const LINK = /\b(?:link|public(?:ly)?|url|share[ds]?|sharing|password|login|log-?in|sign(?:ing)?[ -]in)\b/i;
const CLOSE =
  /\b(?:close|closed|off|away|remove|stop|end|revoke|disable|unshare|no longer|not|private|members only|only (?:members|us|the team)|internal|lock)\b/i;
const OPEN_APP = /\b(?:open|use|see|access|view|visit|look at)\b/i;
const FILL =
  /\b(?:fill(?:s|ed)? (?:it )?(?:in|out)|submit|send (?:it )?in|sign(?:s)? (?:themselves )?up|sign up|register|apply|enter their|add themselves|put (?:their|themselves)|report)\b/i;
const PUBLIC_FORM =
  /\b(?:public|open|web|online)\s+(?:[\w-]+\s+)?form\b|\bform (?:for|that) (?:visitors|anyone|outsiders|the public|everyone|customers|guests)\b/i;

/** Everybody in the app, unless people outside are meant or let in already. */
const EVERYBODY = /\b(?:everyone|everybody|all people)\b/i;
const OUTSIDE = /\b(?:link|public\w*|without|outside|visitors?|outsiders?|strangers?|world|internet|web|guests?|anyone|anybody)\b/i;

const audienceIn = (text: string) => AUDIENCES.find(([pattern]) => pattern.test(text))?.[1];
const OWN = /\b(?:own|who|whoever|creator|author)\b/i;

/** The link to the whole app, on and off. */
export function link({ text, mentions, act }: Clause): ClauseReading | null {
  if (act === "add" || mentions.some(({ fields }) => fields.length > 0)) return null;
  const isAnyone = audienceIn(text) === "anyone" && OPEN_APP.test(text) && /\b(?:app|it|link|this|everything)\b/i.test(text);
  if (!LINK.test(text) && !isAnyone) return null;
  // "link rentals with employees" is about tables.
  if (/^(?:link|connect)\s+(?!to the app)/i.test(text) || (mentions.some(({ table }) => table) && !isAnyone)) return null;
  if (!/\b(?:link|public(?:ly)?|unshare|private|share[ds]?|sharing|anyone|anybody|everyone|everybody|without)\b/i.test(text)) return null;
  return done({ do: "link", open: !CLOSE.test(text) });
}

/** A form that people outside may send, and nothing else of the app. */
export function publicForm(clause: Clause): ClauseReading | null {
  const { text } = clause;
  const anyone =
    /\b(?:anyone|anybody|everyone|everybody|visitors?|outsiders?|the public|people|strangers|guests|customers|parents|clients)\b/i.test(
      text,
    );
  const isOutside = /\b(?:without (?:an? )?(?:account|login)|outside|outsiders?|public|anyone|visitors?|themselves|link|strangers)\b/i.test(
    text,
  );
  if (!PUBLIC_FORM.test(text) && !(anyone && isOutside && FILL.test(text))) return null;
  return done({ do: "open-form", table: tableMeant(clause).name });
}

const MAY = /\b(?:may|can|could|allowed|able|let|allow|permit|should|must|nobody|no one|only|restrict|forbid|prevent|protect)\b/i;

export function access(clause: Clause): ClauseReading | null {
  const { text, draft } = clause;
  if (!MAY.test(text) || clause.act === "add" || clause.act === "remove") return null;
  const actions = ACTIONS.filter(([pattern]) => pattern.test(text)).map(([, action]) => action);
  const who = OWN.test(text) ? null : whoIn(text, draft.model.schema.tables, draft.model.manifest.roles ?? []);
  const isInside = EVERYBODY.test(text) && !OUTSIDE.test(text) && draft.model.manifest.visibility !== "link";
  const audience = isInside ? "member" : audienceIn(text);
  const asked = who ?? audience;
  if (actions.length === 0 || !asked) return null;
  return ofField(clause, actions, asked) ?? ofTables(clause, actions, asked);
}

/** "only supervisors can change the price", "everybody can see the notes again" */
function ofField(clause: Clause, actions: readonly DataAction[], asked: Who | Audience): ClauseReading | null {
  const action = actions.includes("update") ? "write" : actions.includes("read") ? "read" : null;
  const [field] = fieldsNamed(clause);
  if (!field || action === null || actions.includes("delete") || field.column === displayColumn(field.table)) return null;
  if (typeof asked !== "string") return done({ do: "field-policy", at: at(field), action, who: [...asked] });
  return asked === "member" && field.column.policy ? done({ do: "field-policy", at: at(field), action, who: null }) : null;
}

function ofTables(clause: Clause, actions: readonly DataAction[], asked: Who | Audience): ClauseReading | null {
  const { text, draft } = clause;
  const table = tableNamed(clause);
  if (!table && asked !== "owner" && !/\b(?:entries|rows|records|data|anything|everything|nothing|own|it|them|those|these)\b/i.test(text))
    return null;
  const tables = table ? [table] : /\b(?:it|them|those|these)\b/i.test(text) ? [tableMeant(clause)] : draft.model.schema.tables;
  const many = tables.map((one) => namesOf(one).many).join(" and ");
  const isNobody = typeof asked === "string" && /\b(?:nobody|no one|not|forbid|prevent|can'?t|cannot|mustn'?t|never)\b/i.test(text);
  const who = typeof asked === "string" ? (isNobody && asked === "anyone" ? "member" : asked) : ruleOf(asked);
  if (isNobody && asked === "member" && !/\boutside/i.test(text))
    return refused(
      `Somebody has to be able to ${actions.join(" or ")} ${many}. I can leave it to whoever added a row: “people may only ${actions.at(-1)} their own ${many}”.`,
    );
  const roles = typeof asked === "string" ? [] : [...asked];
  if (tables.every((one) => actions.every((action) => (one.policy ?? TablePolicy.parse({}))[action] === who)))
    return refused(`That is so already: ${saidOf(who, roles)} can ${actions.join(" and ")} ${many}.`);
  return done(...tables.map((one): Operation => ({ do: "policy", table: one.name, policy: policyFor(actions, who), roles })));
}

const SAID: Record<Audience, string> = { anyone: "anyone with the link", member: "members only", owner: "only whoever added a row" };
/** In words: an audience, or those who have one of some roles. */
export const saidOf = (rule: string, roles: Who): string => {
  const audience = Audience.safeParse(rule).data;
  const asked = rolesOfRule(rule) ?? [];
  return audience === undefined ? `only ${saidOfAll(roles.filter(({ name }) => asked.some((one) => one.name === name)))}` : SAID[audience];
};

const policyFor = (actions: readonly DataAction[], who: string): Partial<TablePolicy> =>
  Object.fromEntries(actions.map((action) => [action, who]));
