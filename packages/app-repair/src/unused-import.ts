/** Imports that nothing in their file uses. */

import type { Edit, TypeScript } from "@edgewright/app-check";
import { importsIn, namedIn, removeLine } from "@edgewright/app-check";
import type { Repair } from "@edgewright/contracts";
import type { SourceFile } from "typescript";

export type ImportCleanup = { repair: Repair; edits: Edit[] };

export function unusedImports(ts: TypeScript, path: string, file: SourceFile): ImportCleanup[] {
  return importsIn(ts, file).flatMap((declaration) => {
    const clause = declaration.importClause;
    if (!clause) return [];
    const bindings = clause.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
    const names = [clause.name, ...(bindings && ts.isNamespaceImport(bindings) ? [bindings.name] : elements.map(({ name }) => name))];
    const locals = names.flatMap((name) => (name ? [name.text] : []));
    const unused = locals.filter((local) => local !== "React" && isUnused(ts, file, local));
    if (unused.length === 0) return [];
    const { line } = ts.getLineAndCharacterOfPosition(file, declaration.getStart(file));
    const repair: Repair = { kind: "unused_import", file: path, line: line + 1, message: `Nothing uses ${unused.join(", ")}.` };
    if (unused.length === locals.length) return [{ repair, edits: [removeLine(path, file, declaration)] }];
    return [{ repair, edits: without(path, file, declaration, unused, ts) }];
  });
}

/** The name stands in its import alone. An alias (`a as b`) counts its local name. */
const isUnused = (ts: TypeScript, file: SourceFile, local: string): boolean => namedIn(ts, file, local).length === 1;

type Declaration = ReturnType<typeof importsIn>[number];

/** The clause written anew without these names. */
function without(path: string, file: SourceFile, { importClause: clause }: Declaration, unused: string[], ts: TypeScript): Edit[] {
  const bindings = clause?.namedBindings;
  if (!clause || !bindings) return [];
  const isKept = ({ text }: { text: string }) => !unused.includes(text);
  const elements = ts.isNamedImports(bindings) ? bindings.elements.filter(({ name }) => isKept(name)) : [];
  const keepsBindings = ts.isNamedImports(bindings) ? elements.length > 0 : isKept(bindings.name);
  const edits: Edit[] = [];
  if (clause.name && !isKept(clause.name)) edits.push({ path, start: clause.name.getStart(file), end: bindings.getStart(file), text: "" });
  if (clause.name && !keepsBindings) edits.push({ path, start: clause.name.end, end: bindings.end, text: "" });
  else if (ts.isNamedImports(bindings) && elements.length < bindings.elements.length) {
    const [first, last] = [bindings.elements[0], bindings.elements.at(-1)];
    if (!first || !last) return edits;
    const gap = /\n/.test(file.text.slice(first.pos, first.getStart(file))) ? ",\n  " : ", ";
    const text = elements.map((element) => element.getText(file)).join(gap);
    edits.push({ path, start: first.getStart(file), end: last.end, text });
  }
  return edits;
}
