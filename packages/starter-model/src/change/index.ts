/** Reads a follow-up, clause by clause, and does to a draft of the app's model what it asks. */
import type { AppModel } from "../app-model.ts";
import { POLITE } from "../knowledge/change-words.ts";
import { followInAutomations } from "../notices/index.ts";
import { namesOf } from "../words/table-names.ts";
import { apply, focusAfter } from "./apply.ts";
import { clauseOf, type Focus, fieldsNamed, tableMeant } from "./clause.ts";
import { clausesOf } from "./clauses.ts";
import { type Draft, draftOf } from "./draft.ts";
import { readClause } from "./read.ts";
import { MAIN } from "./read-tables.ts";

/** `refused`: understood and not done, and why. `left`: not understood, in the person's own words. */
export type Change = { draft: Draft; refused: string[]; left: string[] };

const NOTHING: Focus = { table: null, field: null, view: null };

/** `earlier` are the person's messages before, the newest last: they say what "it" means. */
export function readChange(model: AppModel, request: string, earlier: readonly string[] = []): Change {
  const change: Change = { draft: draftOf(model), refused: [], left: [] };
  const before = focusOf(change.draft, earlier);
  let focus = before;
  const clauses = clausesOf(request);
  // What the app is about may be described in the sentences after it.
  const isMain = (said: string) => MAIN.test(said.replace(POLITE, ""));
  for (const said of [...clauses.filter((one) => !isMain(one)), ...clauses.filter(isMain)]) focus = takeClause(change, focus, said);
  if (CORRECTS.test(request)) takeBack(change, before);
  followInAutomations(change.draft);
  return change;
}

const CORRECTS =
  /^(?:no|nope|wrong|sorry|oops)\b[^\p{L}]|\b(?:i|we) (?:meant|mean)\b|\bshould (?:have been|be|go) (?:in|on|with) .* instead\b/iu;

/** "No, I meant the jobs should have the address": the field that came to another table by the last message goes from there. */
function takeBack({ draft, refused }: Change, { field }: Focus): void {
  const wrong = field && draft.model.schema.tables.find(({ name }) => name === field.table);
  const column = wrong?.columns.find(({ name }) => name === field?.column);
  const isElsewhere = draft.model.schema.tables.some(
    (table) =>
      table !== wrong &&
      draft.told.some((told) => told.includes(namesOf(table).many) || told.startsWith(table.label)) &&
      table.columns.some(({ label }) => label === column?.label),
  );
  if (!field || !column || !isElsewhere || draft.told.length === 0) return;
  const why = apply(draft, { do: "remove-field", at: field });
  if (why !== null) refused.push(why);
}

function takeClause(change: Change, focus: Focus, said: string): Focus {
  const { draft } = change;
  const clause = clauseOf(draft, focus, said);
  const reading = readClause(clause);
  if (reading.kind === "unread") change.left.push(said);
  if (reading.kind === "refused") change.refused.push(reading.why);
  if (reading.kind !== "done") return clause.mentions.length > 0 ? { ...focus, table: tableMeant(clause).name } : focus;
  return reading.operations.reduce((now, operation) => {
    const why = apply(draft, operation);
    if (why !== null) change.refused.push(why);
    return why === null ? focusAfter(draft, now, operation) : now;
  }, focus);
}

/** What the last message was about, as far as it is there now. The first one of all described the app, and was about everything. */
function focusOf(draft: Draft, earlier: readonly string[]): Focus {
  const last = earlier.slice(1).at(-1);
  return last === undefined ? NOTHING : clausesOf(last).reduce((focus, said) => spokenOf(draft, focus, said), NOTHING);
}

function spokenOf(draft: Draft, focus: Focus, said: string): Focus {
  const clause = clauseOf(draft, focus, said);
  const { views } = draft.model;
  const kind = /\bboards?\b/i.test(said)
    ? "board"
    : /\bcalendar\b/i.test(said)
      ? "calendar"
      : /\b(?:chart|graph)s?\b/i.test(said)
        ? "chart"
        : null;
  const view =
    views.findLast((candidate) => candidate.kind === kind)?.key ?? clause.mentions.find(({ view: named }) => named)?.view?.key ?? null;
  const fields = fieldsNamed(clause);
  const field = fields.length === 1 ? fields[0] : undefined;
  if (clause.mentions.length === 0) return view === null ? focus : { ...focus, view };
  const table = tableMeant(clause).name;
  return { table, field: field ? { table: field.table.name, column: field.column.name } : focus.field, view: view ?? focus.view };
}
