/** Reads a clause of a follow-up into operations: the readers from the most particular wish to the most general. */
import { notice } from "../notices/index.ts";
import type { Clause } from "./clause.ts";
import type { ClauseReading } from "./operation.ts";
import { access, link, publicForm } from "./read-access.ts";
import { addFields, defaultValue, fieldElsewhere, fieldRule, moveField, removeFields, replaceField, retype } from "./read-fields.ts";
import { byMonth, figure, listTool, mark, sinceToday } from "./read-figures.ts";
import { filter, group, shownField, sort, split } from "./read-lists.ts";
import { colour, icon, style } from "./read-look.ts";
import { nameApp, rename } from "./read-names.ts";
import { anyNeed, onPage, rule } from "./read-needs.ts";
import { addOptions, optionsOfLast, removeOptions, replaceOptions } from "./read-options.ts";
import { role } from "./read-roles.ts";
import { currency, overview, samples } from "./read-samples.ts";
import { addScreen, removeScreen, screenFirst } from "./read-screens.ts";
import { addTables, comments, fieldToTable, mainThing, ownTable, relate, removeTables } from "./read-tables.ts";
import { bounds, graded, oneOf, several } from "./read-values.ts";

type Reader = (clause: Clause) => ClauseReading | null;

const READERS: Reader[] = [
  notice,
  samples,
  role,
  mainThing,
  sinceToday,
  publicForm,
  access,
  link,
  icon,
  currency,
  shownField,
  nameApp,
  mark,
  colour,
  fieldToTable,
  ownTable,
  rename,
  replaceField,
  replaceOptions,
  bounds,
  oneOf,
  graded,
  several,
  fieldRule,
  defaultValue,
  split,
  onPage,
  fieldElsewhere,
  moveField,
  overview,
  screenFirst,
  byMonth,
  group,
  removeOptions,
  removeScreen,
  addScreen,
  sort,
  rule,
  figure,
  listTool,
  filter,
  addOptions,
  optionsOfLast,
  removeFields,
  removeTables,
  retype,
  comments,
  relate,
  addTables,
  addFields,
  style,
  anyNeed,
];

export function readClause(clause: Clause): ClauseReading {
  for (const read of READERS) {
    const reading = read(clause);
    if (reading) return reading;
  }
  return { kind: "unread" };
}
