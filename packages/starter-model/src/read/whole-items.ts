/** Each item of a list of fields is a field as a whole: "the name of the doctor", "how bad it is", "a signed form" beside items that the tagger knew. */

import { verbForm } from "../knowledge/verbs.ts";
import { GLUE } from "./account.ts";
import { entryOf } from "./lexicon.ts";
import { isWish } from "./needs.ts";
import { isMark, said, sentenceEnd, sentenceStart } from "./stretch.ts";
import type { Span } from "./tagger.ts";
import type { Token } from "./tokens.ts";

type Item = { from: number; to: number };

const ITEM_MAX = 9;

export function withWholeItems(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  let even = [...spans];
  for (const first of spans.filter(({ role }) => role === "f")) {
    if (!even.includes(first)) continue;
    // The list goes on to where the sentence, the bracket or a table's turn ends.
    for (const item of itemsAfter(even, tokens, first)) {
      const inside = even.filter(({ from, to }) => from < item.to && to > item.from);
      const whole =
        inside.length === 0
          ? missed(item, tokens)
          : (handedIn(item, inside, tokens) ?? asked(item, inside, tokens) ?? ofIt(item, inside, tokens));
      if (whole)
        even = [...even.filter((span) => !inside.includes(span)), { role: "f" as const, ...whole, margin: 0 }].sort(
          (a, b) => a.from - b.from,
        );
    }
  }
  return even;
}

/** The items that are joined to this one, it among them: what stands between commas and an "and" before the end of its list. */
function itemsAfter(spans: readonly Span[], tokens: readonly Token[], { from }: Span): Item[] {
  const end = listEnd(spans, tokens, from);
  const items: Item[] = [];
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && !isJoint(tokens, at)) continue;
    const item = trimmed(tokens, { from: start, to: at });
    if (item.to > item.from) items.push(item);
    start = at + 1;
  }
  // One alone is no list.
  return items.length > 1 ? items : [];
}

function listEnd(spans: readonly Span[], tokens: readonly Token[], from: number): number {
  const end = sentenceEnd(tokens, from);
  const close = tokens.findIndex((token, at) => at > from && at < end && isMark(token, /^[():]$/));
  const table = spans.find((span) => span.from > from && /[tc]/.test(span.role));
  let last = Math.min(close < 0 ? end : close, table?.from ?? end);
  // Where a table has its turn, the item before it has ended at its comma.
  while (last < end && last === table?.from && last > from && !isJoint(tokens, last - 1) && !isMark(tokens[last - 1], /^[,]$/)) last--;
  return last;
}

const isJoint = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens[at], /^,$/) || (/^(?:and|plus)$/.test(tokens[at]?.lower ?? "") && !/^(?:between|both)$/.test(tokens[at - 2]?.lower ?? ""));

const LEADS = /^(?:a|an|the|its|their|his|her|our|also|then|and|with|one|some|any)$/;

function trimmed(tokens: readonly Token[], { from, to }: Item): Item {
  let [start, end] = [from, to];
  while (start < end && LEADS.test(tokens[start]?.lower ?? "")) start++;
  while (end > start && isMark(tokens[end - 1], /^[,.;]$/)) end--;
  return { from: start, to: end };
}

/** What the tagger passed by beside what it knew: one or a few nouns, or "how bad it is". */
function missed(item: Item, tokens: readonly Token[]): Item | null {
  const words = tokens.slice(item.from, item.to);
  if (words.length === 0 || words.length > ITEM_MAX || words.some(({ kind }) => kind !== "word") || isAsking(item, tokens)) return null;
  if (HANDED_IN.test(words[0]?.lower ?? "") && words[1]?.lower === "of" && words.length < ITEM_MAX) return item;
  if (words[0]?.lower === "how") return words.length > 2 ? { from: item.from, to: rangeless(item, tokens) } : null;
  const isNamed = /^[\p{L}-]+(?: [\p{L}-]+){0,2}(?: of (?:the |a |an |his |her |its |their |our )?[\p{L}-]+(?: [\p{L}-]+)?)?$/u.test(
    said(words),
  );
  const nouns = words.filter(({ lower }) => !/^(?:of|the|a|an|his|her|its|their|our)$/.test(lower));
  return isNamed && nouns.every(({ lower }) => isNominal(lower)) ? item : null;
}

/** A word with which something is called: no verb, and no word that only joins others. */
function isNominal(lower: string): boolean {
  const entry = entryOf(lower);
  return !GLUE.has(lower) && entry !== undefined && (entry.part === "n" || entry.part === "a") && verbForm(lower) === "";
}

/** Where a sentence wants something to be seen or done, or asks, its items are no fields. */
function isAsking({ from }: Item, tokens: readonly Token[]): boolean {
  const start = sentenceStart(tokens, from);
  const end = sentenceEnd(tokens, from);
  return tokens[end]?.text === "?" || WANTS.test(said(tokens.slice(start, end))) || isWish(said(tokens.slice(start, end)));
}
const WANTS =
  /\b(?:see|sees|show|shows|view|total|totals|count|sum|per|warn|remind|tell|tells|overview|dashboard|chart|calendar|board|search|filter|sort|sorted|nobody|only|automatic|automatically|because|who(?:'s| has| is| are| hasn't)|which (?:is|are|has|have|tells?|the))\b/;

/** "from 1 to 5" says what may stand in it, and is no part of what it is called. */
function rangeless({ from, to }: Item, tokens: readonly Token[]): number {
  const range = / ?\(?(?:from |between |on a scale (?:of|from) )?\d+ (?:-|to|and) \d+$/.exec(said(tokens.slice(from, to)));
  return range ? to - range[0].trim().split(" ").length : to;
}

const HANDED_IN = /^(?:photos?|pictures?|pics?|images?|snapshots?|scans?|cop(?:y|ies)|recordings?|drawings?)$/;

/** "a photo of the wound": what is handed in of something is one field. */
function handedIn(item: Item, inside: readonly Span[], tokens: readonly Token[]): Item | null {
  const isWhole = inside.length === 1 && inside[0]?.role === "f" && inside[0].from === item.from && inside[0].to === item.to;
  const words = tokens.slice(item.from, item.to);
  if (isWhole || words.length > ITEM_MAX || words.some(({ kind }) => kind !== "word")) return null;
  return HANDED_IN.test(words[0]?.lower ?? "") && /^(?:of|from)$/.test(words[1]?.lower ?? "") ? item : null;
}

/** "how fit the dog is": a question is a field to its end. */
function asked(item: Item, inside: readonly Span[], tokens: readonly Token[]): Item | null {
  const [only] = inside;
  const to = rangeless(item, tokens);
  const words = tokens.slice(item.from, to);
  const isQuestion =
    words[0]?.lower === "how" &&
    !isAsking(item, tokens) &&
    words.length > 2 &&
    words.length <= ITEM_MAX &&
    words.every(({ kind }) => kind === "word");
  return isQuestion && inside.every(({ role }) => role !== "t") && !(only?.from === item.from && only.to === to)
    ? { from: item.from, to }
    : null;
}

/** "name of the doctor": what it is of belongs to what it is called. */
function ofIt(item: Item, inside: readonly Span[], tokens: readonly Token[]): Item | null {
  const [only] = inside;
  if (inside.length !== 1 || !only || only.role !== "f" || only.from !== item.from || only.to === item.to) return null;
  const rest = tokens.slice(only.to, item.to);
  const isOf = /^of (?:the |his |her |its |their |our )?[\p{L}-]+(?: [\p{L}-]+)?$/u.test(said(rest));
  return isOf && rest.length <= 4 ? item : null;
}
