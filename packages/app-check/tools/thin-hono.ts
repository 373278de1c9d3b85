/** Hono's own types without the schema of routes, which only its RPC client reads, and without the overloads for long rows of handlers. */
import ts from "typescript";
import { applyEdits, type Edit } from "./edit.ts";

/** Type parameters that only overloads for more than four handlers have; longer rows fall to the overload for any number. */
const LONG = /\b(E6|M5|I6) extends\b/;

export function thinHono(path: string, text: string): string {
  if (!/\/hono\/dist\/types\/(types|hono-base)\.d\.ts$/.test(path)) return text;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallSignatureDeclaration(node) && LONG.test(node.getText())) {
      edits.push({ start: node.getStart(), end: node.end, text: "" });
      return;
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "Hono") {
      const schema = node.typeArguments?.[1];
      if (schema && !ts.isTypeReferenceNode(schema)) edits.push({ start: schema.getStart(), end: schema.end, text: "S" });
      else if (schema?.getText().startsWith("AddSchema")) edits.push({ start: schema.getStart(), end: schema.end, text: "S" });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return applyEdits(text, edits);
}
