/**
 * What a module takes from others and gives to them, from the statements that begin a line. It is not parsed: a parser
 * takes a second for 400 files, and the code that a model or a formatter writes begins its statements there.
 */
import { at } from "@edgewright/core";
import { type Declaration, declarationOf } from "./declarations.ts";
import { onOneLine } from "./scan.ts";

export type ModuleOutline = {
  /** A line for each route it serves and each thing it exports. */
  says: string[];
  /** What other modules can import of it. */
  names: string[];
  /** As they are written: "./lib/cn", "react". */
  specifiers: string[];
};

/** At the beginning of a line, as lines are told apart below. */
const STATEMENT = /(?<![^\n])(?:\/\*|(export|import|type|interface)\b)/g;
const NEXT = /\n(?=[A-Za-z_$@"'/*])/g;
const STATEMENT_MAX = 6_000;
const FROM = /(?:\bfrom|^import)\s*["']([^"'\n]+)["']/;
const DYNAMIC = /\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;
const LOCAL_TYPE = /^(?:type|interface)\s+(\w+)/;
const LOCAL_MAX = 200;

export function moduleOutline(text: string): ModuleOutline {
  const exported: Declaration[] = [];
  const local: { name: string; text: string }[] = [];
  const specifiers = new Set<string>();
  for (const { keyword, index } of statements(text)) {
    const statement = statementAt(text, index);
    const from = keyword === "import" || /^export\s+(?:type\s+)?[{*]/.test(statement) ? FROM.exec(statement) : null;
    if (from) specifiers.add(at(from, 1));
    if (keyword === "export") exported.push(declarationOf(statement));
    const type = keyword === "type" || keyword === "interface" ? LOCAL_TYPE.exec(statement) : null;
    if (type) local.push({ name: at(type, 1), text: onOneLine(statement.replace(/;\s*$/, ""), LOCAL_MAX) });
  }
  for (const match of text.matchAll(DYNAMIC)) specifiers.add(at(match, 1));
  const said = new Set(exported.flatMap((declaration) => declaration.text.match(/\w+/g) ?? []));
  const used = local.filter(({ name }) => said.has(name)).map((type) => type.text);
  return {
    says: [...routes(text), ...used, ...exported.map((declaration) => declaration.text)],
    names: [...new Set(exported.flatMap((declaration) => declaration.names))],
    specifiers: [...specifiers],
  };
}

/** Where statements with these words begin, outside of comments that begin a line. */
function* statements(text: string): Generator<{ keyword: string; index: number }> {
  let from = 0;
  for (const { 1: keyword, index } of text.matchAll(STATEMENT)) {
    if (index < from) continue;
    if (keyword !== undefined) yield { keyword, index };
    else {
      const end = text.indexOf("*/", index + 2);
      if (end < 0) return;
      from = end + 2;
    }
  }
}

/** Up to the next line that begins a statement: what goes on is indented, or closes something. */
function statementAt(text: string, from: number): string {
  NEXT.lastIndex = from;
  const next = NEXT.exec(text)?.index ?? text.length;
  return text.slice(from, Math.min(next, from + STATEMENT_MAX));
}

const ROUTE = /\.(get|post|put|patch|delete|all|basePath|route)\(\s*["'`](\/[^"'`\n]*)["'`]/g;

/** Of server code. */
function routes(text: string): string[] {
  if (!/from ["']hono/.test(text)) return [];
  return [...text.matchAll(ROUTE)].map((match) => {
    const [method, path] = [at(match, 1), at(match, 2)];
    return method === "basePath" || method === "route" ? `routes under ${path}` : `route ${method.toUpperCase()} ${path}`;
  });
}
