/** Wishes about names: of the app, its tables, fields, screens and options. */
import { accentNamed } from "../words/colours.ts";
import { upperFirst } from "../words/inflect.ts";
import { at, type Clause, fieldFrom, focusField, meansTable, viewInFocus } from "./clause.ts";
import type { Mention } from "./mentions.ts";
import { type ClauseReading, done } from "./operation.ts";
import { renameOption } from "./read-options.ts";

const APP = "(?:(?:the|this|my|our)\\s+)?(?:whole\\s+)?(?:app|application|project|tool|site|program)(?:'s)?(?:\\s+(?:name|title))?";
const APP_NAME = [
  new RegExp(`^(?:it|${APP})\\s+(?:to\\s+|as\\s+|into\\s+)?["']?(.+?)["']?$`, "i"),
  /^(?:the\s+)?(?:name|title)(?:\s+of\s+(?:the|this)\s+(?:app|application))?\s+(?:to|should be|as|into|be)\s+["']?(.+?)["']?$/i,
];
const APP_SHOULD = new RegExp(
  `^${APP}\\s+(?:(?:should|must|shall|can)\\s+)?(?:now\\s+)?(?:be\\s+)?(?:called|named|titled|is|be)\\s+(?:called\\s+|named\\s+)?["']?(.+?)["']?$`,
  "i",
);
const STOP = /\s+(?:and have|and has|with|and use|and give|from now on|please|pls|instead|now)\b.*$/i;

const clean = (name: string): string =>
  name
    .replace(STOP, "")
    .replace(/^["']|["']$/g, "")
    .replace(/[.!]+$/, "")
    .trim();

export function nameApp(clause: Clause): ClauseReading | null {
  const { act, body, text } = clause;
  const isIt = /^it\b/i.test(body) && (clause.focus.field !== null || clause.focus.view !== null);
  const said =
    (act === "rename" || act === "change") && !isIt
      ? act === "change" && !/\b(?:name|title|called)\b/i.test(body)
        ? null
        : APP_NAME.map((pattern) => pattern.exec(body)?.[1]).find(Boolean)
      : APP_SHOULD.exec(text)?.[1];
  if (!said || accentNamed(said) || /^(?:more|less|too|very|not|public|private|open|closed|an?)\b/i.test(said)) return null;
  const name = upperFirst(clean(said)).slice(0, 80);
  return name === "" ? null : done({ do: "call-app", name });
}

const RELABELS =
  /\b(?:to|into|as|be called|be named|called|named|is called|should read|should say|read|say|instead say|be|with|by|[-=]>|→)\s*:?\s*["']?([^"']+?)["']?$/i;

/** "call customers clients", "title should be called “What”", "instead of “in repair” say “at the workshop”", "location -> freezer". */
export function rename(clause: Clause): ClauseReading | null {
  const { act, text, body } = clause;
  const swapped =
    /^(?:instead of|rather than)\s+(.+?),?\s+(?:say|write|use|call it|it should (?:say|read|be called)|show|have|put)\s+["']?(.+?)["']?$/i.exec(
      text,
    );
  const reversed = /^(?:say|write|use|call it|put)\s+["']?(.+?)["']?\s+(?:instead of|rather than)\s+["']?(.+?)["']?$/i.exec(text);
  const called = /\b(?:should|must|shall|can)\b.*\b(?:called|named|labelled|labeled|read|say)\b/i.test(text);
  const isWord = /\bshould (?:be|read|say)\s+["']/i.test(text);
  const arrow = /\s(?:[-=]>|→)\s/.test(text);
  if (act !== "rename" && !swapped && !reversed && !called && !isWord && !arrow && !(act === "change" && RENAMES.test(body))) return null;
  const [first, second] = clause.mentions.filter(({ text: name }) => !reversed || (reversed[2] ?? "").includes(name));
  const source = isFieldOf(clause, first, second) ? second : first;
  const to = clean(swapped?.[2] ?? reversed?.[1] ?? newName(clause, source));
  if (to === "") return null;
  if (!source) return renameSpoken(clause, to);
  return renamed(clause, source, to);
}

/** "customer's email", "customers email": the field of that table. */
const isFieldOf = ({ body }: Clause, table: Mention | undefined, field: Mention | undefined): boolean =>
  table?.table !== undefined &&
  field?.fields.some((one) => one.table === table.table) === true &&
  /^(?:'s?)?\s+$/.test(body.slice(table.to, field.from).replace(/^s'?/, ""));

/** "change the label of X to Y", and "change X to Y" where Y is in quotes. */
const RENAMES = /\b(?:name|label|title|heading)\b.*\bto\b|\bto\s+["'][^"']+["']$/i;

function newName({ body, text, mentions }: Clause, source: Mention | undefined): string {
  const arrow = /\s(?:[-=]>|→)\s*(.+)$/.exec(text)?.[1];
  if (arrow) return arrow;
  const rest = source ? body.slice(source.to).replace(/^["']/, "") : body.replace(/^(?:it|that|this|them)\b/i, "");
  const to = RELABELS.exec(rest)?.[1];
  if (to) return to.replace(/^(?:called|named)\s+/i, "");
  // "call customers clients"
  const bare = rest.replace(/^\s+(?:(?:field|column|table|screen|page|view|list|board)\b)?\s*/i, "");
  return mentions.length <= 2 && bare.split(" ").length <= 4 ? bare.replace(/^(?:the|an?)\s+/i, "") : "";
}

function renamed(clause: Clause, source: Mention, to: string): ClauseReading | null {
  const isScreen = /\b(?:screen|page|view|tab|board|calendar|chart)\b/i.test(clause.body.slice(0, source.to + 12));
  if (source.view && (isScreen || (!source.table && source.fields.length === 0)))
    return done({ do: "rename-screen", key: source.view.key, to: upperFirst(to) });
  if (source.table && (source.fields.length === 0 || meansTable(clause, source)))
    return done({ do: "rename-table", table: source.table.name, to });
  const [option] = source.options;
  if (option && (source.quoted || source.fields.length === 0)) return renameOption(option, to);
  const field = fieldFrom(clause, source);
  return field ? done({ do: "rename-field", at: at(field), to }) : null;
}

function renameSpoken(clause: Clause, to: string): ClauseReading | null {
  if (!/^(?:it|that|this|them)\b/i.test(clause.body)) return null;
  const field = focusField(clause);
  if (field) return done({ do: "rename-field", at: at(field), to });
  const view = viewInFocus(clause);
  return view ? done({ do: "rename-screen", key: view.key, to: upperFirst(to) }) : null;
}
