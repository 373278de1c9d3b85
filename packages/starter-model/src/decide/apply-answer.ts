/** What was answered to the question about a new app, done to what was read of its description: yes or no first, then further wishes. */
import type { AppModel } from "../app-model.ts";
import { apply } from "../change/apply.ts";
import { clausesOf } from "../change/clauses.ts";
import { type Draft, draftOf } from "../change/draft.ts";
import { readChange } from "../change/index.ts";
import { columnOf, typeIn } from "../change/new-fields.ts";
import { doubtfulTables } from "../read/doubt.ts";
import { type ReadType, typeOf } from "../read/field-type.ts";
import type { Understood } from "../read/understand.ts";
import { namesOf } from "../words/table-names.ts";
import { listed } from "./beyond.ts";

const NO = /^(?:no|nope|nah|not really|rather not)(?:[\s,.;:!–-]+(?!one\b)|$)/i;
const YES = /^(?:yes|yeah|yep|sure|ok|okay|right|correct|exactly)(?:[\s,.;:!–-]+|$)/i;

export function applyAnswer(answer: string, understood: Understood): { model: AppModel; told: string[] } {
  const isNo = NO.test(answer);
  let wishes = clausesOf(answer.replace(isNo ? NO : YES, ""));
  const draft = draftOf(understood.built.model);
  for (const read of isNo ? doubtfulTables(understood.reading) : []) {
    const table = understood.built.tables.get(read)?.name;
    const about = wishes.filter((wish) => isAbout(wish, read.one));
    if (table !== undefined && fieldInstead(draft, table, about.join(", "))) wishes = wishes.filter((wish) => !about.includes(wish));
  }
  const change = readChange(draft.model, wishes.join("\n"));
  const left = change.left.map((clause) => `“${clause.slice(0, 120)}”`);
  return {
    model: change.draft.model,
    told: [
      ...draft.told,
      ...change.draft.told,
      ...change.refused,
      left.length > 0 ? `I did not understand ${listed(left)}, and left that out.` : "",
    ].filter(Boolean),
  };
}

/** "the reports are just a field", "they are files": what the field is, and no further wish. */
const isAbout = (wish: string, one: string): boolean =>
  /^(?:they|it|these|those|that|this|just|only)\b/i.test(wish) ||
  (wish.toLowerCase().includes(one.split(" ").at(-1) ?? one) && /\b(?:fields?|columns?|files?|photos?|text|are|is|belongs?)\b/i.test(wish));

/** What would have been a table is a field of what it belongs to. Whether there is one. */
function fieldInstead(draft: Draft, name: string, said: string): boolean {
  const { tables } = draft.model.schema;
  const table = tables.find((one) => one.name === name);
  const parent = table?.columns.map(({ ref }) => tables.find((one) => one !== table && one.name === ref)).find((one) => one !== undefined);
  const owner =
    parent ?? tables.find((one) => one !== table && one.columns.some(({ ref }) => ref === name)) ?? tables.find((one) => one !== table);
  if (!table || !owner) return false;
  const { label } = table;
  if (apply(draft, { do: "remove-table", table: name }) !== null) return false;
  draft.told = [];
  const type = typeSaid(said, label);
  const column = columnOf({ label: parent ? label : namesOf(table).one, type, said: true }, owner);
  return apply(draft, { do: "add-fields", table: owner.name, columns: [column] }) === null;
}

const typeSaid = (said: string, label: string): ReadType => (/\bfiles?\b/i.test(said) ? "files" : (typeIn(said) ?? typeOf(label)));
