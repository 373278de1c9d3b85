/** Who may do what, told in words, as the policies of tables and fields. Who has a role in the app is let by it; “admins” are the platform's. */
import { type AppRole, type Column, type DataAction, type Table, TablePolicy } from "@edgewright/contracts";
import { displayColumn } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { LEADER, ROLE } from "../knowledge/role-words.ts";
import { inSentence, singular, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { decisionOf } from "./approval.ts";
import { addAuthor, declareAsked, isOneOf, isOwn, ruleOf, withOwn } from "./audience.ts";
import { among, saidOfAll, type Who, whoIn } from "./who.ts";

const ACTIONS: [RegExp, DataAction][] = [
  [/\b(?:see|sees|seen|read|reads|view|views|look|looks|open|opens|consult|visible|access|private|secret|confidential|hidden)\b/, "read"],
  [/\b(?:add|adds|create|creates|enter|enters|book|books|submit|submits)\b/, "create"],
  [/\b(?:change|changes|changed|edit|edits|edited|update|updates|modify|touch|set|sets|mark|marks|close|closes|write|writes)\b/, "update"],
  [/\b(?:delete|deletes|deleted|deleting|remove|removes|removed|erase|erased)\b/, "delete"],
];
const VERBS: Record<DataAction, string> = { read: "see", create: "add", update: "change", delete: "delete" };
const NO = "(?:not|never|n't|cannot|mustn't)";

const LEADERS = new RegExp(`\\b(?:admins?|administrators?|owners?|us|me|i|${LEADER})\\b`, "i");
const MEMBERS = /\bonly (?:the |our )?(?:members|staff|employees|colleagues|team|people with (?:a login|an account))\b/i;

/** What a clause asks of the rules of a table, and whom it lets. */
type Asked = { text: string; meant: Table; tables: readonly Table[]; who: Who | null };

/** Of whom a clause says that they see all, beside those who see their own. */
function besideOwn(clause: string): string {
  const at = clause.search(/\b(?:except|but not|apart from|other than|besides)\b/i);
  return at < 0
    ? clause
        .split(/[,;]\s|\b(?:and|but|while)\b/i)
        .filter((part) => !OWN.test(part.toLowerCase()))
        .join(", ")
    : clause.slice(at);
}

/** What is said of a rule that was made; `null` where the clause is none that can be kept. `roles`: those of the app, to which more come. */
export function ruleFor(
  kind: "own-rows" | "role-rule",
  clause: string,
  meant: Table,
  tables: readonly Table[],
  roles: AppRole[],
): string | null {
  if (/\bbuttons?\b/i.test(clause)) return null;
  const text = clause
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\bonley\b/g, "only");
  const isOfOwn = kind === "own-rows" || OWN.test(text);
  const asked = { text, meant, tables, who: whoIn(isOfOwn ? besideOwn(clause) : clause, tables, roles) };
  const said =
    ownRows(kind, asked) ??
    ofField(asked) ??
    ofOption(text, meant) ??
    lookers(text) ??
    onceSo(asked) ??
    setBy(asked) ??
    someRead(asked) ??
    few(asked) ??
    shownTo(asked);
  declareAsked(roles, asked.who ?? [], tables);
  return said;
}

const actionsIn = (text: string): DataAction[] => ACTIONS.filter(([pattern]) => pattern.test(text)).map(([, action]) => action);

function allow(table: Table, rule: string, actions: readonly DataAction[]): void {
  table.policy = { ...(table.policy ?? TablePolicy.parse({})), ...Object.fromEntries(actions.map((action) => [action, rule])) };
}

const OWN =
  /\b(?:their|his|her|its|my|our|one's) own\b|\bonly (?:his|her|their) \w+|\b(?:his|her|their) \w+ only\b|\bwhat (?:they|he|she) (?:entered|added|wrote)\b|\b(?:must|should|can|may) (?:only )?see (?:their|his|her)\b/;
const SEES_ALL = `(?:${ROLE}|admins?|administrators?) (?:can |may )?sees? (?:everything|all)\\b`;
const EXCEPT = new RegExp(
  `\\b(?:except|but not|apart from|other than|besides|only (?:the )?\\w+ sees? (?:all|everything))\\b|\\b${SEES_ALL}`,
);
const ALL_ARE_SEEN = new RegExp(`^(?:and )?(?:the |our )?(?:\\w+ )?${SEES_ALL}`);

/** "everyone sees only their own, except managers" */
function ownRows(kind: string, { text, meant: table, who }: Asked): string | null {
  if (kind !== "own-rows" && !(OWN.test(text) && EXCEPT.test(text)) && !ALL_ARE_SEEN.test(text)) return null;
  if (/\b(?:until|unless|of their own|enter the)\b/.test(text)) return null;
  const { many } = namesOf(table);
  const isLed = EXCEPT.test(text);
  const decision = decisionOf(table);
  const changed = /\b(?:change|edit|update|delete)\b/.test(text) && !/\b(?:see|sees|read|view)\b/.test(text);
  // A decision asks for conditions, which a word such as "owner" cannot be part of.
  if (!isLed && decision === null && !isOwn(table.policy?.read)) {
    table.policy = {
      ...(table.policy ?? TablePolicy.parse({})),
      update: "owner",
      delete: "owner",
      ...(!changed && { read: "owner" as const }),
    };
    return `People ${changed ? "change" : "see"} only their own ${many}: those that they added themselves.`;
  }
  addAuthor(table);
  const led = isLed ? (who ?? []) : [];
  const all = among([...led, ...(decision?.by ?? [])]);
  for (const action of ["create", "update", "delete", ...(changed ? [] : (["read"] as const))] as const)
    allow(table, withOwn(table.policy?.[action], all), [action]);
  return `People ${changed ? "change" : "see"} only their own ${many}, those that they added themselves; ${saidOfAll(led)} ${changed ? "change" : "see"} all of them.`;
}

const HIDDEN = new RegExp(
  `\\b(?:private|secret|confidential|hidden)\\b|${NO} (?:be able to )?(?:see|read|view|know)\\b|\\bnot every(?:one|body) (?:should |may |can )?sees?\\b|\\bnot every(?:one|body) should see\\b|\\bonly\\b.*\\b(?:sees?|reads?|view)\\b|\\b(?:for|visible to|just for) (?:the )?\\w+ only\\b|\\bonly visible\\b|\\bonly for\\b`,
);

/** "may not read the treatment notes", "prices are for the office only" */
function ofField({ text, meant, tables, who }: Asked): string | null {
  // "A list that only members see" is no secret of a field that the clause names, too.
  if (!HIDDEN.test(text) || MEMBERS.test(text) || ONLY_LOOKS.test(text)) return null;
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const column = namedColumn(table, text);
    if (!column || column === displayColumn(table)) continue;
    // From whom it is hidden is none of those who see it.
    return showOnly(column, HIDES.test(text) ? [] : (who ?? []));
  }
  return null;
}

/** "parents only read" hides nothing from anybody. */
const ONLY_LOOKS = /\bonly (?:sees?|reads?|looks?|views?)\b/;
const HIDES = new RegExp(
  `^(?!.*\\b(?:only|except|apart from|other than|besides|(?:nobody|no one)(?: else)? but)\\b).*${NO} (?:be able to )?(?:see|read|view|know)\\b`,
);

function showOnly(column: Column, who: Who): string {
  column.policy = { read: ruleOf(who) };
  delete column.required;
  return `The field “${inSentence(column.label)}” is seen by ${saidOfAll(who)} only.`;
}

/** "warehouse staff see the stock" */
function shownTo({ text, meant, tables, who }: Asked): string | null {
  const seen = /\b(?:sees?|reads?|views?) (?:only )?(?:the |all |our )*([\p{L}\d ]+?)\W*$/u.exec(text)?.[1];
  if (seen === undefined || who === null || new RegExp(NO).test(text)) return null;
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const column = table.columns.find((one) => one !== displayColumn(table) && isSame(one.label, seen));
    if (column) return showOnly(column, who);
    if (!isSame(table.label, seen)) continue;
    allow(table, ruleOf(who), ["read", "update", "delete"]);
    return `${upperFirst(namesOf(table).many)} are seen and changed by ${saidOfAll(who)} only.`;
  }
  return null;
}

const isSame = (a: string, b: string): boolean => singular(a).toLowerCase() === singular(b).toLowerCase();

const SETS =
  /\b(?:change[sd]?|edit(?:s|ed)?|set[s]?|enter(?:s|ed)?|fill(?:s|ed)?(?: in)?|writes?|written|update[sd]?|adjust(?:s|ed)?|mark(?:s|ed)?|ticks?|ticked|decides?)\b/;

/** "only the manager edits prices", "the status may only be changed by the office": all see the field, and few write it. */
function setBy({ text, meant, tables, who }: Asked): string | null {
  if (!FEW.test(text) || !SETS.test(text) || who === null) return null;
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const column = namedColumn(table, text);
    if (!column || column === displayColumn(table)) continue;
    column.policy = { write: writtenBy(column, who) };
    if (startOf(column) === null) delete column.required;
    return `The field “${inSentence(column.label)}” is changed by ${saidOfAll(who)} only.`;
  }
  return null;
}

/** Whoever adds a row leaves the field as it begins. */
const startOf = ({ name, type, default: given }: Column): string | null =>
  type === "boolean" ? `!row.${name}` : typeof given === "string" ? `row.${name} == ${quotedText(given)}` : null;

/** The rule of a field that some set and all see. */
export function writtenBy(column: Column, who: Who): string {
  const start = startOf(column);
  return start === null ? ruleOf(who) : `${start} || ${isOneOf(who)}`;
}

function namedColumn(table: Table, text: string): Column | undefined {
  const folded = (words: string) =>
    ` ${words
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .map(singular)
      .join(" ")} `;
  return table.columns
    .filter(({ label, type }) => label.length > 2 && type !== "reference" && folded(text).includes(folded(label)))
    .sort((a, b) => b.label.length - a.label.length)[0];
}

/** "contractors should only be able to open approved revisions" */
function ofOption(text: string, table: Table): string | null {
  if (!/\bonly\b/.test(text) || !/\b(?:see|open|read|view|look at)\b/.test(text)) return null;
  for (const column of table.columns) {
    const option = column.options?.find((one) => one.length > 3 && text.includes(one.toLowerCase()));
    if (column.type !== "select" || !option) continue;
    allow(table, `user.role != 'viewer' || row.${column.name} == ${quotedText(option)}`, ["read"]);
    return `Viewers of the organization see only ${namesOf(table).many} that are ${option}: let those people in as viewers.`;
  }
  return null;
}

const quotedText = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

const LOOKS =
  /\b(?:look(?: at)?|sees?|reads?|view)\b.*\bbut\b.*(?:\b(?:nothing|not|never)\b|n't)|\bread[- ]only\b|\bchange nothing\b|\bonly (?:read|look|view)s?\b|\bcan only (?:see|read|look|view)\b/;

/** Who only looks is a viewer of the organization, of whom the platform takes no change. */
function lookers(text: string): string | null {
  const found = LOOKS.exec(text);
  const who =
    text
      .slice(0, (found?.index ?? 0) + (found?.[0].search(/\bbut\b|$/) ?? 0))
      .split(",")
      .at(-1) ?? "";
  if (!found || (LEADERS.test(who) && !/\brest of\b/.test(who) && !/,[^,]*only (?:read|look|view)/.test(text))) return null;
  return "Who may look at everything but change nothing is let in as a viewer of the organization.";
}

/** "once confirmed nobody but me may change them" */
function onceSo({ text, meant: table, who }: Asked): string | null {
  const state = /\b(?:once|after|when|as soon as)(?: it| they)?(?: is| are| were| was| been)? (\w{4,}ed)\b/.exec(text)?.[1];
  const column =
    state &&
    table.columns.find(
      ({ type, label, options }) =>
        (type === "boolean" && label.toLowerCase().includes(state)) ||
        (type === "select" && options?.some((one) => one.toLowerCase() === state)),
    );
  if (!state || !column) return null;
  const option = column.options?.find((one) => one.toLowerCase() === state);
  const open = option === undefined ? `!old.${column.name}` : `old.${column.name} != ${quotedText(option)}`;
  allow(table, `${open} || ${isOneOf(who ?? [])}`, ["update"]);
  return `Once ${state}, ${namesOf(table).many} are changed by ${saidOfAll(who ?? [])} only.`;
}

const ALL_READ =
  /\b(?:every(?:one|body)|all(?: of us)?|the (?:rest|others|staff|team)|staff|members|people|employees|colleagues|volunteers)\b[^.;]*?\b(?:reads?|sees?|views?|looks?)\b(.*)/;
const WRITES = /\b(?:writes?|edits?|changes?|enters?|adds?|manages?|maintains?|updates?|keeps? it)\b/;

/** "everybody reads, the office writes" */
function someRead({ text, meant: table, who }: Asked): string | null {
  const rest = ALL_READ.exec(text)?.[1] ?? "";
  if (who === null || !WRITES.test(rest) || /\b(?:own|not|never)\b|n't/.test(rest)) return null;
  allow(table, ruleOf(who), ["create", "update", "delete"]);
  return `Everybody sees the ${namesOf(table).many}; only ${saidOfAll(who)} may add, change or delete them.`;
}

const FEW =
  /^(?:please )?(?:let|allow|permit)\b|\bonly\b|\bnobody but\b|\bnobody (?:apart|other|except|else)\b|\bno one (?:but|apart|other|except|else)\b|\bnobody else\b|\bjust (?:the |for )?\b|\b(?:private|secret|confidential)\b|\b(?:has|have) access\b/;
const NOBODY = new RegExp(
  `\\b(?:nothing|nobody|no one|none)\\b.*\\bdelet|${NO} be (?:deleted|removed)\\b|\\bnever (?:be )?(?:delete|remove)d?\\b|${NO} (?:delete|remove) (?:anything|them|it|rows|records|entries)`,
);

const AUTHOR =
  /\bonly (?:the |its |their )?(?:owners?|authors?|creators?|(?:person|one) (?:who|that) \w+ (?:it|them)|whoever (?:added|wrote|made|entered|created) (?:it|them|one))\b(?=.*\b(?:see|read|change|edit|update|delete|remove)s?\b)/;

/** "only the boss may delete", "nothing may be deleted" */
function few({ text, meant, tables: all, who }: Asked): string | null {
  const tables = /\b(?:anything|everything|nothing|all data)\b/.test(text) ? all : [meant];
  const many = listed(tables.map((table) => namesOf(table).many));
  const isFew = FEW.test(text);
  if (NOBODY.test(text) && !isFew) {
    for (const table of tables) allow(table, "false", ["delete"]);
    return `Nobody may delete ${many}.`;
  }
  const asked = actionsIn(text);
  if (who === null && AUTHOR.test(text) && decisionOf(meant) === null) {
    const own = asked.filter((action) => action !== "create");
    allow(meant, "owner", own);
    return `Only whoever added one may ${listed(
      own.map((action) => VERBS[action]),
      "or",
    )} ${namesOf(meant).many}.`;
  }
  if (who === null && MEMBERS.test(text))
    return `Only members of the organization may ${asked.map((action) => VERBS[action]).join(" and ") || "open"} ${many}.`;
  if (!isFew || asked.length === 0 || who === null) return null;
  const actions: DataAction[] = asked.includes("read") ? [...new Set<DataAction>([...asked, "update", "delete"])] : asked;
  for (const table of tables) allow(table, ruleOf(who), actions);
  return `Only ${saidOfAll(who)} may ${listed(
    actions.map((action) => VERBS[action]),
    "or",
  )} ${many}.`;
}
