/** Mends what the tagger parts wrongly in a list of options: what stands among options is one, and each is taken whole. */
import { CHOICE_WORDS } from "../knowledge/field-words.ts";
import { GLUE } from "./account.ts";
import { knownType } from "./field-type.ts";
import { entryOf } from "./lexicon.ts";
import { isMark, placeAfter, placeBefore, said, sentenceStart } from "./stretch.ts";
import type { Span } from "./tagger.ts";
import type { Token } from "./tokens.ts";

export const withWholeOptions = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  [calledOptions, startOf, firstOf, choiceBefore, untoldOf, chosenOf, optionsOf, spacedOf, wholeParts, withRest].reduce(
    (even, mend) => mend(even, tokens),
    [...spans],
  );

/** "sits in a section (cornets, horns, basses)": a word right before a list in brackets is the field that these are options of. */
function untoldOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const word = span.from - 2;
    const isFirst = /[fp]/.test(span.role) && isMark(tokens[span.from - 1], /^\($/) && (spans[at - 1]?.to ?? 0) <= word;
    const close = placeAfter(tokens, span.from + 1, /^[()]$/);
    if (!isFirst || !isMark(tokens[close], /^\)$/)) return [span];
    const inside = tokens.slice(span.from, close);
    const parts = said(inside).split(/ (?:,|\/|or|and) /);
    const entry = entryOf(tokens[word]?.lower ?? "");
    const isNoun = entry !== undefined && entry.sense !== "-" && !GLUE.has(tokens[word]?.lower ?? "");
    if (!isNoun || parts.length < 3 || isFields(inside) || parts.some((part) => knownType(part) !== null || part.split(" ").length > 2))
      return [span];
    return [{ role: "f", from: word, to: word + 1, margin: 0 }, span];
  });
}

/** "m3, beech/oak/spruce": what a slash joins to options is one of them, unless it is called as fields are. */
const firstOf = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  spans.map((span, at) => {
    const next = spans[at + 1];
    const words = said(tokens.slice(span.from, span.to));
    const isFirst = span.role === "f" && next?.role === "p" && /^[/|]$/.test(said(tokens.slice(span.to, next.from)));
    const after = spans[at + 2];
    const isOfThree = next !== undefined && after?.role === "p" && said(tokens.slice(next.to, after.from)) === "/";
    const isNamed = knownType(words) !== null && !(isOfThree && knownType(words) === "text");
    return isFirst && !isNamed && !CHOICE_WORDS.has(words) ? { ...span, role: "p" } : span;
  });

/** "its status goes from new to assigned, done or cancelled": what it starts with is the first of them. */
const startOf = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  spans.flatMap((span, at): Span[] => {
    const start = span.from - 2;
    const isFirst = span.role === "p" && spans[at - 1]?.role !== "p" && spans[at + 1]?.role === "p" && (spans[at - 1]?.to ?? 0) <= start;
    const isStart =
      tokens[start]?.kind === "word" && said([...tokens.slice(start - 1, start), ...tokens.slice(start + 1, span.from)]) === "from to";
    return isFirst && isStart ? [{ role: "p", from: start, to: start + 1, margin: 0 }, span] : [span];
  });

/** "condition mint, used or damaged": the first option stands right behind the field. */
function choiceBefore(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const next = spans[at + 1];
    if (span.role !== "f" || next?.role !== "p" || span.to - span.from !== 2) return [span];
    const isChoice = CHOICE_WORDS.has(tokens[span.from]?.lower ?? "") && !CHOICE_WORDS.has(tokens[span.to - 1]?.lower ?? "");
    if (!isChoice || !/^(?:,|\/|or|\|)$/.test(said(tokens.slice(span.to, next.from)))) return [span];
    return [
      { ...span, to: span.to - 1 },
      { role: "p", from: span.to - 1, to: span.to, margin: 0 },
    ];
  });
}

/** "species dog cat rabbit, born, chip": a comma ends options that spaces part. */
function spacedOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  let isSpaced = false;
  let isOver = false;
  return spans.map((span, at) => {
    const before = spans[at - 1];
    if (span.role !== "p" || before?.role !== "p") {
      isSpaced = false;
      isOver = false;
      return span;
    }
    const between = said(tokens.slice(before.to, span.from));
    if (between === "" && !isOver) isSpaced = true;
    else if (isSpaced && between === ",") isOver = true;
    return isOver ? { ...span, role: "f" } : span;
  });
}

/** "where it is: announced, arrived, at dock, left": what follows in a list after a colon or in a bracket is of the same kind. */
function withRest(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const before = spans[at - 1];
    const isLast = span.role === "p" && before?.role === "p" && spans[at + 1]?.role !== "p" && tokens[before.to]?.text === ",";
    if (!isLast) return [span];
    const open = tokens.slice(0, before.from).findLastIndex(({ text, kind }) => kind !== "word" && text !== ",");
    if (!/^[:(]$/.test(tokens[open]?.text ?? "")) return [span];
    const end = tokens.findIndex(({ text }, place) => place >= span.to && /^[.;!?\n()]$/.test(text));
    const upto = Math.min(end < 0 ? tokens.length : end, spans[at + 1]?.from ?? tokens.length);
    const parts: Span[] = [];
    for (let from = span.to; tokens[from]?.text === "," && from < upto; ) {
      let to = from + 1;
      while (to < upto && tokens[to]?.kind === "word") to++;
      const part = said(tokens.slice(from + 1, to));
      if (
        to - from > 4 ||
        to === from + 1 ||
        (to < upto && tokens[to]?.text !== ",") ||
        /^(?:and|or|we|it|they|with)\b/.test(part) ||
        knownType(part) !== null
      )
        break;
      parts.push({ role: "p", from: from + 1, to, margin: 0 });
      from = to;
    }
    return [span, ...parts];
  });
}

/** "(to be catalogued, twice a week, done)": an option is all that stands between two marks of its list. */
function wholeParts(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.map((span, at) => {
    const [before, after] = [spans[at - 1], spans[at + 1]];
    if (span.role !== "p" || (before?.role !== "p" && after?.role !== "p")) return span;
    const isSpaced = (one: Span | undefined, next: Span | undefined) => one?.role === "p" && next?.role === "p" && one.to === next.from;
    if (isSpaced(before, span) || isSpaced(span, after)) return span;
    let [from, to] = [span.from, span.to];
    while (from > (before?.to ?? 0) && isInside(tokens[from - 1])) from--;
    if (tokens[from - 1]?.lower === "as" && isMark(tokens[from - 2], /^[(,/]$/)) from--;
    while (to < (after?.from ?? tokens.length) && isInside(tokens[to])) to++;
    const isBegun = isMark(tokens[from - 1], /^[,/|([:]$/) || /^(?:or|and)$/.test(tokens[from - 1]?.lower ?? "");
    const isEnded = isMark(tokens[to], /^[,/|)\]]$/) || /^(?:or|and)$/.test(tokens[to]?.lower ?? "");
    return {
      ...span,
      from: isBegun && span.to - from <= 4 ? from : span.from,
      to: isEnded && to - span.from <= 4 ? to : span.to,
    };
  });
}

const isInside = (token: Token | undefined): boolean =>
  token?.kind === "word" && !/^(?:or|and|either|as|is|are|with)$/.test(token.lower) && !CHOICE_WORDS.has(token.lower);

/** "a status with the options new, waiting, done": what is called the options of a field is a list of them. */
function calledOptions(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(?:options|choices|values)$/.test(lower) &&
      spans.some(({ role, to }) => role === "f" && to < index && index - to <= 3 && sentenceStart(tokens, index) <= to),
  );
  if (at < 0) return [...spans];
  const listed: Span[] = [];
  let from = tokens[at + 1]?.lower === ":" || tokens[at + 1]?.lower === "are" ? at + 2 : at + 1;
  for (let to = from; to <= tokens.length; to++) {
    const lower = tokens[to]?.lower ?? ".";
    const isOver = /^[.;!?\n):]$/.test(lower) || /^(?:with|a|an|the)$/.test(tokens[from]?.lower ?? "");
    if (!isOver && !/^(?:,|\/|\||or|and)$/.test(lower)) continue;
    if (to > from && !/^(?:with|a|an|the)$/.test(tokens[from]?.lower ?? "")) listed.push({ role: "p", from, to, margin: 0 });
    if (isOver) break;
    from = to + 1;
  }
  if (listed.length < 2) return [...spans];
  const end = listed.at(-1)?.to ?? at;
  return [...spans.filter((span) => span.to <= at), ...listed, ...spans.filter((span) => span.from >= end)];
}

/** "diet (halal, vegan)": what a bracket lists right after a field are its options, after a table its fields. */
function chosenOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.map((span, at) => {
    if (span.role !== "f") return span;
    const open = placeBefore(tokens, span.from, /^[()[\]\n]$/);
    const close = placeAfter(tokens, span.to, /^[()[\]\n]$/);
    if (open < 0 || close < 0 || !/^[([]$/.test(tokens[open]!.text) || !/^[)\]]$/.test(tokens[close]!.text)) return span;
    const field = spans.slice(0, at).findLast(({ to }) => to <= open);
    const listed =
      tokens.slice(open, close).some(({ lower }) => /^(?:,|\/|or|\|)$/.test(lower)) ||
      spans.some(({ role, from, to }) => role === "p" && from > open && to <= close);
    const isParted = /^[^,]* (?:\/|\|) [^,]*$/.test(said(tokens.slice(open + 1, close)));
    const isChoice = field?.role === "f" && isParted && CHOICE_WORDS.has(tokens[field.to - 1]?.lower ?? "");
    return field?.role === "f" && field.to === open && listed && (isChoice || !isFields(tokens.slice(open + 1, close)))
      ? { ...span, role: "p" }
      : span;
  });
}

/** "address (street, zip, city)": more than half of a list are words for fields, or one is that nobody chooses. */
export function isFields(tokens: readonly Token[]): boolean {
  const parts = said(tokens).split(/ (?:,|\/|\||or|and) /);
  if (parts.some((part) => /^(?:(?:first |last )?name|title|date|description|address|birthday|date of birth)$/.test(part))) return true;
  return parts.filter((part) => (knownType(part) ?? "boolean") !== "boolean").length > parts.length / 2;
}

function optionsOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const even: Span[] = [];
  for (const [at, found] of spans.entries()) {
    const before = even.at(-1);
    const next = spans[at + 1];
    // "effort: small, big": what a colon and options follow is a field.
    const isNamed = found.role === "p" && next?.role === "p" && said(tokens.slice(found.to, next.from)) === ":";
    const span: Span = isNamed ? { ...found, role: "f" } : found;
    const hasOptions = next?.role === "p" && /^[:(]?$/.test(said(tokens.slice(span.to, next.from)));
    if (isNamed || hasOptions || before?.role !== "p" || span.role !== "f") {
      even.push(span);
      continue;
    }
    const between = tokens.slice(before.to, span.from);
    if (between.length === 0) before.to = span.to;
    else if (isOption(between, span, spans.slice(at + 1), tokens) || isBracketed(even, span, tokens) || isAfterColon(even, span, tokens))
      even.push({ ...span, role: "p" });
    else even.push(span);
  }
  return even;
}

/** "a/b/c", "a, b or c": a slash or an "or" joins what is of one kind. */
const isOption = (between: readonly Token[], span: Span, after: readonly Span[], tokens: readonly Token[]): boolean =>
  /^(?:,? ?or|\/|->|\|)$/.test(said(between)) ||
  (said(between) === "," && after[0] !== undefined && /^,? ?or$/.test(said(tokens.slice(span.to, after[0].from))));

/** The bracket around it has held nothing but options so far. */
function isBracketed(even: readonly Span[], span: Span, tokens: readonly Token[]): boolean {
  const open = tokens.slice(0, span.from).findLastIndex(({ text }) => /^[()[\]]$/.test(text));
  return open >= 0 && /^[([]$/.test(tokens[open]!.text) && even.every(({ role, from }) => from < open || role === "p");
}

/** "state: new, in work, ready" */
function isAfterColon(even: readonly Span[], span: Span, tokens: readonly Token[]): boolean {
  const type = knownType(said(tokens.slice(span.from, span.to)));
  if (type !== null && type !== "boolean") return false;
  const field = even.findLastIndex(({ role }) => role !== "p");
  const options = even.slice(field + 1);
  const first = options[0];
  if (field < 0 || !first || even[field]!.role !== "f") return false;
  return (
    /(?:^|\s)(?::|-)$/.test(said(tokens.slice(even[field]!.to, first.from))) &&
    !tokens.slice(first.from, span.from).some(({ text }) => /^[.;\n()]$/.test(text))
  );
}
