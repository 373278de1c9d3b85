/** What a source file imports, and whether the catalogue has it. Used by the checker for barrels, dependents and findings. */
import type { ExportSpecifier, ImportSpecifier, SourceFile } from "typescript";
import { isAvailable, type Side, unavailable } from "../catalogue.ts";
import type { TypeScript } from "./typescript.ts";

/** `names` is "all" for `import * as` and `export *`. `start` is where the specifier's quote stands. */
export type Import = { specifier: string; names: string[] | "all"; start: number };

export function importsOf(ts: TypeScript, file: SourceFile): Import[] {
  return file.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))) return [];
    const literal = statement.moduleSpecifier;
    if (!literal || !ts.isStringLiteral(literal)) return [];
    return [{ specifier: literal.text, names: namesOf(ts, statement), start: literal.end - literal.text.length - 2 }];
  });
}

function namesOf(ts: TypeScript, statement: Parameters<TypeScript["isImportDeclaration"]>[0]): string[] | "all" {
  if (ts.isImportDeclaration(statement)) {
    const clause = statement.importClause;
    if (clause?.namedBindings && ts.isNamespaceImport(clause.namedBindings)) return "all";
    const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
    return named.map((element) => nameOf(ts, element));
  }
  if (!ts.isExportDeclaration(statement)) return [];
  const clause = statement.exportClause;
  return clause && ts.isNamedExports(clause) ? clause.elements.map((element) => nameOf(ts, element)) : "all";
}

/** The name in the module it comes from. */
function nameOf(ts: TypeScript, { propertyName, name }: ImportSpecifier | ExportSpecifier): string {
  const original = propertyName ?? name;
  return ts.isStringLiteral(original) ? original.text : ts.idText(original);
}

const sideOf = (path: string): Side => (path.startsWith("server/") ? "server" : "browser");
const isBare = (specifier: string) => !/^(\.|\/|@\/)/.test(specifier);

/** Why a package cannot be imported by the file at `path`; null when it can, and for the app's own files. */
export const refusal = (path: string, specifier: string): string | null =>
  isBare(specifier) && !isAvailable(specifier, sideOf(path)) ? unavailable(specifier, sideOf(path)) : null;
