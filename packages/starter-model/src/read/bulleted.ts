/** Finds the tables of a bulleted list, each before its fields: "- layouts - title, scale". */
import { severalBefore } from "./series.ts";
import { isMark, sentenceEnd } from "./stretch.ts";
import type { Span } from "./tagger.ts";
import type { Token } from "./tokens.ts";

/** How sure it is of what it finds by the form of a list. */
const FOUND = 300;

/** Where two bullets or more begin with several of something and a list, all that do are tables. */
export function withBulleted(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const heads = tokens.flatMap(({ kind }, at) => (kind === "bullet" ? (headAfter(spans, tokens, at) ?? []) : []));
  if (heads.length < 2) return [...spans];
  return heads.reduce(
    (even, head) => {
      const there = even.filter(({ from, to }) => from < head.to && to > head.from);
      if (there.some(({ role, to }) => /[tc]/.test(role) && to === head.to)) return even;
      return [...even.filter((span) => !there.includes(span)), head].sort((a, b) => a.from - b.from);
    },
    [...spans],
  );
}

function headAfter(spans: readonly Span[], tokens: readonly Token[], bullet: number): Span | null {
  const end = sentenceEnd(tokens, bullet + 1);
  const mark = tokens.findIndex((token, at) => at > bullet && at < end && isMark(token, /^[-:(]$/));
  const name = mark < 0 ? null : severalBefore(tokens, mark);
  const fields = spans.filter(({ role, from, to }) => role === "f" && from > mark && to <= end);
  return name?.from === bullet + 1 && fields.length > 1 ? { role: "t", ...name, margin: FOUND, listed: true } : null;
}
