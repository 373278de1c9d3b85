/** Mends what the tagger parts wrongly: lists of options, what fields belong to, and lists of tables. */
import { isKindName } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import { withImpliedEvents } from "./implied-events.ts";
import { withHolders } from "./list-holders.ts";
import { withWholeOptions } from "./option-lists.ts";
import { said } from "./stretch.ts";
import { type Span, SURE } from "./tagger.ts";
import type { Token } from "./tokens.ts";

export const evened = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  siblingsOf(withImpliedEvents(withHolders(withWholeOptions(holdersOf(spans, tokens), tokens), tokens), tokens), tokens);

/** "songs with a title, and setlists which have songs": what has rows of a table that was named before is a table, and has them as a field. */
function holdersOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const rest = tokens.slice(span.to, spans[at + 1]?.from).map(({ lower }) => lower);
    const said = /^(?:which|that) (?:have|contain) (?:the |some |many |several )?/.exec(rest.join(" "))?.[0].trim().split(" ");
    const from = span.to + (said?.length ?? 0);
    const isNamed = spans.slice(0, at).some((other) => other.role === "t" && tokens[other.to - 1]?.lower === tokens[from]?.lower);
    return said && span.role === "t" && isNamed
      ? [
          { ...span, margin: Math.max(span.margin, SURE) },
          { role: "f", from, to: from + 1, margin: 0 },
        ]
      : [span];
  });
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
