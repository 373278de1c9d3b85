/** Mends what the tagger parts wrongly in a list: what stands among options is an option, and what stands among tables a table. */
import { isKindName } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import { knownType } from "./field-type.ts";
import { type Span, SURE } from "./tagger.ts";
import type { Token } from "./tokens.ts";

export const evened = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  siblingsOf(optionsOf(chosenOf(calledOptions(holdersOf(spans, tokens), tokens), tokens), tokens), tokens);

/** "a status with the options new, waiting, done": what is called the options of a field is a list of them. */
function calledOptions(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(?:options|choices|values)$/.test(lower) && spans.some(({ role, to }) => role === "f" && to < index && index - to <= 3),
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
    const open = tokens.slice(0, span.from).findLastIndex(({ text }) => /^[()[\]\n]$/.test(text));
    const close = tokens.findIndex(({ text }, index) => index >= span.to && /^[()[\]\n]$/.test(text));
    if (open < 0 || close < 0 || !/^[([]$/.test(tokens[open]!.text) || !/^[)\]]$/.test(tokens[close]!.text)) return span;
    const field = spans.slice(0, at).findLast(({ to }) => to <= open);
    const listed = tokens.slice(open, close).some(({ lower }) => /^(?:,|\/|or|\|)$/.test(lower));
    return field?.role === "f" && field.to === open && listed && !isFields(tokens.slice(open + 1, close)) ? { ...span, role: "p" } : span;
  });
}

/** "address (street, zip, city)": more than half of a list are words for fields. */
function isFields(tokens: readonly Token[]): boolean {
  const parts = said(tokens).split(/ (?:,|\/|\||or|and) /);
  return parts.filter((part) => (knownType(part) ?? "boolean") !== "boolean").length > parts.length / 2;
}

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

const said = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(" ");

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
