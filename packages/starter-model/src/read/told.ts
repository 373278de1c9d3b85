/** What the person is told of a reading: what stands for what they asked, what was not built, and what was left out. */
import { listed } from "../decide/beyond.ts";
import type { NeedKind } from "../knowledge/need-words.ts";
import { whereRolesAreGiven } from "../needs/who.ts";
import { inSentence } from "../words/inflect.ts";
import { contentWords, type LeftClause } from "./account.ts";
import { isBackground } from "./background.ts";
import type { BuiltReading } from "./model.ts";
import { mayAsk } from "./needs.ts";
import type { Understood } from "./understand.ts";

/** What each need is called where it is not built. */
const CALLED: Record<NeedKind, string> = {
  board: "a board",
  calendar: "a calendar",
  chart: "a chart",
  map: "a map",
  "table-filter": "a filter",
  search: "a search",
  sort: "a sort order",
  group: "rows grouped",
  total: "totals",
  average: "averages",
  count: "counts",
  highlight: "rows highlighted in colour",
  "special-list": "a list of its own for what is overdue, due, missing or open",
  availability: "availability, and a guard against double bookings",
  "detail-children": "related rows on a detail page",
  "public-form": "a second public form",
  "public-page": "a public page without login",
  "role-rule": "roles: who may see or change what",
  "own-rows": "people who see only their own rows",
  notify: "notifications by e-mail or message",
  reminder: "reminders by e-mail",
  approval: "an approval step",
  history: "a history of changes in the app itself",
  computed: "calculated fields",
  unique: "a rule that something is unique",
  required: "required fields",
  import: "an import",
  export: "an export",
  print: "printing and PDF",
  barcode: "scanning of barcodes",
  "multi-language": "several languages",
  integration: "integrations with other services",
  vote: "votes",
  steps: "a form in steps",
  other: "what I have no part for",
};

const SAID: Partial<Record<NeedKind, string>> = {
  total: "What adds up stands above its list or in a chart.",
  average: "Averages stand above their list or in a chart.",
  highlight: "Rows that need a look are marked in their list.",
  required: "What is required must be filled in.",
  print: "The list has a button that prints it.",
  group: "Rows of a kind stand together in their list.",
  search: "Each list can be searched.",
  "table-filter": "Each list has filters.",
  sort: "Each list is sorted by a press on a column.",
  export: "The list has a button that downloads it as CSV, which Excel opens.",
  "detail-children": "A page of its own shows what belongs to a row.",
  approval: "An approval is set in its field.",
  computed: "What follows from other fields is worked out.",
  unique: "What must be unique is refused twice.",
  import: "What you pasted is in it.",
  history: "The Data tab shows the history of each row: who changed what, and when.",
  vote: "Each person has one vote, which a press on another option moves; all see the counts at once.",
};

export function toldOf({ reading, built, left }: Understood): string[] {
  const { needs } = built;
  const said = [...new Set(needs.filter(({ built }) => built).flatMap(({ kind, said }) => said ?? SAID[kind] ?? []))];
  const { roles = [] } = built.model.manifest;
  if (roles.length > 0) said.push(whereRolesAreGiven(roles));
  if (reading.rows > 0) said.push(pastedSaid(built));
  return [said.join(" "), notBuilt(needs.filter(({ built: done }) => !done)), leftOver(left)].filter(Boolean);
}

const MISFITS_MAX = 5;

/** What was pasted is in the app, but for the cells that do not fit their field. */
function pastedSaid({ model, misfits }: BuiltReading): string {
  const count = Object.values(model.pasted ?? {}).reduce((sum, rows) => sum + rows.length, 0);
  if (count === 0) return "What was pasted below the titles is not in the app: I could not tell whose rows they are.";
  const left = misfits.slice(0, MISFITS_MAX).map(({ field, cell }) => `“${cell.slice(0, 60)}” as ${inSentence(field)}`);
  const more = misfits.length > MISFITS_MAX ? [`${misfits.length - MISFITS_MAX} more`] : [];
  return `The ${count === 1 ? "pasted row is its first row" : `${count} pasted rows are its first rows`}.${left.length > 0 ? ` What does not fit its field was left empty: ${listed([...left, ...more])}.` : ""}`;
}

/** What was asked for and is not built, each by its kind and in the person's words. */
export function notBuilt(missing: readonly { kind: NeedKind; clause: string }[]): string {
  const kinds = [...new Set(missing.map(({ kind }) => kind))];
  const list = kinds.map(
    (kind) =>
      `- ${CALLED[kind]}: ${listed([...new Set(missing.filter((need) => need.kind === kind).map(({ clause }) => `“${clause.slice(0, 140)}”`))].slice(0, 3))}`,
  );
  return list.length > 0 ? `Not built yet:\n${list.join("\n")}` : "";
}

/**
 * A clause of which nothing is seen in the app is told as such, one that asks or is mostly lost is told as built in part, and of all others the words that became nothing:
 * nothing that was built is said to be left out. What only tells the background holds nothing to build, and is not told.
 */
function leftOver(left: readonly LeftClause[]): string {
  const told = left.filter(({ clause }) => !isBackground(clause));
  const whole = told.filter(({ clause, isWhole }) => isWhole && contentWords(clause).length > 1);
  const isMostly = ({ clause, phrases }: LeftClause) => contentWords(phrases.join(" ")).length * 2 > contentWords(clause).length;
  const partly = told.filter((one) => !whole.includes(one) && (mayAsk(one.clause) || isMostly(one)));
  const phrases = told.filter((one) => !whole.includes(one) && !partly.includes(one)).flatMap(({ phrases }) => phrases);
  const out = [...whole.map(({ clause }) => clause), ...phrases];
  return [
    out.length > 0 ? `I left out ${quoted(out)}.` : "",
    partly.length > 0 ? `Not all of this is built: ${quoted(partly.map(({ clause }) => clause))}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const quoted = (texts: readonly string[]): string => listed([...new Set(texts)].map((text) => `“${text.slice(0, 140)}”`));
