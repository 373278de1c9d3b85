/** Whom a clause lets do something: people with a role in the app, by the words for it, or the platform's admins. */
import type { AppRole, Table } from "@edgewright/contracts";
import { listed } from "../decide/beyond.ts";
import { COLLECTIVE, ROLE } from "../knowledge/role-words.ts";
import { asLabel, inSentence, plural, singular } from "../words/inflect.ts";
import { withArticle } from "../words/table-names.ts";

/** Whoever has one of these roles. An admin of the project has each, so that none means the admins alone. */
export type Who = readonly AppRole[];

const VERB =
  "(?:sees?|reads?|views?|opens?|looks?|adds?|creates?|enters?|books?|submits?|changes?|edits?|updates?|modif(?:y|ies)|sets?|marks?|ticks?|adjusts?|fills?|writes?|closes?|corrects?|deletes?|removes?|erases?|approves?|decides?|confirms?|accepts?|rejects?|refuses?|declines?|releases?|signs?|oks?|manages?|maintains?|grants?)";
const MODAL = "(?:can|may|could|should|must|will|might|has|have|is|are|gets?|needs?)";
const STOP = `(?:${VERB}|${MODAL}|and|or|but|not|only|also|never|always|alone|to|who|that|which|whom|in|on|at|with|for|by|from|until|unless|if|when|be|been|then|please|let|allow|everyone|everybody|nobody)`;
const WORD = `(?!${STOP}\\b)\\p{L}[\\p{L}'-]*(?![\\p{L}'-])`;
const PHRASE = `(?:${WORD} ){0,3}${WORD}(?: of (?:the )?${WORD})?`;
const PHRASES = `(${PHRASE}(?:(?:,? (?:and|or) |, )${PHRASE}){0,3})`;
/** What follows somebody who acts; "may be deleted" follows what is acted on, "may not" and "may only" those to whom the rest is not left. */
const ACTS = `(?=,? (?:alone |also |only |then )?(?:(?:can|may|could|should|must|will|might|has to|have to|needs? to|is able to|are able to|is allowed to|are allowed to)(?: also)? (?!only\\b|not\\b|never\\b|be (?!able|allowed)|been )|(?:has|have) access|${VERB}\\b))`;
const pattern = (source: string) => new RegExp(source, "giu");

const PLACES = [
  pattern(`\\b(?:with|has|have|having|in) (?:the|an?) (${PHRASE}) role\\b`),
  pattern(`\\b(?:nobody|no one|none)(?: else)? (?:but|except(?: for)?|apart from|other than|besides) ${PHRASES}`),
  pattern(`\\b(?:except(?: for)?|but not|apart from|other than|besides) ${PHRASES}`),
  pattern(`\\b(?:by|for|to|visible to) only ${PHRASES}`),
  pattern(`\\bonly (?:be )?(?:\\w+ )?(?:by|for|to|visible to|up to) ${PHRASES}`),
  pattern(`\\b(?:by|for|to) ${PHRASES} (?:only|alone)\\b`),
  pattern(`\\b(?:let|allow|permit) ${PHRASES}(?= (?:to )?${VERB}\\b)`),
  pattern(`\\b(?:only|just) ${PHRASES}(?: who)?${ACTS}`),
  pattern(`(?:^|[,;:] |\\band |\\bbut )${PHRASES} only\\b`),
  pattern(
    `\\b(?:approval|approved|confirmed|accepted|signed off|decided|released|agreed|permission|up|sent|goes|go) (?:of|from|by|to) ${PHRASES}`,
  ),
  pattern(`\\b(?:until|unless|before|after|once) ${PHRASES}${ACTS}`),
  pattern(`(?:^|[,;:] |\\b(?:and|but|then|that) )${PHRASES}${ACTS}`),
  pattern(`\\bonly ${PHRASES}$`),
];

/** `null` where nobody is named whom a role or the admins stand for. `declared`: the roles that the app has. */
export function whoIn(clause: string, tables: readonly Table[], declared: Who): Who | null {
  const text = clause
    .replace(/’/g, "'")
    .replace(/\bonley\b/gi, "only")
    .trim();
  for (const place of PLACES)
    for (const [, phrases = ""] of text.matchAll(place)) {
      const read = phrases.split(/,? (?:and|or) |, /i).map((phrase) => oneOf(phrase, tables, declared));
      if (read.every((who) => who !== null)) return among(read.flat());
    }
  return null;
}

/** Each once. */
export const among = <R extends { name: string }>(roles: readonly R[]): R[] =>
  roles.filter(({ name }, at) => roles.findIndex((other) => other.name === name) === at);

const DETERMINER = /^(?:(?:the|our|my|your|a|an|all|each|every|any|\p{L}+'s)\s+)+/iu;
const ADMIN =
  /(?:^| )(?:admins?|administrators?)$|^(?:me|i|us|myself|ourselves)$|^owners? of the (?:app|project)$|^(?:app|project) owners?$/i;
const NOBODY =
  /(?:^| )(?:people|persons?|users?|members?|one|ones|they|them|themselves|we|you|he|she|it|those|these|this|that|others?|rest|else|employees?|colleagues?|visitors?|guests?|viewers?|public|strangers?|outsiders?|owners?|authors?|creators?|everyone|everybody|anyone|anybody|nobody|somebody|someone|two|three|own|whoever|there|trained|nothing|everything|anything|all)$/i;
/** Of a thing of theirs, which acts as little as what the app keeps. */
const OWNED = /\b(?:their|his|her|its|own|these|those|this|that)\b/i;
/** Such members are some of all. */
const OF_FEW = /^(?:board|committee|council|jury|management|crew) members?$/i;
const TITLE = /^(?:mr|mrs|ms|miss|dr|prof|uncle|aunt)\b/i;
const IS_ROLE = new RegExp(`(?:^| )${ROLE}$`, "i");
const ACRONYMS = /^(?:hr|qa|ceo|cfo|cto|coo)$/i;
const NAME_MAX = 40;

/** "the lab managers" is the role of a lab manager; a person's name, or everybody, is none. */
function oneOf(phrase: string, tables: readonly Table[], declared: Who): Who | null {
  const isDetermined = DETERMINER.test(phrase);
  const words = phrase.replace(DETERMINER, "").trim();
  if (ADMIN.test(words)) return [];
  const [head = "", rest = ""] = words.split(/(?= of )/i);
  const isKnown = IS_ROLE.test(head);
  // "The team" and "our staff" are all who are in the app.
  if (TITLE.test(words) || OWNED.test(words) || /^(?:staff|team|crew)$/i.test(words) || (NOBODY.test(head) && !OF_FEW.test(words)))
    return null;
  const one = isSeveral(words) ? words : `${singular(head)}${rest}`;
  const isOne = one.toLowerCase() === words.toLowerCase();
  if (!isKnown && isOne && (!isDetermined || /^\p{Lu}\p{Ll}/u.test(words))) return null;
  const isThing = tables.some(
    ({ label, columns }) => isSame(lastWord(label), lastWord(one)) || columns.some((column) => isSame(column.label, one)),
  );
  if (!isKnown && isThing) return null;
  const label = asLabel(ACRONYMS.test(one) ? one.toUpperCase() : one).slice(0, 60);
  const name = label
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, NAME_MAX);
  if (name === "") return null;
  return [declared.find((role) => role.name === name || isSame(role.label, label)) ?? { name, label }];
}

const lastWord = (text: string): string => text.split(" ").at(-1) ?? "";
const isSame = (a: string, b: string): boolean => singular(a).toLowerCase() === singular(b).toLowerCase();

/** "heads of sales" */
function pluralOf(label: string): string {
  const [head = "", rest = ""] = label.split(/(?= of )/);
  return `${plural(head)}${rest}`;
}

/** "The head of sales" is one. */
const isSeveral = (words: string): boolean => COLLECTIVE.test(words.split(/ of /i)[0] ?? "");
const ofOffice = /(?:^| )(?:team|crew|office|committee|board|reception|desk|warehouse|kitchen|workshop|department)$/i;
const named = (label: string) => `${ofOffice.test(label) ? "the " : ""}${inSentence(label)}`;

/** "lab managers", "the office or HR", "admins of the organization". */
export const saidOfAll = (who: Who): string =>
  who.length === 0
    ? "admins of the organization"
    : listed(
        who.map(({ label }) => (isSeveral(label) ? named(label) : pluralOf(inSentence(label)))),
        "or",
      );

/** "a lab manager", "the office or HR", "an admin of the organization". */
export const saidOfOne = (who: Who): string =>
  who.length === 0
    ? "an admin of the organization"
    : listed(
        who.map(({ label }) => (isSeveral(label) ? named(label) : withArticle(inSentence(label)))),
        "or",
      );

/** Roles are given in the platform, to the people of one project. */
export const whereRolesAreGiven = (roles: Who): string =>
  `Who has the role ${listed(
    roles.map(({ label }) => `“${label}”`),
    "or",
  )} is set in the project's menu, under “Roles in the app”; admins of the project have every role.`;
