/** Who may do what, told in words, as the policies of tables and fields. A role that an app does not know is the organization's admins. */
import { type Column, type DataAction, type Table, TablePolicy } from "@edgewright/contracts";
import { displayColumn } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { inSentence, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { decisionOf } from "./approval.ts";
import { addAuthor, bothRules, IS_ADMIN, MINE_OR_ADMIN } from "./audience.ts";

const ACTIONS: [RegExp, DataAction][] = [
  [/\b(?:see|sees|seen|read|reads|view|views|look|looks|open|opens|consult|visible|access|private|secret|confidential|hidden)\b/, "read"],
  [/\b(?:add|adds|create|creates|enter|enters|book|books|submit|submits)\b/, "create"],
  [/\b(?:change|changes|changed|edit|edits|edited|update|updates|modify|touch|set|sets|mark|marks|close|closes|write|writes)\b/, "update"],
  [/\b(?:delete|deletes|deleted|deleting|remove|removes|removed|erase|erased)\b/, "delete"],
];
const VERBS: Record<DataAction, string> = { read: "see", create: "add", update: "change", delete: "delete" };
const NO = "(?:not|never|n't|cannot|mustn't)";

const LEADERS =
  /\b(?:admins?|administrators?|boss(?:es)?|managers?|management|owners?|chiefs?|directors?|direction|heads?|lead(?:er)?s?|supervisors?|hr|human resources|the office|office|finance|accounting|accountants?|treasurers?|secretary|committee|board|document control|officers?|coordinators?|principal|us|me|i|doctors?|teachers?|trainers?|therapists?|organi[sz]ers?|editors?)\b/i;
const MEMBERS = /\bonly (?:the |our )?(?:members|staff|employees|colleagues|team|people with (?:a login|an account))\b/i;

/** What is said of a rule that was made; `null` where the clause is none that can be kept. */
export function ruleFor(kind: "own-rows" | "role-rule", clause: string, meant: Table, tables: readonly Table[]): string | null {
  if (/\bbuttons?\b/i.test(clause)) return null;
  const text = clause
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\bonley\b/g, "only");
  const all = /\b(?:anything|everything|nothing|all data)\b/.test(text) ? tables : [meant];
  return (
    ownRows(kind, text, meant) ??
    ofField(text, meant, tables) ??
    ofOption(text, meant) ??
    lookers(text) ??
    onceSo(text, meant) ??
    setBy(text, meant, tables) ??
    someRead(text, meant) ??
    few(text, all)
  );
}

const actionsIn = (text: string): DataAction[] => ACTIONS.filter(([pattern]) => pattern.test(text)).map(([, action]) => action);

function allow(table: Table, rule: string, actions: readonly DataAction[]): void {
  table.policy = { ...(table.policy ?? TablePolicy.parse({})), ...Object.fromEntries(actions.map((action) => [action, rule])) };
}

const OWN =
  /\b(?:their|his|her|its|my|our|one's) own\b|\bonly (?:his|her|their) \w+|\b(?:his|her|their) \w+ only\b|\bwhat (?:they|he|she) (?:entered|added|wrote)\b|\b(?:must|should|can|may) (?:only )?see (?:their|his|her)\b/;
const EXCEPT =
  /\b(?:except|but not|apart from|other than|besides|only (?:the )?\w+ sees? (?:all|everything))\b|\b(?:managers?|admins?|bosses|boss|hr|office|leads?|leaders?) (?:can |may )?sees? (?:everything|all)\b/;

/** "everyone sees only their own, except managers" */
function ownRows(kind: string, text: string, table: Table): string | null {
  if (
    kind !== "own-rows" &&
    !(OWN.test(text) && EXCEPT.test(text)) &&
    !/^(?:and )?(?:the |our )?(?:managers?|admins?|bosses|boss|hr|office) (?:can |may )?sees? (?:everything|all)\b/.test(text)
  )
    return null;
  if (/\b(?:until|unless|of their own|enter the)\b/.test(text)) return null;
  const { many } = namesOf(table);
  const led = EXCEPT.test(text) || table.policy?.read.includes(IS_ADMIN) === true;
  const changed = /\b(?:change|edit|update|delete)\b/.test(text) && !/\b(?:see|sees|read|view)\b/.test(text);
  // A decision asks for conditions, which a word such as "owner" cannot be part of.
  if (!led && decisionOf(table) === null) {
    table.policy = {
      ...(table.policy ?? TablePolicy.parse({})),
      update: "owner",
      delete: "owner",
      ...(!changed && { read: "owner" as const }),
    };
    return `People ${changed ? "change" : "see"} only their own ${many}: those that they added themselves.`;
  }
  addAuthor(table);
  for (const action of ["create", "update", "delete", ...(changed ? [] : (["read"] as const))] as const)
    allow(table, bothRules(table.policy?.[action], MINE_OR_ADMIN), [action]);
  return `People ${changed ? "change" : "see"} only their own ${many}, those that they added themselves; admins of the organization ${changed ? "change" : "see"} all of them.`;
}

const HIDDEN = new RegExp(
  `\\b(?:private|secret|confidential|hidden)\\b|${NO} (?:be able to )?(?:see|read|view|know)\\b|\\bnot every(?:one|body) (?:should |may |can )?sees?\\b|\\bnot every(?:one|body) should see\\b|\\bonly\\b.*\\b(?:sees?|reads?|view)\\b|\\b(?:for|visible to|just for) (?:the )?\\w+ only\\b|\\bonly visible\\b`,
);

/** "may not read the treatment notes", "prices are for the office only" */
function ofField(text: string, meant: Table, tables: readonly Table[]): string | null {
  // "A list that only members see" is no secret of a field that the clause names, too.
  if (!HIDDEN.test(text) || MEMBERS.test(text)) return null;
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const column = namedColumn(table, text);
    if (!column || column === displayColumn(table)) continue;
    column.policy = { read: IS_ADMIN };
    delete column.required;
    return `The field “${inSentence(column.label)}” is seen by admins of the organization only.`;
  }
  return null;
}

const SETS =
  /\b(?:change[sd]?|edit(?:s|ed)?|set[s]?|enter(?:s|ed)?|fill(?:s|ed)?(?: in)?|writes?|written|update[sd]?|adjust(?:s|ed)?|mark(?:s|ed)?|ticks?|ticked|decides?)\b/;

/** "only the manager edits prices", "the status may only be changed by the office": all see the field, and few write it. */
function setBy(text: string, meant: Table, tables: readonly Table[]): string | null {
  if (!FEW.test(text) || !SETS.test(text) || !LEADERS.test(text)) return null;
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const column = namedColumn(table, text);
    if (!column || column === displayColumn(table)) continue;
    // Whoever adds a row leaves the field as it begins.
    const start =
      column.type === "boolean"
        ? `!row.${column.name} || `
        : typeof column.default === "string"
          ? `row.${column.name} == ${quotedText(column.default)} || `
          : "";
    column.policy = { write: `${start}${IS_ADMIN}` };
    if (start === "") delete column.required;
    return `The field “${inSentence(column.label)}” is changed by admins of the organization only.`;
  }
  return null;
}

function namedColumn(table: Table, text: string): Column | undefined {
  const folded = (words: string) =>
    ` ${words
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .map(singular)
      .join(" ")} `;
  return table.columns
    .filter(({ label, type }) => label.length > 3 && type !== "reference" && folded(text).includes(folded(label)))
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
function onceSo(text: string, table: Table): string | null {
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
  allow(table, `${open} || ${IS_ADMIN}`, ["update"]);
  return `Once ${state}, ${namesOf(table).many} are changed by admins of the organization only.`;
}

const ALL_READ =
  /\b(?:every(?:one|body)|all(?: of us)?|the (?:rest|others|staff|team)|staff|members|people|employees|colleagues|volunteers)\b[^.;]*?\b(?:reads?|sees?|views?|looks?)\b(.*)/;
const WRITES = /\b(?:writes?|edits?|changes?|enters?|adds?|manages?|maintains?|updates?|keeps? it)\b/;

/** "everybody reads, the office writes" */
function someRead(text: string, table: Table): string | null {
  const rest = ALL_READ.exec(text)?.[1] ?? "";
  if (!LEADERS.test(rest) || !WRITES.test(rest) || /\b(?:own|not|never)\b|n't/.test(rest)) return null;
  allow(table, IS_ADMIN, ["create", "update", "delete"]);
  return `Everybody sees the ${namesOf(table).many}; only admins of the organization may add, change or delete them.`;
}

const FEW =
  /\bonly\b|\bnobody but\b|\bnobody (?:apart|other|except|else)\b|\bno one (?:but|apart|other|except|else)\b|\bnobody else\b|\bjust (?:the |for )?\b|\b(?:private|secret|confidential)\b|\b(?:has|have) access\b/;
const NOBODY = new RegExp(
  `\\b(?:nothing|nobody|no one|none)\\b.*\\bdelet|${NO} be (?:deleted|removed)\\b|\\bnever (?:be )?(?:delete|remove)d?\\b|${NO} (?:delete|remove) (?:anything|them|it|rows|records|entries)`,
);

/** "only the boss may delete", "nothing may be deleted" */
function few(text: string, tables: readonly Table[]): string | null {
  const many = listed(tables.map((table) => namesOf(table).many));
  const isFew = FEW.test(text);
  if (NOBODY.test(text) && !isFew) {
    for (const table of tables) allow(table, "false", ["delete"]);
    return `Nobody may delete ${many}.`;
  }
  const asked = actionsIn(text);
  if (MEMBERS.test(text))
    return `Only members of the organization may ${asked.map((action) => VERBS[action]).join(" and ") || "open"} ${many}.`;
  if (!isFew || asked.length === 0 || !LEADERS.test(text)) return null;
  const actions: DataAction[] = asked.includes("read") ? [...new Set<DataAction>([...asked, "update", "delete"])] : asked;
  for (const table of tables) allow(table, IS_ADMIN, actions);
  return `Only admins of the organization may ${listed(
    actions.map((action) => VERBS[action]),
    "or",
  )} ${many}.`;
}
