/**
 * zod's own types, made cheaper to compare: passing a schema where a `ZodType<T>` is wanted made the
 * compiler compare some sixty methods, each with its results, for every schema of an app.
 */
import ts from "typescript";
import { applyEdits, type Edit } from "./edit.ts";

/** Methods apps hardly call. They stay callable, as `any`. */
const RARE = new Set(
  `toJSONSchema check with clone register spa validate validateAsync encode decode encodeAsync decodeAsync safeEncode safeDecode
   safeEncodeAsync safeDecodeAsync overwrite exactOptional apply ~standard def type _def`.split(/\s+/),
);
const SCHEMA = /^_?\$?Zod/;

export function thinZod(path: string, text: string): string {
  if (!/\/zod\/v4\/(classic|core)\/schemas\.d\.c?ts$/.test(path)) return text;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) || !SCHEMA.test(statement.name.text)) continue;
    // Schemas are covariant in what they are made of: said so, two of them are compared by their parts alone.
    for (const parameter of statement.typeParameters ?? []) {
      if (!parameter.modifiers?.length) edits.push({ start: parameter.getStart(), end: parameter.getStart(), text: "out " });
    }
    if (statement.name.text !== "ZodType") continue;
    for (const member of statement.members) {
      const name = member.name?.getText().replaceAll('"', "") ?? "";
      if (RARE.has(name)) edits.push({ start: member.getStart(), end: member.end, text: `${member.name?.getText()}: any;` });
    }
  }
  return applyEdits(text, edits);
}
