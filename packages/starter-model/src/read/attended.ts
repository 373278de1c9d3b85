/** Finds what is kept of those who take part, and those who sign up: "for every practice I tick who came", "participants sign up with name and email". */
import { PEOPLE } from "./happenings.ts";
import { said, sentenceEnd, sentenceStart } from "./stretch.ts";
import { type Span, SURE } from "./tagger.ts";
import { thingOf } from "./thing.ts";
import type { Token } from "./tokens.ts";

export const withTakingPart = (spans: readonly Span[], tokens: readonly Token[]): Span[] => signedUp(whoCame(spans, tokens), tokens);

const CAME =
  /^(?:came|comes|attended|attends|attend|was there|were there|is there|was present|were present|is present|are present|took part|take part|takes part|showed up|turned up|joined)\b/;
const isTable = ({ role }: Span): boolean => role === "t" || role === "c";

/** Who was at a practice is one row for each of those who came, where the people have a table of their own. */
function whoCame(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const people = spans.some((span) => isTable(span) && PEOPLE.test(nameOf(span, tokens)));
  const isKept = spans.some((span) => isTable(span) && /\b(?:attendance|participation|presence)$/.test(nameOf(span, tokens)));
  if (isKept) return [...spans];
  for (let at = 0; at < tokens.length; at++) {
    const isWhich = /^which$/.test(tokens[at]?.lower ?? "") && PEOPLE.test(thingOf(tokens[at + 1]?.lower ?? ""));
    if (tokens[at]?.lower !== "who" && !isWhich) continue;
    const verb = isWhich ? at + 2 : at + 1;
    if (!CAME.test(said(tokens.slice(verb, verb + 2)))) continue;
    const [start, end] = [sentenceStart(tokens, at), sentenceEnd(tokens, at)];
    const each = tokens.findIndex(({ lower }, place) => place >= start && place < end && /^(?:each|every|per)$/.test(lower));
    const event = each < 0 ? undefined : spans.find(({ from, to }) => from > each && from - each <= 2 && to <= end);
    const word = tokens[each + 1];
    if (each < 0 || !word || !(people || isSomebodys(spans, tokens))) continue;
    const to = CAME.exec(said(tokens.slice(verb, verb + 2)))?.[0].includes(" ") ? verb + 2 : verb + 1;
    const kept = spans.filter((span) => span !== event && (span.to <= at || span.from >= to));
    const owner: Span = { role: "r", from: event?.from ?? each + 1, to: event?.to ?? each + 2, margin: SURE };
    const found: Span = { role: "c", from: at, to, margin: SURE, name: "attendance" };
    return [...kept.filter(({ from, to: upto }) => upto <= owner.from || from >= owner.to), owner, found].sort(
      (one, other) => one.from - other.from,
    );
  }
  return [...spans];
}

const isSomebodys = (spans: readonly Span[], tokens: readonly Token[]): boolean =>
  spans.some((span) => isTable(span) && /(?:er|or|ist|ee|ant|ent|ian|man)$/.test(nameOf(span, tokens)));

const nameOf = (span: Span, tokens: readonly Token[]): string => span.name ?? thingOf(said(tokens.slice(span.from, span.to)));

const OF_PERSON = /^(?:e-?mail|phone|age|address|birthday|telephone|mobile|date of birth|born|gender|sex)\b/;

/** Who signs up with a name and an e-mail is a person; the signing up has no name of its own. */
function signedUp(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  return spans.map((span, at): Span => {
    const verb = said(tokens.slice(span.from, span.to));
    const who = tokens[span.from - 1];
    if (!isTable(span) || !/^(?:sign up|signs up|register|registers|enrol|enroll|apply|applies)$/.test(verb) || who?.kind !== "word")
      return span;
    const end = sentenceEnd(tokens, span.to);
    const fields = spans.slice(at + 1).filter(({ role, to }) => role === "f" && to <= end);
    const labels = fields.map(({ from, to }) => said(tokens.slice(from, to)));
    const isOfPerson = labels.some((label) => /\bname$/.test(label)) && labels.some((label) => OF_PERSON.test(label));
    if (!isOfPerson || !/^(?:with|:|,|\()$/.test(tokens[span.to]?.lower ?? "")) return span;
    const isNobody = /^(?:people|they|everyone|everybody|anyone|can|could|to|may|who|somebody|someone)$/.test(who.lower);
    return { ...span, name: isNobody ? "participant" : thingOf(who.lower) };
  });
}
