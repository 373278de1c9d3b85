/** Finds what is kept of what people do: "when somebody takes gear we note who, which item and until when" keeps what was taken. */

import { eventOf } from "./events.ts";
import { knownType } from "./field-type.ts";
import { placeAfter, said, sentenceStart } from "./stretch.ts";
import { type Span, SURE } from "./tagger.ts";
import { thingOf } from "./thing.ts";
import type { Token } from "./tokens.ts";

export const withImpliedEvents = (spans: readonly Span[], tokens: readonly Token[]): Span[] =>
  whoDidWhich(lentOf(bookedOf(doneOf(spans, tokens), tokens), tokens), tokens);

const isTable = ({ role }: Span): boolean => role === "t" || role === "c";
const FOUND = 300;

/** Whoever does something: "somebody", "a customer", "people". */
const DOER =
  /^(?:someone|somebody|anyone|anybody|people|everyone|everybody|they|we|he|she|i|you|members?|customers?|clients?|guests?|visitors?|students?|pupils?|parents?|staff|employees?|colleagues?|users?|volunteers?|persons?|who|tenants?|drivers?|teachers?|kids?|children|players?|patients?|workers?|readers?|neighbou?rs?|residents?|cleaners?|technicians?|operators?)$/;
const WHEN = /^(?:when|whenever|time|times|once|if|after|as)$/;

/** "every time someone takes packets it is written with date and number": the fields are of the taking. */
function doneOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    const start = sentenceStart(tokens, span.from);
    const next = spans[at + 1];
    const isList = next !== undefined && /[fp]/.test(next.role) && sentenceStart(tokens, next.from) === start;
    const before = spans[at - 1];
    const isHeld = before !== undefined && before.to > start && (isTable(before) || before.role !== "r");
    if (span.role !== "f" || !isList || isHeld) return [span];
    const verb = verbIn(tokens, start, span.from);
    const made = verb === null ? madeIn(tokens, start, span.from) : null;
    if (made) return [made, span];
    return verb === null
      ? [span]
      : [{ role: "c", from: verb, to: verb + 1, margin: FOUND, name: eventOf(tokens[verb]?.lower ?? "") }, span];
  });
}

/** "whenever I tune one I write the date": what is done has no other name than the doing, a tuning. */
function madeIn(tokens: readonly Token[], start: number, end: number): Span | null {
  const clause = said(tokens.slice(start, end));
  const found =
    /^(?:when|whenever|each time|every time) (?:i|we|they|you|he|she|someone|somebody|(?:a|the) \w+) (\w+) (?:it|one|them|(?:a|an|the|our) \w+),? (?:i|we|they|he|she) (?:notes?|writes?|records?|enters?|logs?)\b/.exec(
      clause,
    );
  const verb = found?.[1] ?? "";
  if (verb === "" || /^(?:get|have|has|see|want|need|come|go|do|does|is|put|make|open|start|find)s?$/.test(verb)) return null;
  const at = tokens.findIndex(({ lower }, place) => place > start && lower === verb);
  const stem = verb.replace(/(?<=[^s])s$/, "");
  return { role: "c", from: at, to: at + 1, margin: SURE, name: `${stem.replace(/(?<=[^eo])e$/, "")}ing` };
}

/** Of a clause "when somebody does": the verb. */
function verbIn(tokens: readonly Token[], start: number, end: number): number | null {
  for (let at = start; at < end - 1; at++) {
    const isTold = tokens.slice(start, at).some(({ lower }) => WHEN.test(lower)) || /^(?:someone|somebody)$/.test(tokens[at]?.lower ?? "");
    if (!isTold || !DOER.test(tokens[at]?.lower ?? "")) continue;
    const verb = /^(?:has|have|will|can|wants|to)$/.test(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 1;
    if (verb < end && eventOf(tokens[verb]?.lower ?? "")) return verb;
  }
  return null;
}

/** "families borrow them: family, toy, out, back": the list is of the loan, and not of who borrows. */
function lentOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.map((span, at): Span => {
    const verb = span.to;
    const event = eventOf(tokens[verb]?.lower ?? "");
    const isHeading = isTable(span) && spans[at + 1]?.role === "f" && /^(?:them|it|these|one)$/.test(tokens[verb + 1]?.lower ?? "");
    const colon = placeAfter(tokens, verb + 1, /^[:.!?;\n]$/);
    if (!event || !isHeading || tokens[colon]?.text !== ":" || (spans[at + 1]?.from ?? 0) < colon) return span;
    return { ...span, from: verb, to: verb + 1, name: event };
  });
}

const OBJECTS = /^(?:booking|reservation|loan|rental)$/;

/** "members can book the sauna: member, start, end": what is booked is one thing, and the booking, which has the fields, another. */
function bookedOf(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.flatMap((span, at): Span[] => {
    if (span.role !== "t") return [span];
    let verb = span.from - 1;
    while (verb > 0 && /^(?:a|an|the|our|my|their|one|some|of|\d+)$/.test(tokens[verb]?.lower ?? "")) verb--;
    const event = eventOf(tokens[verb]?.lower ?? "");
    if (!event || !OBJECTS.test(event) || spans.some((other) => other.from <= verb && other.to > verb)) return [span];
    const isNamed = spans.some(
      (other) => other !== span && isTable(other) && new RegExp(`\\b${event}$`).test(thingOf(said(tokens.slice(other.from, other.to)))),
    );
    const rest = spans.slice(at + 1);
    const end = rest.findIndex(isTable);
    const fields = rest.slice(0, end < 0 ? undefined : end).filter(({ role }) => role === "f");
    const isDated = fields.some((field) => /^(?:date|datetime|time)$/.test(knownType(said(tokens.slice(field.from, field.to))) ?? ""));
    if (isNamed || !isDated || /^(?:the|a|an|each|every)$/.test(tokens[verb - 1]?.lower ?? "")) return [span];
    return [
      { role: "t", from: verb, to: verb + 1, margin: FOUND, name: event },
      { ...span, role: "r" },
    ];
  });
}

/** "and who booked which room from when to when": what is asked of two things is kept of neither, but of what links them. */
function whoDidWhich(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const found = tokens.flatMap(({ lower }, at): Span[] => {
    const verb = /^(?:has|have|had|is|was)$/.test(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 1;
    const done = tokens[verb]?.lower ?? "";
    const event = eventOf(done);
    if (lower !== "who" || !event || !/^(?:which|what)$/.test(tokens[verb + 1]?.lower ?? "")) return [];
    const isThere = spans.some((span) => isTable(span) && (span.name ?? thingOf(said(tokens.slice(span.from, span.to)))) === event);
    // A field that is called "who borrowed which tool" is none.
    const isFree = (place: number): boolean =>
      tokens[place]?.kind === "word" && !spans.some(({ from, to }) => from !== at && from <= place && to > place);
    if (isThere || !isFree(verb)) return [];
    const span = (role: Span["role"], from: number, to = from + 1): Span => ({ role, from, to, margin: SURE });
    const thing = verb + 2;
    const isBetween = /^from when (?:to|until|till) when$/.test(said(tokens.slice(thing + 1, thing + 5)));
    return [
      // The table begins at "who", since that is the first of its fields.
      { ...span("t", at), name: event },
      { ...span("f", verb), name: /ed$/.test(done) ? `${done} by` : "person" },
      ...(isFree(thing) ? [span("r", thing)] : []),
      ...(isBetween ? [span("f", thing + 1, thing + 5)] : []),
    ];
  });
  const isReplaced = (span: Span): boolean => found.some(({ from, to }) => span.from === from || (span.from > from && span.to <= to));
  return [...spans.filter((span) => !isReplaced(span)), ...found].sort((one, other) => one.from - other.from);
}
