/** Finds the lists of fields that the tagger took for options, and what is listed without a name for it: "kegs come in (beer, litres, best before)", "for each walk we note the day". */
import { verbForm } from "../knowledge/verbs.ts";
import { GLUE } from "./account.ts";
import { knownType } from "./field-type.ts";
import { entryOf } from "./lexicon.ts";
import { isFields } from "./option-lists.ts";
import { isMark, said, sentenceEnd, sentenceStart } from "./stretch.ts";
import { type Span, SURE } from "./tagger.ts";
import { isThing } from "./thing.ts";
import type { Token } from "./tokens.ts";

export const withFieldLists = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  askedOf(
    givenOf(
      notedOf(
        listedOf(
          fieldsOf(
            spans.filter((span) => !isMarked(span, tokens)),
            tokens,
          ),
          tokens,
        ),
        tokens,
      ),
      tokens,
    ),
    tokens,
  );

/** "and how many nights did we have per month?", "downtime per turbine and month": what is asked of what is kept, and is not kept itself. */
const askedOf = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  spans.filter((span) => {
    const start = sentenceStart(tokens, span.from);
    const end = sentenceEnd(tokens, span.to);
    const clause = said(tokens.slice(start, end));
    const isAlone = () => spans.filter(({ from, to }) => from >= start && to <= end).length <= 2;
    if (span.role === "f")
      return !(tokens[end]?.text === "?" && /^(?:and )?how (?:many|much)\b/.test(clause) && !/[,:]/.test(clause) && isAlone());
    const isTotal = /\bper \w+ and (?:day|week|month|year)$|\bper (?:day|week|month|year)$/.test(clause) && !/[,:(]/.test(clause);
    return !(/[tc]/.test(span.role) && tokens[span.to]?.lower === "per" && isTotal);
  });

/** "expiry date highlighted when it is near", "whether there is a discount": how something is shown is no field, nor is a word that stands for others. */
const isMarked = ({ role, from, to }: Span, tokens: readonly Token[]): boolean =>
  (role === "f" &&
    to - from === 1 &&
    /^(?:there|we|it|they|he|she|this|that|an|a|the|own|itself|themselves|been)$/.test(tokens[from]?.lower ?? "")) ||
  (role === "f" && to - from > 1 && /^(?:highlighted|coloured|colored|flagged|shown)$/.test(tokens[from]?.lower ?? ""));

/** How sure it is of a table that it finds by the form of a sentence. */
const FOUND = 300;

/** "kegs (beer, brewery, litres, delivered on)": of a list that begins with an option two are called as fields are, and no field stands before it. */
function fieldsOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const even = [...spans];
  for (let at = 0; at < spans.length; at++) {
    let end = at;
    while (/[pf]/.test(spans[end]?.role ?? "") && (end === at || isComma(tokens.slice(spans[end - 1]?.to, spans[end]?.from)))) end++;
    const run = spans.slice(at, end);
    const isOfAll = run[0]?.role === "p" && run.length >= 3 && isOfFields(run, spans[at - 1], tokens);
    const lone = isOfAll ? -1 : loneIn(run, tokens);
    if (isOfAll || lone > 0)
      for (const [place, span] of run.entries()) if (isOfAll || place >= lone) even[at + place] = { ...span, role: "f" };
    if (end > at) at = end - 1;
  }
  return even;
}

/** "date, observer, seeing, clouds": where what looks like options begins behind a comma and no field stands before it that one chooses for. */
function loneIn(run: readonly Span[], tokens: readonly Token[]): number {
  const first = run.findIndex(({ role }) => role === "p");
  const before = run[first - 1];
  if (first < 1 || !before || knownType(said(tokens.slice(before.from, before.to))) === "select") return -1;
  // "litres, full or empty": two by themselves with an "or" are options.
  const isChosen =
    tokens.slice(run[first]?.from, run.at(-1)?.to).some(({ lower }) => lower === "or") || tokens[run.at(-1)?.to ?? 0]?.lower === "or";
  return !isChosen && run.slice(first).every(({ from, to }) => to - from <= 2) ? first : -1;
}

const isComma = (between: readonly Token[]): boolean => /^(?:,|and|, and)$/.test(said(between));

function isOfFields(run: readonly Span[], before: Span | undefined, tokens: readonly Token[]): boolean {
  const first = run[0]?.from ?? 0;
  if (!isMark(tokens[first - 1], /^[:(]$/) || (before?.role === "f" && before.to === first - 1)) return false;
  const types = run
    .map(({ from, to }) => knownType(said(tokens.slice(from, to))))
    .filter((type) => type !== null && !/^(?:boolean|select)$/.test(type));
  return types.length >= 2 && types.some((type) => type !== "text");
}

const isNoun = (token: Token | undefined): boolean => {
  if (token?.kind !== "word" || GLUE.has(token.lower)) return false;
  const entry = entryOf(token.lower);
  return entry !== undefined && entry.sense !== "-";
};

const isFree = (spans: readonly Span[], start: number, end: number): boolean => !spans.some(({ from, to }) => from < end && to > start);

/** "we log work (date, hours)": the word before a bracket of fields; "kegs come in (beer, litres)": what the sentence begins with. */
function listedOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const open = span.from - 1;
    if (span.role !== "f" || !isMark(tokens[open], /^\($/) || spans[at - 1]?.to === open) return [span];
    const close = tokens.findIndex((token, place) => place > open && isMark(token, /^[()]$/));
    const inside = spans.filter(({ role, from, to }) => role === "f" && from > open && to <= close);
    if (!isMark(tokens[close], /^\)$/) || inside.length < 2 || !isFields(tokens.slice(open + 1, close))) return [span];
    const start = Math.max(sentenceStart(tokens, open), spans[at - 1]?.to ?? 0);
    const noted = isNoun(tokens[open - 1]) && NOTES.test(tokens[open - 2]?.lower ?? "") ? { from: open - 1, to: open } : null;
    const named = noted ?? nounBefore(tokens, start, open) ?? subjectIn(tokens, start, open);
    return named && isFree(spans, named.from, named.to) ? [{ role: "c", ...named, margin: noted ? SURE : FOUND }, span] : [span];
  });
}

type Place = Pick<Span, "from" | "to">;

function nounBefore(tokens: readonly Token[], start: number, to: number): Place | null {
  let from = to;
  while (from > start && to - from < 2 && isNoun(tokens[from - 1]) && !(from < to && verbForm(tokens[from - 1]?.lower ?? "") !== ""))
    from--;
  return from < to && isThing(said(tokens.slice(from, to)), true) ? { from, to } : null;
}

/** A plural with which the sentence begins, before what it does. */
function subjectIn(tokens: readonly Token[], start: number, end: number): Place | null {
  if (start !== sentenceStart(tokens, end)) return null;
  const from = /^(?:the|our|my|all)$/.test(tokens[start]?.lower ?? "") ? start + 1 : start;
  let to = from;
  while (to < end && to - from < 2 && isNoun(tokens[to]) && !(to > from && verbForm(tokens[to]?.lower ?? "") !== "")) to++;
  const name = said(tokens.slice(from, to));
  return to > from && /s$/.test(name) && isThing(name, true) ? { from, to } : null;
}

/** "households that need one give us street, name and telephone": who gives what is written of them. */
function givenOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const start = sentenceStart(tokens, span.from);
    const next = spans[at + 1];
    const isFirst = span.role === "f" && (spans[at - 1]?.to ?? 0) <= start;
    if (!isFirst || next?.role !== "f" || sentenceStart(tokens, next.from) !== start) return [span];
    const clause = said(tokens.slice(start, span.from));
    const named = subjectIn(tokens, start, span.from);
    return named && /\b(?:gives?|tells?|leaves?|writes?|enters?|provides?)(?: (?:us|me|in|their|his|her|the|a|down))*$/.test(clause)
      ? [{ role: "t", ...named, margin: FOUND }, span]
      : [span];
  });
}

const NOTES =
  /^(?:notes?|records?|writes?|enters?|logs?|keeps?|stores?|saves?|tracks?|registers?|documents?|takes?|collects?|wants?|needs?|fills?|gives?|puts?)$/;

/** "for each walk we note the day and the weather", "in an inspection the inspector records the date": what is noted of something is of its table. */
function notedOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const start = sentenceStart(tokens, span.from);
    const isFirst = span.role === "f" && (spans[at - 1]?.to ?? 0) <= start;
    const next = spans[at + 1];
    if (!isFirst || next?.role !== "f" || sentenceStart(tokens, next.from) !== start) return [span];
    const article = tokens.findIndex(({ lower }, place) => place >= start && place < span.from && /^(?:each|every|an?)$/.test(lower));
    if (article < 0 || !/^(?:for|of|in|at|on|during|after|per|about)$/.test(tokens[article - 1]?.lower ?? "")) return [span];
    let to = article + 1;
    while (to - article <= 2 && isNoun(tokens[to])) to++;
    const doer = tokens.slice(to, span.from);
    const isNoted =
      /^,? ?(?:we|i|they|you|he|she|one|the \w+|somebody|someone)\b/.test(said(doer)) && doer.some(({ lower }) => NOTES.test(lower));
    if (!isNoted || to === article + 1 || !isThing(said(tokens.slice(article + 1, to)), true)) return [span];
    return [{ role: "t", from: article + 1, to, margin: FOUND }, span];
  });
}
