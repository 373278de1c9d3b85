/** Reads a follow-up, clause by clause, into changes of an app's model. */
import type { AppModel } from "../app-model.ts";
import { clausesOf } from "../describe/text.ts";
import { isFindingClause } from "../describe/view-reading.ts";
import { type Draft, draftOf } from "./draft.ts";
import { addFields, changeField, removeField, renameField } from "./fields.ts";
import { changeColour, changeTitle } from "./look.ts";
import { changeOptions } from "./options.ts";
import { addView, filterList, removeView, reorder, retitleView, sortList } from "./screens.ts";
import { addTables, relate, removeTable, renameTable } from "./tables.ts";

type Reader = (draft: Draft, clause: string, asides: readonly string[]) => boolean;

/** From the most particular to the most general; the first that understands a clause takes it. */
const READERS: Reader[] = [
  changeTitle,
  changeColour,
  sortList,
  filterList,
  reorder,
  changeOptions,
  renameField,
  renameTable,
  retitleView,
  removeField,
  removeTable,
  removeView,
  changeField,
  relate,
  addView,
  addTables,
  addFields,
];

export type Change = { draft: Draft; left: string[] };

const VERB = /^(?:please\s+)?(?:add|remove|delete|rename|also|make|sort|show|change|hide|track|drop)\b/i;

export function readChange(model: AppModel, request: string): Change {
  const draft = draftOf(model);
  const left: string[] = [];
  const { clauses, asides } = clausesOf(request);
  let verb = "";
  for (const clause of clauses.flatMap(commands)) {
    verb = /^(?:please\s+)?(add|remove|delete|rename|drop)\b/i.exec(clause)?.[1] ?? verb;
    // "Add a board by status, and a calendar": the verb holds for what follows.
    const attempts = VERB.test(clause) || verb === "" ? [clause] : [clause, `${verb} ${clause}`];
    if (isFindingClause(clause) && !/\bby\b/i.test(clause)) draft.refused.push("Lists can already be searched, filtered and sorted.");
    else if (!attempts.some((attempt) => READERS.some((read) => read(draft, attempt, asides)))) left.push(clause);
  }
  return { draft, left };
}

const commands = (clause: string): string[] =>
  clause
    .split(
      /,?\s+(?:and|then|plus)\s+(?:then\s+|also\s+)?(?=(?:add|remove|delete|rename|drop|make|sort|change|call|set|hide|put|move|turn)\s)/i,
    )
    .map((part) => part.replace(/^(?:and|also|then|please)\s+(?=\w+ )/i, "").trim())
    .filter(Boolean);
