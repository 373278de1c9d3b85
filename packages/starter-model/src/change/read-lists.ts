/** Wishes about lists: in what order, which rows, parted into several, grouped. */
import type { Column, RowSort, Table } from "@edgewright/contracts";
import { isMoney, isNumber } from "../app-model.ts";
import { conditionView } from "../describe/view-reading.ts";
import { DOWN, SCREEN_WORD, UP } from "../knowledge/change-words.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { type Clause, fieldsNamed, tableMeant, tableNamed } from "./clause.ts";
import { opposite, rowsMeant } from "./conditions.ts";
import { type ClauseReading, done, type Operation, refused } from "./operation.ts";

const FIRST = /\b(?:first|on top|at the top|to the top|up top)\b/i;
const MONEY_ORDER = /\b(?:expensive|cheap\w*|dear\w*)\b/i;
const TIME_ORDER = /\b(?:newest|latest|most recent|recent|oldest|earliest|soonest|nearest|next)\b/i;
const SIZE_ORDER = /\b(?:biggest|largest|highest|greatest|smallest|lowest|longest|shortest|most|least)\b/i;

export function sort(clause: Clause): ClauseReading | null {
  const { act, text, mentions } = clause;
  const isSorted = act === "sort" || /\b(?:sorted|ordered|in (?:alphabetical )?order|alphabetically|by (?:name )?alphabet)\b/i.test(text);
  const isTop = (DOWN.test(text) || UP.test(text)) && FIRST.test(text);
  if (!isSorted && !isTop) return null;
  const fields = fieldsNamed(clause).filter(({ mention }) => !mention.table || mention.fields.length > 0);
  const table = tableNamed(clause) ?? fields[0]?.table ?? tableMeant(clause);
  const own = fields.filter((field) => field.table === table && !(field.mention.table === table));
  const direction = DOWN.test(text) && !/\b(?:asc|a ?- ?z)\b/i.test(text) ? "desc" : "asc";
  const by =
    own.length > 0
      ? own.map(({ column, mention }): RowSort => ({ column: column.name, direction: directionAt(text, mention.text) ?? direction }))
      : usual(table, text, direction);
  if (by.length === 0)
    return mentions.length === 0 && !isSorted
      ? null
      : refused(`I did not find the field by which ${namesOf(table).many} should be sorted. They have ${namesList(table)}.`);
  return done({ do: "sort", table: table.name, sort: by });
}

/** "priority (highest first), then due date" */
function directionAt(text: string, name: string): RowSort["direction"] | null {
  const after =
    text
      .slice(text.indexOf(name) + name.length)
      .split(/,(?! *(?:newest|oldest|highest|lowest|biggest|cheapest|latest))|\bthen\b|\band\b/i)[0] ?? "";
  return DOWN.test(after) ? "desc" : UP.test(after) ? "asc" : null;
}

function usual(table: Table, text: string, direction: RowSort["direction"]): RowSort[] {
  const find = (test: (column: Column) => boolean) => table.columns.find(test)?.name;
  const number = find(isMoney) ?? find(isNumber);
  const day = find(({ type }) => type === "date" || type === "datetime");
  const column =
    MONEY_ORDER.test(text) || SIZE_ORDER.test(text)
      ? number
      : TIME_ORDER.test(text)
        ? (day ?? "createdAt")
        : /\b(?:alphabet\w*|a ?(?:-|to) ?z|z ?(?:-|to) ?a)\b/i.test(text)
          ? table.columns[0]?.name
          : undefined;
  return column ? [{ column, direction }] : [];
}

const namesList = (table: Table): string => table.columns.map(({ label }) => inSentence(label)).join(", ");

const PAGE = /\b(?:pages?|views?|screens?|tabs?|lists? (?:of|with|for)|section|their own|separate(?:ly)?|extra list|own list)\b/i;
const START_PAGE = /\s+(?:on|to|at) (?:the )?(?:start|home|first|main|landing) (?:page|screen)\b/i;
const ALL_AGAIN =
  /\b(?:show (?:me )?(?:all|everything)|(?:remove|no|drop|without|clear) (?:the )?(?:default )?filters?|all (?:of them )?again)\b/i;
const NOT_SHOWN =
  /\b(?:should(?:n'?t| not| no longer)(?: be)?|(?:do|does)(?:n'?t| not)|must not|needn'?t|not) (?:be )?(?:shown|show|displayed|visible|listed|appear|show up)\b/i;
const ONLY = /\b(?:only|just|nothing but|limited to|solely)\b/i;

/** What lists show unless told otherwise, and lists of their own for some of the rows. */
export function filter(clause: Clause): ClauseReading | null {
  const { act, text, body } = clause;
  const table = tableMeant(clause);
  if (ALL_AGAIN.test(text)) return done({ do: "filter", table: table.name, where: [], title: "all" });
  const isHidden = act === "hide" || NOT_SHOWN.test(text);
  const isOnly = act === "only" || ONLY.test(text);
  const isPage = PAGE.test(text) || SCREEN_WORD.test(text);
  if (!isHidden && !isOnly && !isPage && act !== "show") return null;
  const rows = rowsMeant(table, body.replace(START_PAGE, "").replace(isHidden ? NOT_SHOWN : "", ""));
  if (!rows) return isHidden ? hiddenField(clause) : null;
  const asPage = isPage && !/\b(?:by default|in the list|on the (?:first|main|start|home) (?:page|screen)|of the list)\b/i.test(text);
  if (asPage && !isHidden) return done({ do: "add-screen", wish: conditionView(table, rows) });
  if (!isHidden && !isOnly) return done({ do: "add-screen", wish: conditionView(table, rows) });
  return done({ do: "filter", table: table.name, where: isHidden ? opposite(rows.where) : rows.where, title: inSentence(rows.title) });
}

/** A field is left out of its table's lists; in forms it stays. */
export function hiddenField(clause: Clause): ClauseReading | null {
  const fields = fieldsNamed(clause);
  if (fields.length === 0) return null;
  return done(
    ...fields.map(({ table, column }): Operation => ({ do: "hide-field", at: { table: table.name, column: column.name }, on: true })),
  );
}

/** "show the notes again" */
export function shownField(clause: Clause): ClauseReading | null {
  if (!/\bagain\b|\bun-?hide\b|\bback (?:in|on) the list\b/i.test(clause.text)) return null;
  const hidden = fieldsNamed(clause).filter(({ table, column }) =>
    clause.draft.model.views.some((view) => view.kind === "list" && view.table === table.name && view.hidden?.includes(column.name)),
  );
  if (hidden.length === 0) return null;
  return done(
    ...hidden.map(({ table, column }): Operation => ({ do: "hide-field", at: { table: table.name, column: column.name }, on: false })),
  );
}

/** "split the page in two: paid and unpaid", "two lists: what is done and what is open". */
export function split(clause: Clause): ClauseReading | null {
  const { act, text, body } = clause;
  const isTwo =
    /(?<!\b(?:has|have|with) )\b(?:two|three|2|3|separate|several) (?:\w+ )?(?:lists|pages|screens|views|tabs|boards|parts)\b/i.test(
      text,
    ) ||
    (act === "split" && /\b(?:in|into)\b/i.test(text));
  if (!isTwo) return null;
  const parts =
    /[:,]\s*(.+)$/
      .exec(body)?.[1]
      ?.split(/\s*(?:,|\band\b|\/|\bvs\.?)\s*/i)
      .filter(Boolean) ?? [];
  const byField = fieldsNamed(clause).find(({ column }) => column.type === "boolean" || (column.options && column.options.length <= 4));
  const table = byField && parts.length === 0 ? byField.table : tableMeant(clause);
  const rest = /\b(?:rest|others?|everything else|remaining)\b/i;
  const read = parts.flatMap((part) => (rest.test(part) ? [] : (rowsMeant(table, part) ?? [])));
  const first = read[0];
  if (first && parts.some((part) => rest.test(part))) read.push({ where: opposite(first.where), title: `Not ${inSentence(first.title)}` });
  if (read.length >= 2 || (first && parts.length >= 2))
    return done(...read.map((rows): Operation => ({ do: "add-screen", wish: conditionView(table, rows) })));
  if (!byField)
    return refused(
      "I can part a list by the values of a field, each part on a screen of its own: “split the list in two: paid and unpaid”.",
    );
  const { column } = byField;
  const values = column.type === "boolean" ? [true, false] : (column.options ?? []);
  return done(
    ...values.map((value): Operation => {
      const title = typeof value === "string" ? value : value ? column.label : `Not ${inSentence(column.label)}`;
      return { do: "add-screen", wish: conditionView(table, { where: [{ column: column.name, op: "eq", value }], title }) };
    }),
  );
}

/** "group the rentals by customer", "no groups any more". */
export function group(clause: Clause): ClauseReading | null {
  const { act, text } = clause;
  const isUngrouped = /\bun-?group|\b(?:no|without|remove|drop)\b.*\bgroup(?:s|ing)?\b/i.test(text);
  if (!isUngrouped && act !== "group" && !/\bgrouped by\b/i.test(text)) return null;
  const named = tableNamed(clause);
  if (isUngrouped) return done({ do: "group", table: (named ?? tableMeant(clause)).name, by: null });
  const fields = fieldsNamed(clause);
  const field = fields.find(({ table }) => table === named) ?? fields[0];
  if (field) return done({ do: "group", table: field.table.name, by: field.column.name });
  const table = named ?? tableMeant(clause);
  // "by customer": a table of that name is pointed at by a field.
  const target = clause.mentions.flatMap((mention) => (mention.table && mention.table !== table ? [mention.table] : []))[0];
  const pointing = target && table.columns.find(({ ref }) => ref === target.name);
  if (pointing) return done({ do: "group", table: table.name, by: pointing.name });
  return refused(`I did not find the field by which ${namesOf(table).many} should be grouped. They have ${namesList(table)}.`);
}
