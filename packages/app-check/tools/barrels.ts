/** What the index of a big package exports, name by name, so that the checker can write an index with only what an app imports. */

import { dirname, join } from "node:path";
import type { Barrel } from "@edgewright/app-check";
import { first } from "@edgewright/core";
import ts from "typescript";
import { strip } from "./strip.ts";

type Files = Record<string, string>;
type Export = { from: string; name: string; typeOnly: boolean };

/** An index made of `export … from "./…"` lines. */
export function indexBarrel(files: Files, file: string): Barrel {
  const found = new Map<string, Export>();
  collectExports(files, file, found);
  const folder = dirname(file);
  const lines = Object.fromEntries(
    [...found].map(([name, { from, name: original, typeOnly }]) => {
      const target = `./${from.slice(folder.length + 1).replace(/\.d\.([cm]?)ts$/, ".$1js")}`;
      const renamed = original === name ? name : `${original} as ${name}`;
      return [name, `export ${typeOnly ? "type " : ""}{ ${renamed} } from "${target}";`];
    }),
  );
  return { file, head: "", lines, pattern: "", uniform: [] };
}

function collectExports(files: Files, file: string, found: Map<string, Export>): void {
  const source = ts.createSourceFile(file, files[file] ?? "", ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) collectFrom(files, file, statement, found);
    else if (isExported(statement))
      for (const name of declaredNames(statement)) found.set(name, { from: file, name, typeOnly: isType(statement) });
  }
}

function collectFrom(files: Files, file: string, statement: ts.ExportDeclaration, found: Map<string, Export>): void {
  const specifier = statement.moduleSpecifier;
  const from = specifier && ts.isStringLiteral(specifier) ? resolveRelative(files, file, specifier.text) : file;
  if (from === null) return;
  const clause = statement.exportClause;
  if (!clause) {
    collectExports(files, from, found);
    return;
  }
  if (!ts.isNamedExports(clause)) return;
  for (const element of clause.elements) {
    const original = specifier ? (element.propertyName ?? element.name).text : element.name.text;
    found.set(element.name.text, { from, name: original, typeOnly: statement.isTypeOnly || element.isTypeOnly });
  }
}

function resolveRelative(files: Files, from: string, specifier: string): string | null {
  const base = join(dirname(from), specifier);
  const stem = base.replace(/\.[cm]?[jt]s$/, "");
  const candidates = [`${stem}.d.ts`, `${stem}.d.mts`, `${base}.d.ts`, `${base}/index.d.ts`];
  return candidates.find((path) => Object.hasOwn(files, path)) ?? null;
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isType = (statement: ts.Statement): boolean => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}

/** date-fns/locale: some hundred locales of one type, each in a file of its own, and the types they are made of. */
export function localeBarrel(files: Files, file: string): Barrel {
  const types = "./locale/types.js";
  const { lines: all } = indexBarrel(files, file);
  const lines = Object.fromEntries(Object.entries(all).filter(([, line]) => line.endsWith(`from "${types}";`)));
  const uniform = Object.keys(all).filter((name) => !Object.hasOwn(lines, name));
  // Under a name that no locale has, so that none of the index's own names is taken.
  const head = `import type { Locale as Each } from "${types}";`;
  return { file, head, lines, pattern: "export declare const $: Each;", uniform: uniform.sort() };
}

/** lucide-react: thousands of icons of one type, so only their names are kept. */
export function lucideBarrel(files: Files, file: string): Barrel {
  const source = ts.createSourceFile(file, strip(file, files[file] ?? ""), ts.ScriptTarget.Latest, true);
  const icons = new Set<string>();
  let head = "";
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const { name, type } = first(statement.declarationList.declarations);
      if (/ForwardRefExoticComponent|LucideIcon\b/.test(type?.getText() ?? "")) icons.add(name.getText());
      else if (!name.getText().startsWith("index")) head += `${statement.getText()}\n`;
    } else if (!ts.isExportDeclaration(statement) && !ts.isModuleDeclaration(statement)) head += `${statement.getText()}\n`;
  }
  const lines: Record<string, string> = { icons: "export declare const icons: Record<string, LucideIcon>;" };
  const uniform = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) continue;
    for (const element of statement.exportClause.elements) {
      const original = (element.propertyName ?? element.name).text;
      const name = element.name.text;
      if (icons.has(original)) uniform.add(name);
      else if (!Object.hasOwn(lines, name)) lines[name] = `export { ${original === name ? name : `${original} as ${name}`} };`;
    }
  }
  return { file, head, lines, pattern: "export declare const $: LucideIcon;", uniform: [...uniform].sort() };
}
