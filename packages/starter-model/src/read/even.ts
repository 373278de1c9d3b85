/** Mends what the tagger parts wrongly: lists of options, what fields belong to, and lists of tables. */
import { isKindName } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import { withTakingPart } from "./attended.ts";
import { withBulleted } from "./bulleted.ts";
import { withFieldLists } from "./field-lists.ts";
import { withHeads } from "./headed-lists.ts";
import { withImpliedEvents } from "./implied-events.ts";
import { withHolders } from "./list-holders.ts";
import { withWholeOptions } from "./option-lists.ts";
import { withSeries } from "./series.ts";
import { withStages } from "./stages.ts";
import { said, sentenceStart } from "./stretch.ts";
import { type Span, SURE } from "./tagger.ts";
import type { Token } from "./tokens.ts";
import { withWholeItems } from "./whole-items.ts";

type Mend = (spans: readonly Span[], tokens: readonly Token[]) => readonly Span[];

const MENDS: readonly Mend[] = [
  judged,
  owned,
  pictured,
  withFieldLists,
  bracketed,
  holdersOf,
  withStages,
  withWholeOptions,
  withHolders,
  withImpliedEvents,
  withTakingPart,
  withHeads,
  siblingsOf,
  withBulleted,
  withSeries,
  withWholeItems,
];

export const evened = (spans: readonly Span[], tokens: readonly Token[]): Span[] => [
  ...MENDS.reduce((even, mend) => mend(even, tokens), spans),
];

/** "a review with stars and a comment": what something is judged by is a field of it, and no child. */
function judged(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const kept = spans.filter(({ role, from, to }) => !(role === "c" && JUDGED.test(said(tokens.slice(from, to)))));
  const found = tokens.flatMap(({ lower }, at): Span[] => {
    const isListed = /^(?:with|and|,|a)$/.test(tokens[at - 1]?.lower ?? "") && kept.some(({ role, to }) => role !== "f" && to < at);
    const isFree = !kept.some(({ from, to }) => from <= at && to > at);
    return JUDGED.test(lower) && isListed && isFree ? [{ role: "f", from: at, to: at + 1, margin: 0 }] : [];
  });
  return [...kept, ...found].sort((one, other) => one.from - other.from);
}
const JUDGED = /^(?:stars|ratings?|scores?)$/;

/** "parents' email": whose it is belongs to the name of a field. */
function owned(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const [before, next] = [spans[at - 1], spans[at + 1]];
    const isOwner = (one: Span | undefined, other: Span | undefined): boolean =>
      one?.role === "f" && other?.role === "f" && one.to === other.from && /s'$|'s$/.test(tokens[one.to - 1]?.lower ?? "");
    if (isOwner(before, span)) return [];
    return [isOwner(span, next) && next ? { ...span, to: next.to } : span];
  });
}

/** "a photo of the damage": what is handed in of something is one field, which is a file. */
function pictured(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.map((span, at): Span => {
    const [, handedIn] =
      / ?(\S+ of(?: (?:the|an?|its|their|his|her|our))?)$/.exec(said(tokens.slice(Math.max(0, span.from - 3), span.from))) ?? [];
    const from = span.from - (handedIn?.split(" ").length ?? 0);
    const before = spans[at - 1];
    const isFree = from >= (before?.to ?? 0);
    // In a list of fields it is one, whatever the thing of which it is may be elsewhere.
    const isListed = span.role === "f" || (span.role !== "p" && before?.role === "f" && before.to > sentenceStart(tokens, span.from));
    return handedIn !== undefined && HANDED_IN.test(handedIn) && isFree && isListed ? { ...span, role: "f", from, margin: 0 } : span;
  });
}
const HANDED_IN = /^(?:photos?|pictures?|pics?|images?|snapshots?|scans?|cop(?:y|ies)|recordings?) of\b/;

/** "books (title, author), pupils (name, class), loans": after tables with their fields in brackets, a bare kind of record is a table too, of what stands before it. */
function bracketed(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.map((span) => {
    const before = said(tokens.slice(span.from - 3, span.from));
    const isBare = /\) (?:,|and|, and)$/.test(before) && tokens[span.to]?.text !== "(";
    const isOne = span.role === "f" && isBare && isKinds(said(tokens.slice(span.from, span.to)));
    return isOne && tablesInBrackets(spans, tokens, span.from) > 1 ? { ...span, role: "c", margin: SURE } : span;
  });
}

const tablesInBrackets = (spans: readonly Span[], tokens: readonly Token[], until: number): number =>
  spans.filter(({ role, to }) => (role === "t" || role === "c") && to < until && tokens[to]?.text === "(").length;

/** "songs with a title, and setlists which have songs", "setlists (songs)": what has rows of a table that was named before is a table, and has them as a field. */
function holdersOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const even: Span[] = [];
  let done = 0;
  for (let at = 1; at < tokens.length; at++) {
    const held = heldAt(tokens, at);
    const isNamed = spans.some(({ role, to }) => role === "t" && to < at && tokens[to - 1]?.lower === tokens[held ?? at]?.lower);
    if (held === null || !isNamed || tokens[at - 1]?.kind !== "word") continue;
    const holder = spans.find(({ to }) => to === at);
    even.push(...spans.slice(done).filter((span) => span.to < at && span !== holder));
    done = spans.findIndex(({ from }) => from > held);
    if (done < 0) done = spans.length;
    even.push({ role: "t", from: holder?.from ?? at - 1, to: at, margin: SURE }, { role: "f", from: held, to: held + 1, margin: 0 });
  }
  return [...even, ...spans.slice(done)];
}

/** Where the word stands that names what is had. */
function heldAt(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text === "(") return tokens[at + 2]?.text === ")" ? at + 1 : null;
  if (!/^(?:which|that)$/.test(tokens[at]?.lower ?? "") || !/^(?:have|has|contain|contains|hold)$/.test(tokens[at + 1]?.lower ?? ""))
    return null;
  return /^(?:the|some|many|several)$/.test(tokens[at + 2]?.lower ?? "") ? at + 3 : at + 2;
}

/** "guests, vendors and budget items", "invoices with clients": a list of nothing but kinds of records, in the plural, is a list of tables. */
function siblingsOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const even: Span[] = [];
  for (let at = 0; at < spans.length; ) {
    let end = at + 1;
    while (end < spans.length && isListed(spans[end - 1]!, spans[end]!, tokens)) end++;
    const run = spans.slice(at, end);
    const isAlone = run.length === 1 && tokens[run[0]!.from - 1]?.lower === "with";
    const isAll = (run.length > 1 || isAlone) && run.every((span) => span.role !== "p" && isKinds(said(tokens.slice(span.from, span.to))));
    even.push(
      ...(isAll
        ? run.map((span): Span => ({ ...span, role: span.role === "f" ? "t" : span.role, margin: Math.max(span.margin, SURE) }))
        : run),
    );
    at = end;
  }
  return even;
}

const isListed = (before: Span, after: Span, tokens: readonly Token[]): boolean =>
  /^(?:,|and|,? ?and|\+|\/)$/.test(said(tokens.slice(before.to, after.from)));

const isKinds = (words: string): boolean => singular(words) !== words && isKindName(singular(words));
