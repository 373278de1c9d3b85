/** What a first description may ask for as well, said of an app that is there: rules, fields that are worked out, what is free, lists of some rows. */
import type { NeedKind } from "../knowledge/need-words.ts";
import { meetOne } from "../read/meet-one.ts";
import { needKinds } from "../read/needs.ts";
import { namesOf } from "../words/table-names.ts";
import { type Clause, tableMeant } from "./clause.ts";
import { type ClauseReading, done, refused } from "./operation.ts";

/** Those that say what to do without a verb of change, and are not read by another reader. */
const RULES: ReadonlySet<NeedKind> = new Set(["computed", "availability", "approval", "own-rows", "unique", "total", "count", "average"]);

const SUMMED = /\b(?:totals?|sums?|adds? up|how (?:many|much)|counts?|(?:the|a) number of|averages?|mean|costs?)\b/i;
const PER_PARENT = /\b(?:per|for each|of each|of every|to each|to every|each|every|on (?:the|each|every) [\w-]+(?:'s)? page)\b/i;

export function rule(clause: Clause): ClauseReading | null {
  if (clause.act === "remove" || clause.act === "rename" || clause.act === "hide" || /\b(?:charts?|graphs?|diagrams?)\b/i.test(clause.text))
    return null;
  const kinds = needKinds(clause.text).filter(
    (kind) => RULES.has(kind) && (!/^(?:total|count|average)$/.test(kind) || (PER_PARENT.test(clause.text) && SUMMED.test(clause.text))),
  );
  return met(clause, kinds);
}

const ON_PAGE =
  /\b(?:pages?|when (?:i|we|you) (?:open|click|look at)|open(?:ing)? (?:it|an?|the|one)|detail\w*|under(?:neath)?|below|inside|in place|right there|together with)\b/i;

/** "I want to see all repairs of a bike when I open it": what belongs to a row stands on its page. */
export function onPage({ text, within, mentions, act }: Clause): ClauseReading | null {
  if (!ON_PAGE.test(text) || act === "remove" || act === "hide") return null;
  const tables = [...mentions.flatMap(({ table }) => table ?? []), ...(within ? [within] : [])];
  const pair = tables.flatMap((child) =>
    tables
      .filter((parent) => parent !== child && child.columns.some(({ ref }) => ref === parent.name))
      .map((parent) => ({ child, parent })),
  )[0];
  if (!pair || mentions.some(({ view, table }) => view && !table)) return null;
  const [{ many }, { one }] = [namesOf(pair.child), namesOf(pair.parent)];
  return refused(`The page of each ${one} shows its ${many} already, with a button that adds one there: press a ${one} in its list.`);
}

/** Whatever is left. */
export function anyNeed(clause: Clause): ClauseReading | null {
  if (clause.act === "remove" || clause.act === "rename") return null;
  return met(clause, needKinds(clause.text));
}

function met(clause: Clause, kinds: readonly NeedKind[]): ClauseReading | null {
  const { text, draft, mentions } = clause;
  const tables = [...new Set([tableMeant(clause), ...mentions.flatMap(({ table }) => table ?? [])])];
  const found = kinds
    .flatMap((kind) => tables.map(({ name }) => ({ kind, clause: text, table: name })))
    .find((wish) => meetOne(structuredClone(draft.model), wish) !== null);
  return found ? done({ do: "meet", ...found }) : null;
}
