/** Finds the tables that head a list: "boat repairs: customer, length", "the landing of fish: boat, date", "the company collects: date, driver". */
import { CHOICE_WORDS } from "../knowledge/field-words.ts";
import { GLUE } from "./account.ts";
import { eventOf } from "./events.ts";
import { knownType } from "./field-type.ts";
import { PEOPLE } from "./happenings.ts";
import { entryOf } from "./lexicon.ts";
import { isFields } from "./option-lists.ts";
import { isMark, placeAfter, said, sentenceEnd } from "./stretch.ts";
import type { Span } from "./tagger.ts";
import { CONTAINER, isThing, thingOf } from "./thing.ts";
import type { Token } from "./tokens.ts";

/** How sure it is of what it finds by the form of a sentence. */
const FOUND = 300;
const WORDS_MAX = 4;

export function withHeads(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  let even = spans.map((span) => wholeOf(span, spans, tokens));
  for (let at = 1; at < tokens.length; at++) {
    const end = listEnd(tokens, at);
    if (end < 0 || !isListOfFields(even, tokens, at + 1, end)) continue;
    const head = headBefore(even, tokens, at) ?? doingBefore(even, tokens, at);
    if (head) even = withHead(even, head, at);
  }
  return even;
}

/** What stands between who does something and its list is what it is done to. */
const withHead = (spans: readonly Span[], head: Span, at: number): Span[] =>
  [
    ...spans
      .filter(({ from, to }) => to <= head.from || from >= head.to)
      .map((span): Span => (span.from >= head.to && span.to <= at ? { ...span, role: "r" } : span)),
    head,
  ].sort((one, other) => one.from - other.from);

/** "every dye lot gets a number": what each one of has fields is called by all of its words. */
function wholeOf(span: Span, spans: readonly Span[], tokens: readonly Token[]): Span {
  if (!/[tc]/.test(span.role) || !/^(?:each|every)$/.test(tokens[span.from - 1]?.lower ?? "")) return span;
  let to = span.to;
  while (to - span.from < 3 && isNoun(tokens[to]) && !isVerb(tokens[to])) to++;
  const isHeld = to > span.to && isVerb(tokens[to]) && !spans.some((other) => other !== span && other.from < to && other.to > span.to);
  return isHeld ? { ...span, to } : span;
}

const isVerb = (token: Token | undefined): boolean =>
  /^(?:has|have|gets?|needs?|is|was|comes?|belongs?|should|must|can)$/.test(token?.lower ?? "");

/** Where the list that this mark opens ends; -1: it opens none. */
function listEnd(tokens: readonly Token[], at: number): number {
  const isDash = isMark(tokens[at], /^-$/) && tokens[at - 1]?.kind === "word";
  if (isMark(tokens[at], /^:$/) || isDash) return sentenceEnd(tokens, at + 1);
  return isMark(tokens[at], /^\($/) ? placeAfter(tokens, at + 1, /^[()\n]$/) : -1;
}

/** Three or more short items, most of which the tagger took for fields or which are called as fields are. */
function isListOfFields(spans: readonly Span[], tokens: readonly Token[], from: number, to: number): boolean {
  const inside = tokens.slice(from, to);
  const items = said(inside.filter(({ text }) => text !== "(" && text !== ")")).split(/ (?:,|and|, and) /);
  // "vineyard: parcels (name, grape), sprayings (date, dose)": what stands over tables is no table.
  if (spans.some((span) => /[tc]/.test(span.role) && span.from >= from && span.to <= to)) return false;
  if (items.length < 3 || items.some((item) => item.split(" ").length > 7)) return false;
  const fields = spans.filter((span) => span.role === "f" && span.from >= from && span.to <= to).length;
  const options = spans.filter((span) => span.role === "p" && span.from >= from && span.to <= to).length;
  return fields > items.length / 2 || (fields + options >= 2 && isFields(inside));
}

const isNoun = (token: Token | undefined): boolean => {
  if (token?.kind !== "word" || GLUE.has(token.lower)) return false;
  const entry = entryOf(token.lower);
  return entry === undefined || entry.sense !== "-";
};

const STARTS = /^(?:and|also|plus|then|have|need|keep|track|want|log|note|with)$/;
const DETERMINERS = /^(?:the|our|my|a|an|each|every|all)$/;

/** The nouns that end right before the mark, where they begin what is said, or stand behind "the", "and", "each". */
function headBefore(spans: readonly Span[], tokens: readonly Token[], mark: number): Span | null {
  const at = relativeBefore(tokens, mark);
  let from = at;
  while (from > 0 && at - from < WORDS_MAX && (isNoun(tokens[from - 1]) || isOf(tokens, from - 1, at))) from--;
  const start = DETERMINERS.test(tokens[from - 1]?.lower ?? "") ? from - 1 : from;
  const before = tokens[start - 1];
  const isFirst = before === undefined || before.kind === "bullet" || /^[.!?;:\n,+]$/.test(before.text);
  if (from === at || !(isFirst || STARTS.test(before.lower))) return null;
  const name = said(tokens.slice(from, at));
  const one = thingOf(name);
  const last = name.split(" ").at(-1) ?? "";
  if (one === "" || knownType(name) !== null || CHOICE_WORDS.has(one) || CHOICE_WORDS.has(last) || CONTAINER.test(last)) return null;
  // "the client reserve: name, place": who does something is part of no name.
  if (at - from > 1 && !/s$/.test(last) && eventOf(last)) return null;
  if (NO_HEADS.test(name) || !isThing(name, true) || /^of\b|\bof$/.test(name)) return null;
  // A field of the list that it stands in: "customer (name, phone), date".
  const previous = spans.findLast(({ to }) => to <= from);
  if (isMark(tokens[at], /^\($/) && before?.text === "," && previous?.role === "f" && previous.to === start - 1) return null;
  const held = spans.find((span) => /[tc]/.test(span.role) && span.from >= from && span.to <= at);
  if (held?.from === from && held.to === at) return null;
  // One word more before a name that the tagger is sure of only says what kind it is.
  const role = held?.role ?? "t";
  return { role, from, to: at, margin: Math.max(held?.margin ?? 0, FOUND) };
}

/** "the school classes that come:": what is said of them stands between their name and the mark. */
function relativeBefore(tokens: readonly Token[], mark: number): number {
  const rest = tokens.slice(Math.max(0, mark - WORDS_MAX), mark);
  const at = rest.findIndex(({ lower }) => /^(?:that|who|which)$/.test(lower));
  return at > 0 && rest.slice(at).every(({ kind }) => kind === "word") ? mark - rest.length + at : mark;
}

const isOf = (tokens: readonly Token[], place: number, at: number): boolean =>
  tokens[place]?.lower === "of" && place < at - 1 && isNoun(tokens[place - 1]);

const NO_HEADS =
  /\b(?:fields?|columns?|details?|data|info|information|things?|needs?|requirements?|features?|note|please|example|following|app|wishes|idea|options|headings?|like|this|so|questions?|roles?|users?|rules?)$/i;

const isDoing = (token: Token | undefined): boolean => /[^s]s$/.test(token?.lower ?? "") && eventOf(token?.lower ?? "") !== undefined;

/** "the waste company collects: date, driver", "the home weighs the kitten: date, weight": who does something makes what is listed. */
function doingBefore(spans: readonly Span[], tokens: readonly Token[], at: number): Span | null {
  if (!isMark(tokens[at], /^:$/)) return null;
  let verb = at - 1;
  while (verb > at - WORDS_MAX && verb > 0 && !isDoing(tokens[verb]) && !isBareOf(tokens, verb) && tokens[verb]?.kind === "word") verb--;
  const event = eventOf(tokens[verb]?.lower ?? "");
  const isBare = isBareOf(tokens, verb);
  const object = said(tokens.slice(verb + 1, at));
  const isDone =
    isDoing(tokens[verb]) && isNoun(tokens[verb - 1]) && /^(?:|(?:the|a|an|it|one|them|each) ?(?:\w+(?: \w+)?)?)$/.test(object);
  // It was found by another form already.
  if (spans.some(({ name, from }) => name !== undefined && from >= verb - 1 && from < at)) return null;
  if (!event || (!isDone && !isBare) || (!isBare && spans.some(({ role, from, to }) => /[tc]/.test(role) && from <= verb && to > verb)))
    return null;
  // Where endings are left out, who does it was taken for what has the fields.
  return { role: "t", from: isBare ? verb - 1 : verb, to: verb + 1, margin: FOUND, name: event };
}

/** "customer book boat for hours" */
const isBareOf = (tokens: readonly Token[], verb: number): boolean =>
  eventOf(tokens[verb]?.lower ?? "") !== undefined &&
  PEOPLE.test(thingOf(tokens[verb - 1]?.lower ?? "")) &&
  /^(?:|[.!?;\n]|the|each|every|when|if|a)$/.test(tokens[verb - 2]?.lower ?? "");
