/** What a source file imports, in whatever way, and whether the catalogue has it. Used by the checker for barrels and findings. */

import { assetOf, isAsset, isAvailable, resolveImport, type Side, unavailable } from "@edgewright/app-build";
import type { EntityName, ExportSpecifier, ImportClause, ImportSpecifier, Node, SourceFile, StringLiteralLike } from "typescript";
import { insteadOf } from "./instead.ts";
import { nodesOf } from "./nodes.ts";
import type { TypeScript } from "./typescript.ts";

/** `names` is "all" where any of the module's names may be meant. `start` is where the specifier's quote stands. `erased` imports leave nothing in the code that runs. */
export type Import = { specifier: string; names: string[] | "all"; start: number; erased: boolean };

export function importsOf(ts: TypeScript, file: SourceFile): Import[] {
  return [...nodesOf(ts, file)].flatMap((node) => {
    const found = importOf(ts, node);
    if (!found) return [];
    const { literal, names, erased } = found;
    return [{ specifier: literal.text, names, start: literal.getStart(file), erased }];
  });
}

type FoundImport = { literal: StringLiteralLike; names: string[] | "all"; erased: boolean };

function importOf(ts: TypeScript, node: Node): FoundImport | null {
  if (ts.isImportDeclaration(node)) {
    return found(ts, node.moduleSpecifier, importedNames(ts, node.importClause), node.importClause?.isTypeOnly ?? false);
  }
  if (ts.isExportDeclaration(node)) {
    const clause = node.exportClause;
    const names = clause && ts.isNamedExports(clause) ? clause.elements.map((element) => nameOf(ts, element)) : "all";
    return found(ts, node.moduleSpecifier, names, node.isTypeOnly);
  }
  if (ts.isImportTypeNode(node)) {
    const literal = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return found(ts, literal, node.qualifier ? [leftmost(ts, node.qualifier)] : "all", true);
  }
  if (ts.isExternalModuleReference(node)) return found(ts, node.expression, "all", false);
  if (ts.isCallExpression(node) && ts.isImportCall(node)) return found(ts, node.arguments[0], "all", false);
  return null;
}

const found = (ts: TypeScript, literal: Node | undefined, names: string[] | "all", erased: boolean): FoundImport | null =>
  literal && ts.isStringLiteralLike(literal) ? { literal, names, erased } : null;

/** A default import that is not there may be meant for the name of the same spelling. */
function importedNames(ts: TypeScript, clause: ImportClause | undefined): string[] | "all" {
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return "all";
  return [
    ...(clause?.name ? ["default", clause.name.text] : []),
    ...(bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => nameOf(ts, element)) : []),
  ];
}

/** The name in the module it comes from. */
function nameOf(ts: TypeScript, { propertyName, name }: ImportSpecifier | ExportSpecifier): string {
  const original = propertyName ?? name;
  return ts.isStringLiteral(original) ? original.text : ts.idText(original);
}

const leftmost = (ts: TypeScript, name: EntityName): string => (ts.isIdentifier(name) ? name.text : leftmost(ts, name.left));

export const sideOf = (path: string): Side => (path.startsWith("server/") ? "server" : "browser");
export const isBare = (specifier: string) => !/^(\.|\/|@\/)/.test(specifier);

export type Unresolved = { start: number; length: number; code: string; message: string };

/** Imports of packages that are not there for this side, and of style sheets, pictures and the like that are not in the app. */
export const unresolvedImports = (path: string, imports: readonly Import[], has: (path: string) => boolean): Unresolved[] =>
  imports.flatMap(({ specifier, start, erased }) => {
    const message = refusal(path, specifier, erased, has);
    return message === null ? [] : [{ start, length: specifier.length + 2, code: "TS2307", message }];
  });

/** What TypeScript would not say, or not in words of the catalogue. */
function refusal(path: string, specifier: string, erased: boolean, has: (path: string) => boolean): string | null {
  const side = sideOf(path);
  if (isBare(specifier)) {
    const isThere = isAvailable(specifier, side) || (erased && isAvailable(specifier, side === "server" ? "browser" : "server"));
    if (isThere) return null;
    return unavailable(specifier, side, insteadOf(specifier, side));
  }
  // TypeScript takes any of these for granted.
  if (!isAsset(specifier)) return null;
  const target = resolveImport(path, assetOf(specifier).path, has, side);
  return target.kind === "missing" ? target.message : null;
}
