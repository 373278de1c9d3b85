/** Finds what a list of fields belongs to where the tagger did not: "guides have name and phone", "people who take part (name, house)". */
import { verbForm } from "../knowledge/verbs.ts";
import { GLUE } from "./account.ts";
import { eventOf } from "./events.ts";
import { entryOf } from "./lexicon.ts";
import { isFields } from "./option-lists.ts";
import { isMark, placeAfter, said, sentenceStart } from "./stretch.ts";
import type { Span } from "./tagger.ts";
import { isThing, thingOf } from "./thing.ts";
import type { Token } from "./tokens.ts";

export const withHolders = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  subjectsOf(
    describedOf(
      bracketedOf(
        cardsOf(spans, tokens).filter((span) => !isVerb(span, tokens)),
        tokens,
      ),
      tokens,
    ),
    tokens,
  );

/** "each plays one instrument": what somebody does is no table. */
const isVerb = ({ role, from, to }: Span, tokens: readonly Token[]): boolean =>
  /[tc]/.test(role) &&
  to - from === 1 &&
  verbForm(tokens[from]?.lower ?? "") !== "" &&
  !eventOf(tokens[from]?.lower ?? "") &&
  /^(?:each|who|that|which|he|she|it|they|we|i|everyone|everybody|everything)$/.test(tokens[from - 1]?.lower ?? "") &&
  /^(?:a|an|one|the|in|at|on|their|his|her|its|our|to|some|many|several|\d+)$/.test(tokens[to]?.lower ?? "");

/** "one customer, whose name and email we keep": a customer is a table as well, with these fields. */
const describedOf = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  spans.flatMap((span, at): Span[] => {
    const next = spans[at + 1];
    const isWhose = /^,? ?(?:whose|of (?:whom|which) we \w+)$/.test(
      said(tokens.slice(span.to, next && tokens[next.from]?.lower === "whose" ? next.from + 1 : next?.from)),
    );
    if (span.role !== "f" || next?.role !== "f" || !isWhose || !isThing(said(tokens.slice(span.from, span.to)), true)) return [span];
    return [span, { ...span, role: "t", margin: FOUND }];
  });

const isTable = ({ role }: Span): boolean => role === "t" || role === "c";

/** "every child has a card with name and age": the card is the child's, not a thing of its own. */
const cardsOf = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  spans.filter((span, at) => {
    const before = spans[at - 1];
    if (!isTable(span) || !before || !isTable(before) || spans[at + 1]?.role !== "f") return true;
    const isCard = /^(?:card|file|form|record|profile|entry|sheet|row|page|folder|dossier)$/.test(tokens[span.to - 1]?.lower ?? "");
    return !(isCard && /^(?:has|have|gets|needs) (?:a|an|one|its own|their own)$/.test(said(tokens.slice(before.to, span.from))));
  });

/** "people who take part (name, house)": what has fields in brackets is a table. */
function bracketedOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  let listed: { from: number; to: number } | null = null;
  return spans.map((span): Span => {
    if (listed && span.from >= listed.from && span.to <= listed.to) return span.role === "p" ? { ...span, role: "f" } : span;
    const close = placeAfter(tokens, span.to + 1, /^[()]$/);
    if (span.role !== "f" || !isMark(tokens[span.to], /^\($/) || !isMark(tokens[close], /^\)$/)) return span;
    const inside = tokens.slice(span.to + 1, close);
    const name = actorIn(span, tokens) ?? nounIn(span, tokens);
    const isList = inside.some(({ text }) => text === ",") && !inside.some(({ lower }) => /^(?:or|\/)$/.test(lower));
    if (!isList || !isFields(inside) || !name || !(name.name ?? isThing(said(tokens.slice(name.from, name.to)), true))) return span;
    listed = { from: span.to, to: close };
    return { role: "t", ...name, margin: FOUND };
  });
}

type Named = Pick<Span, "from" | "to" | "name">;

/** "who hires it" is a hirer; "who took what when" is what was taken. */
function actorIn({ from, to }: Span, tokens: readonly Token[]): Named | null {
  if (tokens[from]?.lower !== "who" || to - from < 2) return null;
  const verb = tokens[from + 1]?.lower ?? "";
  if (/^(?:it|them)$/.test(tokens[from + 2]?.lower ?? "")) return { from, to, name: `${verb.replace(/e?s$/, "")}er` };
  const event = eventOf(verb);
  return event ? { from, to, name: event } : null;
}

/** The words before "who" or "that". */
function nounIn({ from, to }: Span, tokens: readonly Token[]): Named | null {
  const end = tokens.findIndex(({ lower }, at) => at >= from && at < to && /^(?:who|that|which|we|they)$/.test(lower));
  const upto = end < 0 ? to : end;
  return upto > from ? { from, to: upto } : null;
}

/** How sure it is of what it finds by the form of a sentence: about as sure as the tagger is of a table with fields. */
const FOUND = 300;
const HAVING = /^(?:has|have|gets|get|needs|need|with|contains?|includes?|had|consists?|:)$/;
const BETWEEN = /^(?:a|an|the|their|its|his|her|of|also|to)$/;

/** "guides have name and phone": the subject of a list of fields that nothing else holds is a table. */
function subjectsOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const start = Math.max(sentenceStart(tokens, span.from), spans[at - 1]?.to ?? 0);
    const isFirst = at === 0 || (spans[at - 1]?.to ?? 0) <= sentenceStart(tokens, span.from);
    if (span.role !== "f" || !isFirst || spans[at + 1]?.role !== "f" || sentenceStart(tokens, spans[at + 1]?.from ?? 0) > span.from)
      return [span];
    let place = span.from - 1;
    while (place > start && BETWEEN.test(tokens[place]?.lower ?? "")) place--;
    if (!HAVING.test(tokens[place]?.lower ?? "")) return [span];
    const to = place;
    let from = to;
    while (from > start && to - from < 2 && isNoun(tokens[from - 1])) from--;
    const name = said(tokens.slice(from, to));
    const isKept = from < to && isThing(name, true) && thingOf(name) !== "";
    return isKept ? [{ role: "t", from, to, margin: FOUND }, span] : [span];
  });
}

const isNoun = (token: Token | undefined): boolean => {
  if (token?.kind !== "word" || GLUE.has(token.lower)) return false;
  const entry = entryOf(token.lower);
  return entry !== undefined && entry.sense !== "-";
};
