/** Stand-ins for packages whose types no app sees: every name that others import from them means `any`. */
import ts from "typescript";

type Files = Record<string, string>;

const GENERICS = "<A = any, B = any, C = any, D = any, E = any, F = any>";

/** Replaces `packages` in `files` by one declaration file each. */
export function standIn(files: Files, packages: readonly string[]): Files {
  const belongs = (path: string, name: string) => path.startsWith(`node_modules/${name}/`);
  const kept = Object.fromEntries(Object.entries(files).filter(([path]) => !packages.some((name) => belongs(path, name))));
  const texts = Object.values(kept);
  for (const name of packages) {
    const names = [...new Set(texts.flatMap((text) => (text.includes(name) ? importedFrom(text, name) : [])))].sort();
    kept[`node_modules/${name}/index.d.ts`] = names
      .map((imported) => `export type ${imported}${GENERICS} = any; export declare const ${imported}: any;`)
      .concat("export {};", "")
      .join("\n");
    kept[`node_modules/${name}/package.json`] = JSON.stringify({ name, types: "./index.d.ts" });
  }
  return kept;
}

function importedFrom(text: string, name: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && (node.moduleSpecifier as ts.StringLiteral).text === name) {
      const bindings = node.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings))
        for (const element of bindings.elements) names.push((element.propertyName ?? element.name).text);
    }
    if (ts.isImportTypeNode(node) && node.qualifier && node.argument.getText() === JSON.stringify(name))
      names.push(node.qualifier.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("importer.d.ts", text, ts.ScriptTarget.Latest, true));
  return names;
}
