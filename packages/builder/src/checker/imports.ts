/** What a source file imports, and whether the catalogue has it. Used by the checker for barrels, dependents and findings. */
import type { ExportSpecifier, ImportSpecifier, SourceFile } from "typescript";
import { isAvailable, type Side, unavailable } from "../catalogue.ts";
import { resolveImport } from "../resolve.ts";
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

/** TypeScript takes any of these for granted. */
const ASSET = /\.(css|svg)$/;

export const sideOf = (path: string): Side => (path.startsWith("server/") ? "server" : "browser");
export const isBare = (specifier: string) => !/^(\.|\/|@\/)/.test(specifier);

export type Unresolved = { start: number; length: number; code: string; message: string };

/** Imports of packages that are not there for this side, and of style sheets and pictures that are not in the app. */
export const unresolved = (path: string, imports: readonly Import[], has: (path: string) => boolean): Unresolved[] =>
  imports.flatMap(({ specifier, start }) => {
    const message = refusal(path, specifier, has);
    return message === null ? [] : [{ start, length: specifier.length + 2, code: "TS2307", message }];
  });

/** What TypeScript would not say, or not in words of the catalogue. */
function refusal(path: string, specifier: string, has: (path: string) => boolean): string | null {
  const side = sideOf(path);
  if (isBare(specifier)) return isAvailable(specifier, side) ? null : unavailable(specifier, side);
  if (!ASSET.test(specifier)) return null;
  const found = resolveImport(path, specifier, has, side);
  return found.kind === "missing" ? found.message : null;
}
