/** Whether two states of an app mean the same: equal but for layout, the order of imports and the order of an element's attributes. */

import { resolveImport } from "@edgewright/app-build";
import type { FileMap } from "@edgewright/contracts";
import ts from "typescript";
import { importsIn } from "./mutation.ts";

export const sameApp = (a: FileMap, b: FileMap): boolean =>
  Object.keys({ ...a, ...b }).every((path) => a[path] === b[path] || meaning(path, a) === meaning(path, b));

const SCRIPT = /\.tsx?$/;

function meaning(path: string, files: FileMap): string {
  const text = files[path] ?? "";
  if (!SCRIPT.test(path)) return text.replace(/\s+/g, " ");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith(".tsx") ? ts.ScriptKind.TSX : undefined);
  const code = file.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .map(rendered)
    .join("\n")
    .replace(/\s+/g, " ");
  const imports = importsIn(file).flatMap((declaration) => brought(declaration, path, files));
  const used = imports.filter(([local]) => local === "" || new RegExp(`\\b${local}\\b`).test(code));
  return `${used
    .map((one) => one.join(" "))
    .sort()
    .join("\n")}\n${code}`;
}

/** The node's text with attributes in the order of their names, unless some are spread. */
function rendered(node: ts.Node): string {
  if (ts.isJsxAttributes(node) && !node.properties.some(ts.isJsxSpreadAttribute)) return node.properties.map(rendered).sort().join(" ");
  const text = node.getSourceFile().text;
  let at = node.getStart();
  let made = "";
  ts.forEachChild(node, (child) => {
    made += text.slice(at, child.getStart()) + rendered(child);
    at = child.end;
  });
  return made + text.slice(at, node.end);
}

/** Local name, name in the module, module. A type that is imported with or without `type` is the same. */
function brought(declaration: ts.ImportDeclaration, path: string, files: FileMap): string[][] {
  const specifier = (declaration.moduleSpecifier as ts.StringLiteral).text;
  const found = resolveImport(path, specifier, (one) => Object.hasOwn(files, one));
  const from = found.kind === "file" ? found.path : specifier;
  const clause = declaration.importClause;
  if (!clause) return [["", "", from]];
  const bindings = clause.namedBindings;
  const named = !bindings
    ? []
    : ts.isNamespaceImport(bindings)
      ? [[bindings.name.text, "*", from]]
      : bindings.elements.map((element) => [element.name.text, (element.propertyName ?? element.name).text, from]);
  return clause.name ? [[clause.name.text, "default", from], ...named] : named;
}
