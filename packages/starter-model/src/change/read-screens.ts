/** Wishes about screens: new ones, other kinds, their place in the navigation, and ones that go. */
import type { Table } from "@edgewright/contracts";
import { isNumber, type View } from "../app-model.ts";
import { readView } from "../describe/view-reading.ts";
import { DOWN, KIND_WORDS, SCREEN_WORD, UP } from "../knowledge/change-words.ts";
import { upperFirst } from "../words/inflect.ts";
import { type Clause, fieldsNamed, focusField, saysIt, tableMeant, tableNamed, viewInFocus } from "./clause.ts";
import { rowsMeant } from "./conditions.ts";
import { type ClauseReading, done, refused } from "./operation.ts";

const kindIn = (text: string): View["kind"] | null => KIND_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** The screen that a clause names: by its title, by its kind, or "it". */
function viewMeant(clause: Clause, text = clause.body): View | undefined {
  const titled = clause.mentions.find(({ view }) => view)?.view;
  const { views } = clause.draft.model;
  const kind = kindIn(text);
  const table = tableNamed(clause);
  const ofKind = views.filter((view) => view.kind === kind && (!table || (view.kind !== "foreign" && view.table === table.name)));
  if (kind && kind !== "list" && titled?.kind !== kind) return ofKind.at(-1);
  return titled ?? ofKind.find((view) => view.kind === "list") ?? (saysIt(clause) ? viewInFocus(clause) : undefined);
}

export function removeScreen(clause: Clause): ClauseReading | null {
  if (clause.act !== "remove") return null;
  const kind = kindIn(clause.body);
  const isScreen = SCREEN_WORD.test(clause.body) || (kind !== null && kind !== "list");
  const titled = clause.mentions.find(({ view, table, fields }) => view && !table && fields.length === 0)?.view;
  if (!isScreen && !titled) return null;
  const view = titled ?? viewMeant(clause);
  if (view) return done({ do: "remove-screen", key: view.key });
  return kind
    ? refused(`There is no ${kind} to take away. The screens are ${clause.draft.model.views.map(({ title }) => `“${title}”`).join(", ")}.`)
    : null;
}

const HOME =
  /\b(?:first|(?:to|at|on) the (?:top|front)|home ?(?:page|screen)?|start(?:ing)? ?(?:page|screen)|landing page|default (?:page|screen|view)|main (?:page|screen)|when (?:it|the app) opens|opens? (?:with|on)|start (?:with|on))\b/i;

export function screenFirst(clause: Clause): ClauseReading | null {
  const { act, text, body } = clause;
  if (!HOME.test(text) || (act !== "move" && act !== "change" && act !== "show" && act !== null)) return null;
  if (DOWN.test(text) || UP.test(text) || (act === "show" && rowsMeant(tableMeant(clause), body.replace(HOME, "")))) return null;
  const isMenu = /\b(?:menu|navigation|nav|sidebar|page|screen|start|open|home)\b/i.test(text);
  const view = viewMeant(clause, body.replace(HOME, "")) ?? listMeant(clause);
  if (
    !view ||
    (!isMenu && act !== "move") ||
    (fieldsNamed(clause).length > 0 && !isMenu && !clause.mentions.some((mention) => mention.view))
  )
    return null;
  return done({ do: "screen-first", key: view.key });
}

function listMeant(clause: Clause): View | undefined {
  const table = tableNamed(clause);
  return table && clause.draft.model.views.find((view) => view.kind === "list" && view.table === table.name && view.where.length === 0);
}

const CONVERT = /\b(?:instead|rather than|as an?|into an?|to an?)\b/i;

/** A new screen, or one in the place of another: "show bikes as a board by status", "make that a calendar instead". */
export function addScreen(clause: Clause): ClauseReading | null {
  const { act, text, draft } = clause;
  const kind = kindIn(text) ?? (sumsBy(clause) ? "chart" : null);
  if (kind === null || kind === "list" || kind === "form" || act === "remove" || act === "rename") return null;
  if (/\b(?:from|off|out of) (?:the )?(?:board|calendar|chart)\b/i.test(text)) return null;
  const { tables } = draft.model.schema;
  const before = saysIt(clause) ? viewInFocus(clause) : undefined;
  const table =
    before && before.kind !== "foreign" && !tableNamed(clause)
      ? draft.model.schema.tables.find(({ name }) => name === before.table)
      : undefined;
  const main = table ?? (kind === "chart" ? counted(clause) : undefined) ?? tableMeant(clause);
  const spoken = focusField(clause);
  const by = kind === "board" && saysIt(clause) && fieldsNamed(clause).length === 0 && spoken?.column.options ? spoken : undefined;
  const wish = by
    ? { kind: "board" as const, table: by.table.name, by: by.column.name, title: "Board", icon: "board" as const }
    : readView(
        [main, ...tables.filter((other) => other !== main)],
        main,
        kindFirst(
          kind,
          text.replace(/\bhow many (.+?) (?:does )?(?:each|every|per) /i, "number of $1 by ").replace(/\s+(?:had|has|have|made|did)$/i, ""),
        ),
      );
  if (!wish || wish.kind !== kind) return refused(whyNot(kind, main.label));
  const called = /\b(?:called|named|titled)\s+["']?([^"',.]+?)["']?$/i.exec(text)?.[1];
  const isInstead = before !== undefined && before.kind !== "list" && CONVERT.test(text) && act === "change";
  return done({
    do: "add-screen",
    wish: called ? { ...wish, title: upperFirst(called) } : wish,
    ...(isInstead && before && { instead: before.key }),
  });
}

/** "cost per month" is drawn as bars, without the word for it. */
const sumsBy = (clause: Clause): boolean =>
  (clause.act === "show" || clause.act === "add") &&
  /\b(?:per|by|each|over)\s+(?:the\s+)?\w+/i.test(clause.body) &&
  fieldsNamed(clause).some(({ column, mention }) => isNumber(column) && mention.from < clause.body.search(/\b(?:per|by|each|over)\b/i));

/** "rentals of each bike": of two tables the one that points at the other is counted. */
function counted({ mentions, draft }: Clause): Table | undefined {
  const tables = mentions.flatMap(({ table }) => table ?? []);
  return tables.length < 2
    ? undefined
    : tables.find((table) =>
        table.columns.some(
          ({ ref }) => ref !== table.name && tables.some(({ name }) => name === ref && draft.model.schema.tables.length > 1),
        ),
      );
}

/** The words that the reading of screens knows for the kind. */
const kindFirst = (kind: string, text: string): string => (new RegExp(`\\b${kind}\\b`, "i").test(text) ? text : `${kind} of ${text}`);

const whyNot = (kind: string, label: string): string =>
  kind === "chart"
    ? `A chart needs something to count by: a list to choose from, a date or a field that points at another table. Say by which field of “${label}”, such as “a chart of ${label.toLowerCase()} by status”.`
    : `I could not make a ${kind} of “${label}”.`;
