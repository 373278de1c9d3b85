/** Wishes about tables: new ones with their fields, what belongs to what, a field into a table of its own, and ones that go. */
import type { Table } from "@edgewright/contracts";
import { giveName } from "../describe/completion.ts";
import { uniqueName } from "../describe/sketch.ts";
import { NO_BEHAVIOUR } from "../read/behaviour.ts";
import { readPrompt } from "../read/index.ts";
import { buildReading } from "../read/model.ts";
import { itemsOf } from "../read/text.ts";
import { isThing } from "../read/thing.ts";
import { asLabel, camelCase, plural, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { at, type Clause, fieldMeant, fieldsNamed, meansTable, tableByName, tableMeant } from "./clause.ts";
import type { Draft } from "./draft.ts";
import { columnsFrom, sameField } from "./new-fields.ts";
import { type ClauseReading, done, type Operation } from "./operation.ts";
import { EXCEPT } from "./read-fields.ts";

const BELONGS =
  /^(?:(?:each|every|an?|the|all)\s+)?(.+?)\s+(?:can\s+|should\s+|must\s+|also\s+|now\s+)*(?:belongs?|be linked|linked|connected|be connected|refers?|points?|is for|are for|is part|are part|is in|are in|is at|are at|be assigned|is assigned|assigned|comes?|come)\s+(?:to|of|with|in|at|from)?\s*(?:(?:an?|one|the|some|several|exactly one)\s+)*(.+?)$/i;

/** "tasks belong to projects". A table that is not there yet is made. */
export function relate(clause: Clause): ClauseReading | null {
  const link = /^(?:link|connect|relate|assign)\s+(?:each\s+|every\s+|the\s+)?(.+?)\s+(?:to|with)\s+(?:an?\s+|the\s+)?(.+)$/i.exec(
    clause.text,
  );
  const several = SEVERAL.exec(clause.text);
  if (several && tableEnding(clause.draft, several[1] ?? ""))
    return belonging(clause.draft, several[1] ?? "", [several[2] ?? ""], "", true);
  const per = PER.exec(clause.text);
  const whose = per && tableEnding(clause.draft, per[2] ?? "");
  if (whose) return belonging(clause.draft, per[1] ?? "", [whose.label], per[3] ?? "");
  const children = CHILDREN.exec(clause.text) ?? WITH_CHILDREN.exec(clause.text);
  if (children) return belonging(clause.draft, children[2] ?? "", [children[1] ?? ""], children[3] ?? "");
  const given = GIVEN.exec(clause.text);
  const found = link ?? BELONGS.exec(clause.text) ?? (given && tableEnding(clause.draft, given[2] ?? "") ? given : null);
  if (!found) return null;
  const spoken = /^(?:each|every one|it|they|these|those|all|all of them)$/i.test(found[1] ?? "") ? clause.focus.table : null;
  const child = spoken === null ? (found[1] ?? "") : tableByName(clause.draft, spoken).label;
  if (/^(?:each|every one|it|they|these|those|all)$/i.test(child)) return null;
  const [parents = "", having = ""] = (found[2] ?? "").split(/,?\s+(?:and\s+)?(?:has|have|with|having)\s+/i);
  return belonging(clause.draft, child, itemsOf(parents), having);
}

/** "arbiters can come to several tournaments": a list of them. */
const SEVERAL =
  /^(?:(?:each|every|an?|the|all)\s+)?([\w' -]{2,40}?)\s+(?:can|may|could|should|must)\s+(?!have\b)(?:also\s+)?\w+\s+(?:(?:to|in|for|with|at|on|of)\s+)?(?:several|many|multiple|more than one|any number of|two or more)\s+([\w -]{2,40}?)(?:\s+at (?:once|a time|the same time))?$/i;

/** "each guest is invited to one event" */
const GIVEN =
  /^(?:(?:each|every|an?|the|all)\s+)?([\w' -]{2,40}?)\s+(?:is|are|was|were|gets?) \w+(?:ed|en|de|ne|ld|pt|nt) (?:to|in|for|with|by|at|on|from) (?:(?:exactly )?one |an? |the )([\w -]{2,40}?)$/i;

/** "each task has several subtasks with a title" */
const CHILDREN =
  /^(?:(?:each|every|an?|the|all)\s+)?([\w' -]{2,40}?)\s+(?:can\s+|should\s+|may\s+|must\s+)?(?:have|has)\s+(?:several|many|multiple|any number of|a list of|lots of|one or more|some|more than one|a number of)\s+([\w -]{2,40}?)(?:,?\s+(?:with|each with|which have|that have|having)\s+(.+))?$/i;

/** "each task may have steps with a title and done" */
const WITH_CHILDREN =
  /^(?:each|every|an?|the) ([\w' -]{2,40}?) (?:(?:can|may|should|could) )?(?:have|has) (?:its own |their own |some )?((?:[\w-]+ )?[\w-]{3,}s),? (?:with|each with|which have|that have|having) (.+)$/i;

/** "tests per sample: method, result and unit" */
const PER =
  /^(?:(?:we|i) (?:also )?(?:have|keep|need|do|log|note|track) |add |also )?([\w-]+(?: [\w-]+)?) (?:per|for each|for every|of each|of every) ([\w-]+(?: [\w-]+)?)(?: ?:| with| -) (.+)$/i;

function belonging(draft: Draft, of: string, parents: readonly string[], having: string, many = false): ClauseReading | null {
  const child = tableOrNew(draft, of, having);
  const owners = parents.map((phrase) => {
    const known = tableEnding(draft, phrase);
    return known ? { table: known, isNew: false } : tableOrNew(draft, phrase.replace(/^(?:an?|one|the)\s+/i, ""), "");
  });
  if (!child || owners.length === 0 || owners.includes(null)) return null;
  const all = [child, ...owners.flatMap((owner) => owner ?? [])];
  const fresh = all.filter(({ isNew }) => isNew).map(({ table }) => table);
  const columns = child.isNew || having === "" ? [] : columnsFrom(having, child.table).filter((column) => !sameField(child.table, column));
  return done(
    ...(fresh.length > 0 ? [{ do: "add-tables" as const, tables: fresh, fields: [] }] : []),
    ...owners.flatMap((owner): Operation[] =>
      owner ? [{ do: "relate", from: child.table.name, to: owner.table.name, ...(many && { many }) }] : [],
    ),
    ...(columns.length > 0 ? [{ do: "add-fields" as const, table: child.table.name, columns }] : []),
  );
}

const THREAD =
  /^(?:an? |the )?(?:comments|comment thread|discussion|conversation|thread|replies)(?: (?:to|for|on|per|under|below|of|about) .+)?$/i;

/** "add comments to tasks": what people say about a row, one after another. */
export function comments(clause: Clause): ClauseReading | null {
  if (clause.act !== "add" || !THREAD.test(clause.body.trim())) return null;
  return belonging(clause.draft, "comment", [tableMeant(clause).label], "comment, written by");
}

/** The table of that name; a new one with the fields that are named, or with those that are usual for such a thing. */
function tableOrNew(draft: Draft, phrase: string, having: string): { table: Table; isNew: boolean } | null {
  const known = tableCalled(draft, phrase);
  if (known) return { table: known, isNew: false };
  const one = singular(phrase.toLowerCase().replace(/["']/g, "").trim());
  if (!/^[\p{L}][\p{L}\d -]*$/u.test(one) || one.split(" ").length > 3) return null;
  const reading = {
    tables: [{ one, fields: [], parents: [] }],
    needs: [],
    wishes: [],
    behaviours: NO_BEHAVIOUR,
    prompt: "",
    sentences: [],
    clauses: [],
    rows: 0,
  };
  const [usual] = buildReading(reading, null, draft.model.currency).model.schema.tables;
  if (!usual) return null;
  const table = { ...usual, name: uniqueName(usual.name, draft.model.schema.tables) };
  const said = having === "" ? [] : columnsFrom(having, { ...table, columns: [] });
  if (said.length === 0) return { table, isNew: true };
  table.columns = said;
  giveName(table, false);
  return { table, isNew: true };
}

const tableCalled = ({ model }: Draft, phrase: string): Table | undefined => {
  const one = singular(
    phrase
      .toLowerCase()
      .replace(/^(?:the|an?|each|every|all|our)\s+/, "")
      .trim(),
  );
  return model.schema.tables.find((table) => singular(table.label.toLowerCase()) === one || namesOf(table).one.toLowerCase() === one);
};

/** "each belongs to a location", where there are film locations and no others. */
function tableEnding(draft: Draft, phrase: string): Table | undefined {
  const word = singular(
    phrase
      .toLowerCase()
      .replace(/^(?:the|an?|one)\s+/, "")
      .trim(),
  );
  const ending = draft.model.schema.tables.filter((table) => namesOf(table).one.toLowerCase().endsWith(` ${word}`));
  return tableCalled(draft, phrase) ?? (ending.length === 1 ? ending[0] : undefined);
}

const OUTRIGHT = /\b(?:tables?|lists?|section|register|directory|log) (?:of|for|with|called|named)\b|\b\w+ (?:table|list|register)\b/i;

/** "Add mechanics with name, phone and hourly rate", "an events table with title and date". */
export function addTables(clause: Clause): ClauseReading | null {
  const { act } = clause;
  const body = clause.body.replace(A_LIST, "");
  if (act !== "add" && act !== null) return null;
  if (/\b(?:fields?|columns?|colums?|option|options|choices?)\b/i.test(body)) return null;
  const said = /^(.+?)\s*(?:\s(?:with|having|that have|which have|each with)\s|:)/i.exec(body)?.[1] ?? body;
  const isNamed = clause.mentions.some(({ table, to }) => table && to <= said.length);
  if (isOfEach(clause)) return newTables(clause);
  if (isNamed && !(act === "add" && /^(?:(?:an?|another|new|the|separate)\s+)*(?:table|list)s?\b/i.test(body))) return null;
  const head = said.replace(
    /^(?:(?:an?|the|our|some|all|also|new|another|second|separate|list of|lists? for|tables? (?:of|for|called|named)|of|for)\s+)+/i,
    "",
  );
  if (act === "add" && OUTRIGHT.test(body)) return newTables(clause);
  const isPlural = plural(head.toLowerCase()) === head.toLowerCase() && singular(head.toLowerCase()) !== head.toLowerCase();
  const isList = said !== body && isPlural && head.split(" ").length <= 3 && isThing(head, true);
  return isList ? newTables(clause) : null;
}

/** "methods are a list too: name, price" */
const A_LIST =
  /\s+(?:are|is|should be|need to be|get) (?:also )?(?:an? )?(?:own |separate )?(?:lists?|tables?)(?: too| as well| of (?:their|its) own)?(?=\s*(?::|,? with ))/i;

/** "each job has an instrument and a price", where there are no jobs yet. */
function isOfEach({ act, text, draft }: Clause): boolean {
  const [, one = ""] =
    /^(?:each|every|an?)\s+([\w-]+(?:\s[\w-]+)?)\s+(?:should\s+|must\s+|also\s+)?(?:has|have|gets?|needs?|consists? of|is (?:of|for|about|from|by|at) an?)\s/i.exec(
      text,
    ) ?? [];
  return act === null && one !== "" && isThing(one, true) && tableCalled(draft, one) === undefined;
}

/** "the main thing is the job": what the app opens with. */
export function mainThing({ text, draft }: Clause): ClauseReading | null {
  const found = MAIN.exec(text);
  const named = found?.[1] ?? found?.[2] ?? "";
  if (named === "") return null;
  const made = tableOrNew(draft, named, "");
  if (!made) return null;
  return done(...(made.isNew ? [{ do: "add-tables" as const, tables: [made.table], fields: [] }] : []), {
    do: "main",
    table: made.table.name,
  });
}

export const MAIN =
  /^(?:the )?(?:main|most important|central|first) (?:thing|table|part|list|record|one)s?(?: here| of it| for us)? (?:is|are|should be|must be)(?: really| actually)? (?:the |our |an? |each )?([\w-]+(?: [\w-]+)?)$|^(?:it|this|the app) is (?:really |actually |mainly |mostly |all )?about (?:the |our |an? )?([\w-]+(?: [\w-]+)?)(?:,? (?:and )?(?:not|rather than|instead of) .+)?$/i;

/** The tables that the reading of first sentences finds in a clause; what it finds of present ones is more of them. */
function newTables({ text, draft }: Clause): ClauseReading | null {
  const reading = readPrompt(
    text
      .replace(A_LIST, "")
      .replace(
        /^(?:(?:add|create|make|we need|i need|include)\s+)?(?:(?:an?|the|another|new)\s+)*([\w-]+(?: [\w-]+)?) (?:table|list)\b/i,
        (_, name: string) => `${plural(name)}`,
      ),
  );
  if (reading.tables.length === 0) return null;
  const { schema } = draft.model;
  const built = buildReading(reading, null, draft.model.currency);
  const renamed = new Map<string, string>();
  const fresh: Table[] = [];
  for (const table of built.model.schema.tables) {
    const known = tableCalled(draft, table.label);
    const name = known?.name ?? uniqueName(table.name, schema.tables);
    renamed.set(table.name, name);
    if (!known) fresh.push({ ...table, name });
  }
  const pointed = (table: Table): Table["columns"] =>
    table.columns.map((column) => (column.ref ? { ...column, ref: renamed.get(column.ref) ?? column.ref } : column));
  const said = new Map(
    reading.tables.map((table) => [
      built.tables.get(table)?.name,
      table.fields.filter((field) => field.said).map(({ label, name }) => camelCase(name ?? label)),
    ]),
  );
  const more = built.model.schema.tables.flatMap((table) => {
    const known = tableCalled(draft, table.label);
    if (!known) return [];
    const columns = pointed(table).filter((column) => !sameField(known, column) && said.get(table.name)?.includes(column.name));
    return columns.length > 0 ? [{ table: known.name, columns: columns.map(({ required: _, ...column }) => column) }] : [];
  });
  if (fresh.length === 0 && more.length === 0) return null;
  return done({ do: "add-tables", tables: fresh.map((table) => ({ ...table, columns: linked(pointed(table), draft) })), fields: more });
}

/** A text field that is called like a table of the app points at it. */
const linked = (columns: Table["columns"], draft: Draft): Table["columns"] =>
  columns.map((column) => {
    const table = column.type === "text" ? tableCalled(draft, column.label) : undefined;
    return table ? { name: column.name, label: column.label, type: "reference" as const, ref: table.name } : column;
  });

const OWN_TABLE =
  /\b(?:(?:an? |its |their )?(?:own|separate) list|(?:table|list) of (?:its|their) own|(?:an?|its|their) (?:own |separate |extra )?table(?: of (?:its|their) own)?|table of (?:its|their) own|own table|separate table|look-?up table|list of (?:[\w-]+ )?(?:that |which )?(?:we|i|you|people|one) can (?:edit|choose|pick|manage|extend|add)|(?:from|to) a list (?:of|that|we|which))/i;

/** "turn the type into a table of its own, with a description". */
export function fieldToTable(clause: Clause): ClauseReading | null {
  const { body } = clause;
  const own = OWN_TABLE.exec(clause.text);
  if (!own) return null;
  // "Samples that are late should be in their own list": some of the rows, not a field.
  if (clause.mentions.some((mention) => meansTable(clause, mention)) && fieldsNamed(clause).length === 0) return null;
  const field = fieldMeant(clause);
  // "Shoot days should be their own list with date and scene": the fields of what is no field.
  const [named] = fieldsNamed(clause);
  if (clause.act === null && named && named.mention.from > own.index) return null;
  if (!field || field.column.type === "reference") return null;
  const called = asLabel(plural(field.column.label));
  const more = /\bwith\s+(.+)$/i.exec(body)?.[1];
  const table = { name: camelCase(called), label: called, columns: [] as Table["columns"] };
  const columns =
    more && !OWN_TABLE.test(more) ? columnsFrom(more, { ...table, columns: [{ name: "name", label: "Name", type: "text" }] }) : [];
  return done({ do: "field-to-table", at: at(field), called, columns });
}

/** "shoot days should be their own list with date and scene" */
export function ownTable({ text, draft, act }: Clause): ClauseReading | null {
  const own = OWN_TABLE.exec(text);
  const name =
    own &&
    /^(.+?)\s+(?:should|must|shall|need to|needs to|ought to)\s+(?:be|become|have|get|go into)\b/i.exec(text.slice(0, own.index))?.[1];
  const isSome = /\b(?:that|which|who|not|without|older|newer|more|less|than)\b/i.test(name || "");
  if (!own || !name || isSome || (act !== null && act !== "change")) return null;
  const having = /\bwith\s+(.+)$/i.exec(text.slice(own.index + own[0].length))?.[1] ?? "";
  const made = tableOrNew(draft, name.replace(/^(?:the|our|all|each|every)\s+/i, ""), having);
  return made?.isNew ? done({ do: "add-tables", tables: [made.table], fields: [] }) : null;
}

export function removeTables(clause: Clause): ClauseReading | null {
  if (clause.act !== "remove" || EXCEPT.test(clause.body)) return null;
  const tables = clause.mentions.filter((mention) => meansTable(clause, mention)).flatMap(({ table }) => table ?? []);
  if (tables.length === 0 || fieldsNamed(clause).some(({ mention }) => !mention.table)) return null;
  return done(...tables.map((table): Operation => ({ do: "remove-table", table: table.name })));
}
