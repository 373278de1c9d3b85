/** Reads a follow-up, clause by clause, and does to a draft of the app's model what it asks. */
import type { AppModel } from "../app-model.ts";
import { apply, focusAfter } from "./apply.ts";
import { clauseOf, type Focus, fieldsNamed, tableMeant } from "./clause.ts";
import { clausesOf } from "./clauses.ts";
import { type Draft, draftOf } from "./draft.ts";
import { readClause } from "./read.ts";

/** `refused`: understood and not done, and why. `left`: not understood, in the person's own words. */
export type Change = { draft: Draft; refused: string[]; left: string[] };

const NOTHING: Focus = { table: null, field: null, view: null };

/** `earlier` are the person's messages before, the newest last: they say what "it" means. */
export function readChange(model: AppModel, request: string, earlier: readonly string[] = []): Change {
  const change: Change = { draft: draftOf(model), refused: [], left: [] };
  let focus = focusOf(change.draft, earlier);
  for (const said of clausesOf(request)) focus = takeClause(change, focus, said);
  return change;
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
