/** A clause that says how things belong together: "each contact belongs to a company", "a project has many issues". */
import type { Table } from "@edgewright/contracts";
import { singular } from "../words/inflect.ts";
import { field, looksLikeTable } from "./entities.ts";
import { isKnownThing, pointsAt, rankOf } from "./nouns.ts";
import type { Sketch } from "./sketch.ts";
import { itemsOf } from "./text.ts";

const SUBJECT = "(?:each|every|an?|the|all|any|one)?\\s*([\\w-]+(?:\\s[\\w-]+)?)";
const BELONGS = new RegExp(
  `^${SUBJECT}\\s+(?:(?:always |can |may |must |should |also )?(?:belongs?|refers?|links?|points?|relates?)\\s+to|(?:is|are|can be|may be|gets?|must be)\\s+(?:linked|assigned|attached|connected|related|tied|given|allocated|booked)\\s+(?:to|for|by)|(?:is|are)\\s+(?:for|of|part of|made by|owned by|done by|from|by|about|in|at))\\s+(.+)$`,
  "i",
);
const HAS = new RegExp(
  `^${SUBJECT}\\s+(?:can\\s+|may\\s+|should\\s+|must\\s+|will\\s+|also\\s+)*(?:has|have|needs?|contains?|includes?|gets?|stores?|records?|owns?|consists? of)\\s*:?\\s+(.+)$`,
  "i",
);
const PAGE =
  /^(?:an?|the|each|every)?\s*([\w-]+(?:\s[\w-]+)?)['’]s?\s+(?:own\s+)?(?:detail\s+)?page\s+(?:should\s+|also\s+)?(?:shows?|lists?|displays?|has|contains?|with)\s+(?:all\s+)?(?:of\s+)?(.+)$/i;
const SEEN =
  /^(?:when|if)?\s*(?:i\s+)?(?:open|opening|see|show)s?\s+(?:an?|the)\s+([\w-]+)\s*(?:shows?|to see|,?\s*(?:i\s+)?(?:want to\s+)?see)\s+(?:all\s+)?(?:its|their|the)\s+(.+)$/i;

/** Whether the clause was about that. */
export function readRelation(sketch: Sketch, clause: string, asides: readonly string[]): boolean {
  return between(sketch, clause, asides) || belongs(sketch, clause, asides) || page(sketch, clause) || has(sketch, clause, asides);
}

const LINKS =
  /^(?:an?|the|each|every)?\s*([\w-]+)\s+(?:links?|connects?|joins?|assigns?|relates?|matches)\s+(?:an?\s+|the\s+)?([\w-]+)\s+(?:to|with|and)\s+(?:an?\s+|the\s+)?([\w-]+)(?:\s+(?:with|and has)\s+(.+))?$/i;

/** "enrollments link a student to a course with a grade" */
function between(sketch: Sketch, clause: string, asides: readonly string[]): boolean {
  const found = LINKS.exec(clause);
  const [one, other] = found ? [sketch.find(found[2]!), sketch.find(found[3]!)] : [];
  if (!found || !one || !other) return false;
  const from = sketch.find(found[1]!) ?? sketch.table(found[1]!);
  sketch.link(from, one, true);
  sketch.link(from, other, true);
  for (const item of itemsOf(found[4] ?? "")) field(from, item, asides);
  return true;
}

/** Where what something belongs to ends and its fields begin: "… a vehicle and has date and cost", "… a book, with borrower". */
const AND_HAS = /,?\s+(?:(?:and|which|that|plus)\s+)?(?:also\s+)?(?:has|have|needs|includes|contains|with)\s+(?!exactly\b)/i;

function belongs(sketch: Sketch, clause: string, asides: readonly string[]): boolean {
  const found = BELONGS.exec(clause);
  if (!found) return false;
  const from = sketch.find(found[1]!) ?? (looksLikeThing(found[1]!) ? sketch.table(found[1]!) : null);
  if (!from) return false;
  const [owners, ...fields] = found[2]!.split(AND_HAS);
  const targets = itemsOf(owners!).map((phrase) =>
    phrase
      .replace(/^(?:exactly\s+|only\s+)?(?:an?|one|the|its|their|some|single)\s+/i, "")
      .replace(/\s+(?:that|which|who|by|with|via)\s.*$/i, ""),
  );
  for (const phrase of targets) {
    const to = sketch.find(phrase) ?? (looksLikeThing(phrase) ? sketch.table(phrase) : null);
    if (to) sketch.link(from, to, true);
  }
  for (const list of fields) for (const item of itemsOf(list)) owned(sketch, from, item, asides);
  return true;
}

function page(sketch: Sketch, clause: string): boolean {
  const found = PAGE.exec(clause) ?? SEEN.exec(clause);
  const of = found && sketch.find(found[1]!);
  if (!found || !of) return false;
  for (const phrase of itemsOf(found[2]!)) {
    const table = sketch.find(phrase);
    if (table && !sketch.links.some((link) => link.from === of && link.to === table)) sketch.link(table, of, false);
  }
  return true;
}

/** "each repair has a cost, a date and belongs to a vehicle" names fields and a table. */
function has(sketch: Sketch, clause: string, asides: readonly string[]): boolean {
  const found = HAS.exec(clause);
  if (!found) return false;
  const subject = found[1]!;
  const table =
    sketch.find(subject) ?? (/^(?:each|every|an?|all)\b/i.test(clause) && looksLikeThing(subject) ? sketch.table(subject) : null);
  if (!table) return false;
  const [list, ...others] = found[2]!.split(/,?\s+(?:and|which|that)\s+(?=(?:belongs?|is linked|is assigned|refers|links)\b)/i);
  for (const item of itemsOf(list!)) owned(sketch, table, item, asides);
  for (const other of others) readRelation(sketch, `${subject} ${other}`, asides);
  return true;
}

const MANY = /^(?:many|several|multiple|any number of|one or more|a list of|some|zero or more|its|their|own)\s+/i;

function owned(sketch: Sketch, table: Table, item: string, asides: readonly string[]): void {
  const phrase = item.replace(MANY, "");
  const other = sketch.find(phrase);
  if (other && other !== table) {
    const plural = singular(phrase) !== phrase;
    if (plural) sketch.link(other, table, false);
    else sketch.link(table, other, true);
  } else if ((MANY.test(item) && looksLikeTable(phrase)) || (looksLikeTable(phrase) && rankOf(singular(phrase)) === 2))
    sketch.link(sketch.table(phrase), table, false);
  else field(table, item, asides);
}

const looksLikeThing = (phrase: string): boolean => {
  const one = singular(phrase.toLowerCase().trim());
  return (
    /^[a-z][a-z -]*$/.test(one) &&
    one.split(" ").length <= 3 &&
    !/^(?:it|they|them|this|that|everyone|anyone|someone|i|we|you|user|visitor|page|list|view|app|screen|form|link|people|only members|members only)$/.test(
      one,
    ) &&
    (isKnownThing(one) || one.length > 3)
  );
};

/** Where nothing was said, what happens to things points at them, and of two tables one at the other. */
export function inferLinks(sketch: Sketch, fresh: readonly Table[] = sketch.tables): void {
  const { tables } = sketch;
  // Of what is said to belong somewhere no more is guessed.
  const said = new Set(sketch.links.map(({ from }) => from));
  const linked = (a: Table, b: Table) => sketch.links.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  for (const [index, a] of tables.entries()) {
    for (const b of tables.slice(index + 1)) {
      if (linked(a, b) || !(fresh.includes(a) || fresh.includes(b))) continue;
      const [one, other] = [singular(a.label), singular(b.label)];
      if (pointsAt(one, other) && !said.has(a)) sketch.link(a, b, false);
      else if (said.has(b)) continue;
      else if (pointsAt(other, one) || (tables.length === 2 && rankOf(one) === rankOf(other))) sketch.link(b, a, false);
    }
  }
}
