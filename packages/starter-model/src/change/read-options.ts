/** Wishes about what a field offers to choose from. */
import { optionsOf } from "../read/field.ts";
import { namesOf } from "../words/table-names.ts";
import { at, type Clause, fieldFrom, focusField, saysIt, tableNamed } from "./clause.ts";
import type { Found, Mention } from "./mentions.ts";
import { type ClauseReading, done, refused } from "./operation.ts";

const OPTION_WORD = /\b(?:options?|values?|choices?|possibilit(?:y|ies)|entries to choose|states?|levels?|steps?|stages?)\b/i;
const MORE = /\b(?:another|new|more|extra|further|additional|also|one more|second|third|two|three|four|five)\b/i;
const BETWEEN = /\bbetween\s+["']?(.+?)["']?\s+and\s+["']?(.+?)["']?(?=\s+(?:there|comes?|add|put|we|is|should|goes)\b|[,:]|$)/i;
const PLACE = /\s+(?:right\s+)?(before|after|behind|following|in front of|above|below|under)\s+(?:the\s+)?["']?([^"']+?)["']?$/i;

const isChoice = (found: Found | undefined): found is Found => found?.column.options !== undefined;

/** The list to choose from that a clause is about. */
function choiceMeant(clause: Clause): Found | undefined {
  const named = clause.mentions.flatMap((mention) => {
    const choices = mention.fields.filter(isChoice);
    return choices.length > 0 ? [fieldFrom({ ...clause }, { ...mention, fields: choices })] : [];
  })[0];
  if (isChoice(named)) return named;
  const option = clause.mentions.flatMap(({ options }) => options)[0];
  if (option) return option;
  const spoken = focusField(clause);
  if ((saysIt(clause) || clause.mentions.length === 0) && isChoice(spoken)) return spoken;
  return undefined;
}

/** The choice that stands for the state of a table's rows, or its only one. */
function stateOf(clause: Clause): Found | undefined {
  const table = tableNamed(clause);
  const choices = table?.columns.filter(({ options }) => options) ?? [];
  const column = choices.find(({ name }) => /status|state|stage|phase/i.test(name)) ?? (choices.length === 1 ? choices[0] : undefined);
  return table && column ? { table, column } : undefined;
}

const cleaned = (text: string): string =>
  text
    .replace(/["']/g, "")
    .replace(
      /^(?:(?:an?|the|as|to|for|called|named|also|be|are|is|it|options?|values?|choices?|new|another|more|extra|step|state|stage|one|two|three|with|of)\s+)+/i,
      "",
    )
    .replace(
      /\s+(?:as (?:an?|another|new) (?:option|value|choice|step|state|\w+)|as (?:options|values|choices|well)|too|options?|values?|choices?|instead|please|pls)$/i,
      "",
    )
    .trim();

const listIn = (text: string): string[] =>
  cleaned(text)
    .split(/\s*(?:,|\/|\||;)\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/i)
    .map(cleaned)
    .filter((option) => option !== "" && option.length <= 40);

/** In the case of the options that are there. */
function likeOthers(options: string[], found: Found): string[] {
  const known = found.column.options ?? [];
  return known.every((option) => option === option.toLowerCase()) && !options.some((option) => /\d/.test(option))
    ? options.map((option) => option.toLowerCase())
    : options;
}

function withOptions(found: Found, added: string[], index = found.column.options?.length ?? 0): ClauseReading {
  const known = found.column.options ?? [];
  const fresh = likeOthers(added, found).filter((option) => !known.includes(option));
  if (fresh.length === 0) return refused(`“${found.column.label}” already offers ${added.map((option) => `“${option}”`).join(" and ")}.`);
  return done({ do: "set-options", at: at(found), options: known.toSpliced(index, 0, ...fresh) });
}

const indexOf = ({ column }: Found, option: string): number =>
  (column.options ?? []).findIndex((known) => known.toLowerCase() === option.toLowerCase().trim());

/** Options that come: "bikes can also be stolen", "two more levels: honorary and guest", "add the option on hold". */
export function addOptions(clause: Clause): ClauseReading | null {
  const { act, text } = clause;
  const between = BETWEEN.exec(text);
  const option = between && clause.mentions.flatMap(({ options }) => options)[0];
  if (between && option) {
    const rest = text.replace(BETWEEN, "").replace(/^.*?\b(?:there(?:'s| is| should be)|comes?|add|put|goes|is)\b/i, "");
    return withOptions(option, listIn(rest), indexOf(option, between[1] ?? "") + 1);
  }
  const canBe = /\bcan(?: also| now)? be(?: also)?\s+(.+)$/i.exec(text);
  const state = choiceMeant(clause) ?? stateOf(clause);
  if (canBe && act === null && state && /\balso\b|\btoo\b|\bas well\b/i.test(text)) return withOptions(state, listIn(canBe[1] ?? ""));
  if (act !== "add" && act !== null) return null;
  const body = clause.body.replace(/\s+(?:too|as well)$/i, "");
  const found = choiceMeant(clause);
  const field = found && clause.mentions.find(({ fields }) => fields.some(({ column }) => column === found.column));
  if (!found) {
    const all = clause.draft.model.schema.tables.flatMap((table) =>
      table.columns.filter(({ options }) => options).map((column) => ({ table, column })),
    );
    const only = /^(?:(?:the|an?|another|new|more)\s+)*(?:options?|choices?)\b/i.test(body)
      ? (stateOf(clause) ?? (all.length === 1 ? all[0] : undefined))
      : undefined;
    return only ? withPlace(only, body) : null;
  }
  if (/\b(?:board|calendar|chart|view|page|screen|list of)\b/i.test(body)) return null;
  if (!field) return saysIt(clause) && act === "add" ? withPlace(found, body.replace(/\s+(?:to|in)\s+(?:it|that|this|them)$/i, "")) : null;
  return namedChoice(clause, found, field, body);
}

function namedChoice(clause: Clause, found: Found, field: Mention, body: string): ClauseReading | null {
  const before = body.slice(0, field.from);
  const after = body.slice(field.to);
  // "critical to priority", "on hold as a status", "an option on hold for the status"
  const given =
    /^(?:(?:an?|the|new|another)\s+)*(?:options?\s+)?(.+?)\s+(?:(?:to|for|in|under|on|as)\s+)(?:(?:the|an?|another|new|list of|options? (?:of|for))\s+)*$/i.exec(
      before,
    );
  if (given && !/^\s*["']?\w/.test(after.replace(/^\s*(?:fields?|options?|list|drop-?down)\b/i, "").replace(PLACE, ""))) {
    const place = PLACE.exec(after);
    return withPlace(found, `${given[1]}${place ? place[0] : ""}`);
  }
  // "a stage hired after offer", "two more levels: honorary and guest", "a status called on hold"
  const isMore = MORE.test(before) || /^s?\s*:/.test(after) || (/^(?:an?|the)\s+$/i.test(before) && clause.act === "add");
  if (!isMore || !/^\s*(?::|called|named|["']|\w)/.test(after) || /^\s*(?:with|for|to each|field|column|by|of)\b/i.test(after)) return null;
  return withPlace(found, after.replace(/^\s*(?::|called|named|options?:?)\s*/i, ""));
}

function withPlace(found: Found, said: string): ClauseReading | null {
  const place = PLACE.exec(said);
  const index = place ? indexOf(found, place[2] ?? "") : -1;
  const added = listIn(index < 0 ? said : said.slice(0, place?.index));
  if (added.length === 0) return null;
  return index < 0
    ? withOptions(found, added)
    : withOptions(found, added, /before|front|above/i.test(place?.[1] ?? "") ? index : index + 1);
}

/** A bare list after a field that was just added says what there is to choose from: "S, M, L or XL". */
export function optionsOfLast(clause: Clause): ClauseReading | null {
  const field = focusField(clause);
  if (clause.act !== null || clause.mentions.length > 0 || !field || field.column.options || !/,|\/|\bor\b/.test(clause.text)) return null;
  const options = optionsOf(clause.text);
  return options?.every((option) => option.split(" ").length <= 2)
    ? done({ do: "retype-field", at: at(field), as: { type: "select", options }, said: "a list of options" })
    : null;
}

/** Other options in the place of all: "I want P1, P2 and P3 as priorities instead". */
export function replaceOptions(clause: Clause): ClauseReading | null {
  const found = choiceMeant(clause);
  const field = found && clause.mentions.find(({ fields }) => fields.some(({ column }) => column === found.column));
  if (!found || !field) return null;
  const { text } = clause;
  const as =
    /^(?:(?:i|we) (?:want|need|would like)|use|take|make|set)?\s*(.+?)\s+as\s+(?:the\s+)?(?:options for\s+)?(?:the\s+)?\S+(?:\s+instead)$/i.exec(
      text,
    );
  const be =
    /\b(?:options?|values?|choices?)\b.*?\b(?:should be|are|to be|to|must be|:)\s*:?\s*(.+)$/i.exec(text) ??
    /\bshould (?:only )?be(?: one of| either)\s+(.+)$/i.exec(text);
  const list = as?.[1] ?? (clause.act === "add" ? undefined : be?.[1]);
  const options = list ? optionsOf(list.replace(/["']/g, "")) : null;
  return options ? done({ do: "set-options", at: at(found), options: likeOthers(options.map(cleaned), found) }) : null;
}

export function removeOptions(clause: Clause): ClauseReading | null {
  if (clause.act !== "remove") return null;
  const named = clause.mentions.filter(({ options, table }) => options.length > 0 && !table).map(({ options }) => options);
  if (named.length === 0) return null;
  const within = clause.mentions.flatMap(({ fields }) => fields).find(isChoice);
  const options = named.flatMap((candidates) => candidates.find(({ column }) => column === within?.column) ?? candidates[0] ?? []);
  const [first] = options;
  if (!first || (clause.mentions.length > named.length && !within && !OPTION_WORD.test(clause.body) && !tableNamed(clause))) return null;
  const gone = options.filter(({ column }) => column === first.column).map(({ option }) => option);
  const left = (first.column.options ?? []).filter((option) => !gone.includes(option));
  if (left.length === 0)
    return refused(
      `“${first.column.label}” needs at least one option; take the whole field away instead (“remove ${first.column.label.toLowerCase()} from ${namesOf(first.table).many}”).`,
    );
  return done({ do: "set-options", at: at(first), options: left });
}

/** One option by another word. */
export function renameOption(found: Found & { option: string }, to: string): ClauseReading {
  const options = (found.column.options ?? []).map((option) => (option === found.option ? to : option));
  return done({ do: "set-options", at: at(found), options: [...new Set(options)], renamed: { from: found.option, to } });
}
