/** Reads a plain description into an app. `null` where it names nothing to keep track of. */
import type { Table } from "@edgewright/contracts";
import type { AppModel, View } from "../app-model.ts";
import { asLabel, inSentence, upperFirst } from "../words/inflect.ts";
import { complete } from "./completion.ts";
import { readEntities } from "./entities.ts";
import { readRelation } from "./relations.ts";
import { Sketch } from "./sketch.ts";
import { subjectOf } from "./subject.ts";
import { clausesOf } from "./text.ts";
import { placed, standardViews } from "./view-placing.ts";
import { isFindingClause, isViewClause, readView } from "./view-reading.ts";

/** `left` are clauses that were not understood. */
export type Description = { model: AppModel; left: string[] };

const CALLED =
  /\b(?:called|named|titled)\s+["']?([\p{Lu}][\p{L}\d&' -]{1,40}?)["']?(?=\s*(?:[,.;:\n]|$)|\s+(?:with|to|for|that|where|which)\b)/u;
const PUBLIC =
  /\s*,?\s*(?:(?:that|which|where|so that|for|and)\s+)?(?:anyone|anybody|everyone|everybody|visitors?|the public|guests|people outside|customers|people)\s+(?:with\s+(?:the|a)\s+link\s+)?(?:(?:can|may|could|should be able to|to)\s+)?(?:fill|submit|send|sign|register|apply|use|answer|leave|enter|report|open|write|post)\b[^,;]*/i;
const PUBLIC_FORM = /\b(?:public|open)\s+(?=(?:[\w-]+\s+){0,2}form\b)/i;
const MEMBERS_ONLY =
  /\b(?:only|just)\s+(?:our\s+|the\s+)?(?:members?|team|staff|we|employees|admins?)\b|\b(?:members?|team)[- ]only\b|\bprivate\b/i;

type Reading = {
  sketch: Sketch;
  asides: string[];
  title: string | null;
  views: { clause: string; main: Table | null }[];
  left: string[];
  open: Table | null;
  main: Table | null;
};

export function describeApp(text: string): Description | null {
  const called = CALLED.exec(text)?.[1]?.trim() ?? null;
  const { clauses, asides } = clausesOf(text.replace(CALLED, ""));
  const reading: Reading = { sketch: new Sketch(), asides, title: null, views: [], left: [], open: null, main: null };
  for (const clause of clauses) readClause(reading, clause);
  const { tables } = reading.sketch;
  if (tables.length === 0) return null;
  complete(reading.sketch);
  if (reading.open) openTo(reading.open);
  return { model: modelOf(reading, called), left: reading.left };
}

function readClause(reading: Reading, clause: string): void {
  const { sketch, asides } = reading;
  const known = sketch.tables.length > 0;
  if (PUBLIC.test(clause) || PUBLIC_FORM.test(clause)) {
    readForm(reading, clause);
    return;
  }
  if (known && (isFindingClause(clause) || (MEMBERS_ONLY.test(clause) && /\b(list|see|view|read|page)\b/i.test(clause)))) return;
  if (readRelation(sketch, clause, asides)) return;
  const showing = isViewClause(clause);
  if (known && showing && !/\bwith\b.*,/.test(clause)) {
    reading.views.push({ clause, main: reading.main });
    return;
  }
  const entities = readEntities(sketch, clause, asides);
  if (!entities) {
    if (showing) reading.views.push({ clause, main: reading.main });
    else reading.left.push(clause);
    return;
  }
  reading.title ??= entities.title ?? entities.tables.map(({ label }) => inSentence(label)).join(" and ");
  reading.main = entities.tables.at(-1) ?? reading.main;
  if (/\b(kanban|board|calendar|pipeline)\b/i.test(clause.replace(/\b(?:content|editorial) calendar\b/i, "calendar")))
    reading.views.push({ clause: clause.replace(/\s+with\s.*$/i, ""), main: reading.main });
}

/** "a feedback form that anyone with the link can fill in" */
function readForm(reading: Reading, clause: string): void {
  const rest = clause.replace(PUBLIC, "").replace(PUBLIC_FORM, "").trim();
  const entities = rest === "" ? null : readEntities(reading.sketch, rest, reading.asides);
  const table = entities?.tables[0] ?? reading.main;
  if (!table) reading.left.push(clause);
  else {
    reading.title ??= entities?.title ?? null;
    reading.open = table;
    reading.main = table;
  }
}

/** Anyone with the link may add a row; only members see what came in. */
function openTo(table: Table): void {
  table.policy = { read: "member", create: "anyone", update: "member", delete: "member" };
}

function modelOf(reading: Reading, called: string | null): AppModel {
  const { tables } = reading.sketch;
  const title = (called ?? upperFirst(reading.title ?? asLabel(tables[0]!.label))).slice(0, 60);
  const name = called ?? asLabel(title.replace(/\s+(?:form)$/i, ""));
  const { icon, accent } = subjectOf(
    name,
    tables.map(({ label }) => label),
  );
  const wishes = reading.views.flatMap(({ clause, main }) => {
    const wish = readView(tables, main ?? tables.at(-1)!, clause);
    if (!wish) reading.left.push(clause);
    return wish ? [wish] : [];
  });
  const distinct = wishes.filter((wish, index) => wishes.findIndex((other) => JSON.stringify(other) === JSON.stringify(wish)) === index);
  const model: AppModel = {
    manifest: { name, icon, visibility: reading.open ? "link" : "members" },
    schema: { tables },
    accent,
    views: [],
  };
  const views: View[] = [];
  for (const wish of standardViews(model, reading.open, distinct)) views.push(placed(views, tables, wish));
  return { ...model, views };
}
