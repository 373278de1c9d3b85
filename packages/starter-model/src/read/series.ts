/** Finds the tables of a series, in which some are named with their fields and others alone: "falconers, birds with ring number and weight, and flights". */
import { isKindName } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import { GLUE } from "./account.ts";
import { knownType } from "./field-type.ts";
import { HAPPENINGS } from "./happenings.ts";
import { entryOf } from "./lexicon.ts";
import { isMark, said, sentenceEnd, sentenceStart } from "./stretch.ts";
import type { Span } from "./tagger.ts";
import { CONTAINER, isThing, thingOf } from "./thing.ts";
import type { Token } from "./tokens.ts";

/** How sure it is of what it finds by the form of a sentence. */
const FOUND = 300;
const WORDS_MAX = 3;

export function withSeries(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  let even = spans.flatMap((span) => partedAt(span, tokens));
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]?.lower !== "with") continue;
    const holder = severalBefore(tokens, at) ?? taggedBefore(even, tokens, at);
    if (!holder || !even.some(({ role, from }) => role === "f" && from > at && from <= at + WORDS_MAX)) continue;
    const before = bareBefore(tokens, holder.from);
    const after = isTable(even, holder) || before.length > 0 ? bareAfter(even, tokens, at) : null;
    if (before.length === 0 && !after && !isNext(even, tokens, holder, at)) continue;
    for (const place of [...before, holder]) even = put(even, { ...place, role: "t" });
    if (after) even = put(even, { ...after, role: "c" });
  }
  return even;
}

/** "bells with number": the tagger took what has the list for the first item of it. */
function partedAt(span: Span, tokens: readonly Token[]): Span[] {
  const at = tokens.findIndex(({ lower }, place) => place > span.from && place < span.to - 1 && lower === "with");
  if (span.role !== "f" || at < 0 || severalBefore(tokens, at)?.from !== span.from) return [span];
  return [
    { role: "t", from: span.from, to: at, margin: FOUND, listed: true },
    { ...span, from: at + 1 },
  ];
}

type Place = Pick<Span, "from" | "to">;

const isTable = (spans: readonly Span[], { to }: Place): boolean => spans.some((span) => /[tc]/.test(span.role) && span.to === to);

/** In the place of what was found there; what is surer stays so. */
function put(spans: readonly Span[], { from, to, role }: Place & { role: Span["role"] }): Span[] {
  const there = spans.filter((span) => span.from < to && span.to > from);
  const margin = Math.max(FOUND, ...there.map(({ margin }) => margin));
  const kept = there.find((span) => /[tc]/.test(span.role) && span.to === to);
  const one: Span = { role: kept?.role ?? role, from: Math.min(from, kept?.from ?? from), to, margin, listed: true };
  return [...spans.filter((span) => !there.includes(span)), one].sort((a, b) => a.from - b.from);
}

const isNoun = (token: Token | undefined): boolean => {
  if (token?.kind !== "word" || GLUE.has(token.lower) || /^\d/.test(token.lower)) return false;
  const entry = entryOf(token.lower);
  return entry === undefined || entry.sense !== "-";
};

/** The nouns that end here, where they name several of something that may be kept. */
export function severalBefore(tokens: readonly Token[], to: number): Place | null {
  let from = to;
  while (from > 0 && to - from < WORDS_MAX && isNoun(tokens[from - 1])) from--;
  const name = said(tokens.slice(from, to));
  const last = tokens[to - 1]?.lower ?? "";
  const isSeveral =
    singular(last) !== last || (last !== "" && isKindName(last) && !/s$/.test(last) && singular(last) === last && UNCOUNTED.test(last));
  return from < to && isSeveral && isThing(name, true) && !CONTAINER.test(last) ? { from, to } : null;
}
const UNCOUNTED = /^(?:equipment|staff|stock|furniture|inventory|gear|software|hardware)$/;

/** What the tagger took for several of something, whatever else the word may be: "walks with date and price". */
const taggedBefore = (spans: readonly Span[], tokens: readonly Token[], at: number): Place | null =>
  spans.find(({ role, to }) => /[tc]/.test(role) && to === at && singular(tokens[at - 1]?.lower ?? "") !== tokens[at - 1]?.lower) ?? null;

const isComma = (token: Token | undefined): boolean => isMark(token, /^,$/);
const OPENERS = /^(?:track|keep|manage|have|need|want|log|record|store|of|for|our|the|with|are|is|list|about)$/;

/** "visits with date and place, equipment with name and shelf": behind the list of a table, what has a list of its own is the next. */
function isNext(spans: readonly Span[], tokens: readonly Token[], { from }: Place, open: number): boolean {
  const start = sentenceStart(tokens, from);
  const before = spans.find(
    (span) => /[tc]/.test(span.role) && span.from >= start && span.to < from && /^(?:with|\()$/.test(tokens[span.to]?.lower ?? ""),
  );
  const fields = spans.filter((span) => span.role === "f" && span.from > open && span.to <= sentenceEnd(tokens, open));
  return before !== undefined && fields.length > 1 && /^(?:,|and)$/.test(tokens[from - 1]?.lower ?? "");
}

/** What stands alone before it in the series, as far as the series goes back. */
function bareBefore(tokens: readonly Token[], holder: number): Place[] {
  const found: Place[] = [];
  let to = holder;
  while (true) {
    let end = to;
    if (/^(?:and|plus)$/.test(tokens[end - 1]?.lower ?? "")) end--;
    if (isComma(tokens[end - 1])) end--;
    if (end === to) break;
    const bare = severalBefore(tokens, end);
    const name = bare ? said(tokens.slice(bare.from, bare.to)) : "";
    if (!bare || !isAlone(name)) break;
    found.unshift(bare);
    to = bare.from;
  }
  const [first] = found;
  if (!first) return [];
  const open = tokens[first.from - 1];
  const isOpen = open === undefined || open.kind !== "word" ? !isComma(open) || open === undefined : OPENERS.test(open.lower);
  const isStart = isOpen && first.from - 1 >= sentenceStart(tokens, first.from) - 1;
  // "members with name, phones, cars with plate": what another table has is a field.
  const isHeld =
    open?.lower === "with" ||
    tokens.slice(sentenceStart(tokens, first.from), first.from).some(({ lower }) => /^(?:with|has|have)$/.test(lower));
  return isStart && !isHeld ? found : [];
}

/** What is called as a field is, such as notes, is no table unless it happens. */
const isAlone = (name: string): boolean => {
  const one = thingOf(name);
  return one !== "" && (knownType(name) === null || HAPPENINGS.test(one) || isPerson(one)) && !/^notes?$|\bcomments?$/.test(one);
};
const isPerson = (one: string): boolean => isKindName(one) && entryOf(one.split(" ").at(-1) ?? "")?.sense === "P";

/** What ends the sentence behind a list that has its own "and": ", and flights". */
function bareAfter(spans: readonly Span[], tokens: readonly Token[], open: number): Place | null {
  const end = sentenceEnd(tokens, open);
  const bare = severalBefore(tokens, end);
  if (!bare || bare.from <= open + 1) return null;
  const [comma, and] = [tokens[bare.from - 2], tokens[bare.from - 1]];
  if (and?.lower !== "and" || !isComma(comma)) return null;
  const list = tokens.slice(open + 1, bare.from - 2);
  const isLast = !list.some(({ lower }) => lower === "with" || lower === "(");
  const name = said(tokens.slice(bare.from, bare.to));
  const one = thingOf(name);
  const isOwn = list.some(({ lower }) => lower === "and") || (HAPPENINGS.test(one) && isKindName(one));
  return isLast && isOwn && isAlone(name) && spans.some(({ role, from }) => role === "f" && from > open && from < bare.from) ? bare : null;
}
