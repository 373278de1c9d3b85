/** Follow-ups about the options of a field: new ones, at their place, and ones that go. */
import { listed } from "../decide/beyond.ts";
import { itemsOf } from "../describe/text.ts";
import { type Draft, type Found, findField, findTableIn } from "./draft.ts";
import { named } from "./fields.ts";

const ADD_OPTION =
  /^(?:please\s+)?(?:also\s+)?(?:add|include|allow)\s+(?:an?\s+|another\s+|the\s+|new\s+)*(?:options?|values?|choices?)?\s*(.+?)\s+(?:as\s+(?:an?\s+|another\s+|new\s+)?(?:options?|values?|choices?|\w+)\s+)?(?:to|in|for|under)\s+(?:the\s+)?(.+)$/i;
const ADD_STATE =
  /^(?:please\s+)?(?:also\s+)?add\s+(?:an?\s+|another\s+|the\s+|new\s+)*(.+?)\s+(?:as\s+an?\s+)?(\w+)(?:\s+(?:to|for|in)\s+(?:the\s+)?([\w-]+(?: [\w-]+)?))?$/i;
/** "a stage hired after offer", "a status called on hold" */
const ADD_NAMED =
  /^(?:please\s+)?(?:also\s+)?add\s+(?:an?\s+|another\s+|the\s+|new\s+)*(\w+)\s+(?:(?:called|named)\s+(.+?)|["']?([\w -]+?)["']?(?=\s+(?:after|before)\s))(?:\s+(after|before)\s+(?:the\s+)?["']?([\w -]+?)["']?)?$/i;
const REMOVE_OPTION =
  /^(?:please\s+)?(?:remove|delete|drop)\s+(?:the\s+)?(?:options?|values?|choices?)?\s*(.+?)\s*(?:options?|values?)?\s+(?:from|in|of)\s+(?:the\s+)?(.+)$/i;

const unquoted = (text: string) =>
  text
    .replace(/["']/g, "")
    .replace(/\s+(?:options?|values?|choices?)$/i, "")
    .replace(/^(?:the|an?|option|value)\s+/i, "")
    .trim();

export function changeOptions(draft: Draft, clause: string): boolean {
  const removing = REMOVE_OPTION.exec(clause);
  const select = removing && findField(draft, removing[2]!);
  if (removing && select?.column.options) return dropOptions(draft, select, itemsOf(removing[1]!).map(unquoted));
  const another = ADD_NAMED.exec(clause);
  const kind = another && findField(draft, another[1]!);
  if (another && kind?.column.options) {
    const [, , called, plain, side, neighbour] = another;
    return giveOptions(draft, kind, itemsOf(called ?? plain!).map(unquoted), side ? { side, neighbour: neighbour! } : undefined);
  }
  const adding = ADD_OPTION.exec(clause);
  const target = adding && findField(draft, adding[2]!);
  if (adding && target?.column.options) return giveOptions(draft, target, itemsOf(adding[1]!).map(unquoted));
  const state = ADD_STATE.exec(clause);
  const table = state?.[3] ? findTableIn(draft, state[3]) : undefined;
  const column = state && (table || !state[3]) ? findField(draft, state[2]!, table) : undefined;
  if (state && column?.column.options && !/\b(?:field|column|board|view|chart|list|calendar|filter)\b/i.test(clause))
    return giveOptions(draft, column, itemsOf(state[1]!).map(unquoted));
  return false;
}

/** Where in the list new options go; at its end without a place, or with one that is not there. */
type OptionPlace = { side: string; neighbour: string };

function placeOf(options: readonly string[], place: OptionPlace | undefined): number {
  const at = options.findIndex((option) => option.toLowerCase() === place?.neighbour.toLowerCase());
  return at < 0 ? options.length : /before/i.test(place?.side ?? "") ? at : at + 1;
}

function giveOptions(draft: Draft, { column }: Found, options: string[], place?: OptionPlace): boolean {
  const known = column.options ?? [];
  const lower = known.every((option) => option === option.toLowerCase());
  const added = options
    .map((option) => (lower ? option.toLowerCase() : option))
    .filter((option) => option !== "" && !known.includes(option));
  if (added.length === 0) draft.refused.push(`${named(column)} already has that option.`);
  else {
    column.options = known.toSpliced(placeOf(known, place), 0, ...added);
    draft.told.push(
      `${named(column)} can now also be ${listed(
        added.map((option) => `“${option}”`),
        "or",
      )}.`,
    );
  }
  return true;
}

function dropOptions(draft: Draft, { column }: Found, options: string[]): boolean {
  const known = column.options ?? [];
  const gone = known.filter((option) => options.some((word) => word.toLowerCase() === option.toLowerCase()));
  if (gone.length === 0) return false;
  if (gone.length === known.length) draft.refused.push(`${named(column)} needs at least one option.`);
  else {
    column.options = known.filter((option) => !gone.includes(option));
    if (gone.includes(String(column.default))) column.default = column.options[0];
    draft.told.push(
      `${named(column)} no longer offers ${listed(
        gone.map((option) => `“${option}”`),
        "or",
      )}; rows that have it keep it until they are changed.`,
    );
  }
  return true;
}
