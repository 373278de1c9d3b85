/** The kinds of faults: how each is made, in code. */
import ts from "typescript";
import { importsIn, type Mutator, nodesOf, type Source, type Spoil, spoilNode } from "./mutation.ts";
import { slip } from "./slips.ts";

const clauseOf = (declaration: ts.ImportDeclaration) => declaration.importClause;
const bindingsOf = (declaration: ts.ImportDeclaration): ts.NamedImports | null => {
  const bindings = clauseOf(declaration)?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings : null;
};
const named = (declaration: ts.ImportDeclaration): readonly ts.ImportSpecifier[] => bindingsOf(declaration)?.elements ?? [];
const specifierOf = (declaration: ts.ImportDeclaration) => (declaration.moduleSpecifier as ts.StringLiteral).text;
const isLocal = (specifier: string) => /^(\.|@\/)/.test(specifier);

const missingImport: Mutator = ({ file }) =>
  importsIn(file).flatMap((declaration) => {
    const clause = clauseOf(declaration);
    const bindings = bindingsOf(declaration);
    if (!clause) return [];
    if (!bindings || bindings.elements.length === 0 || (bindings.elements.length === 1 && !clause.name))
      return [spoilNode(declaration, "", `without ${declaration.getText()}`)];
    const { elements } = bindings;
    return elements.map((element) => {
      const others = elements.filter((one) => one !== element).map((one) => one.getText());
      const text = others.length > 0 ? `{ ${others.join(", ")} }` : "{}";
      return spoilNode(bindings, text, `without ${element.getText()} of ${specifierOf(declaration)}`);
    });
  });

/** Uses of names, where they stand for a value or a type. */
function uses(file: ts.SourceFile): ts.Identifier[] {
  return [...nodesOf(file)].filter((node): node is ts.Identifier => {
    if (!ts.isIdentifier(node) || node.text.length < 4) return false;
    const { parent } = node;
    if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isBindingElement(parent) || ts.isJsxClosingElement(parent))
      return false;
    if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent)) return parent.name !== node;
    if (ts.isShorthandPropertyAssignment(parent)) return false;
    if (ts.isJsxOpeningElement(parent)) return false;
    return !("name" in parent && parent.name === node);
  });
}

const misspeltName: Mutator = ({ file, random }) => uses(file).map((node) => spoilNode(node, slip(node.text, random)));

const misspeltImport: Mutator = ({ file, random }) =>
  importsIn(file)
    .flatMap(named)
    .filter(({ name, propertyName }) => !propertyName && name.text.length > 3)
    .map(({ name }) => spoilNode(name, slip(name.text, random), `import of ${name.text} misspelt`));

const misspeltProperty: Mutator = ({ file, random }) =>
  [...nodesOf(file)].flatMap((node): Spoil[] => {
    const name =
      ts.isPropertyAccessExpression(node) || ts.isJsxAttribute(node) || (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name))
        ? node.name
        : ts.isBindingElement(node) && node.propertyName
          ? node.propertyName
          : undefined;
    if (!name || !ts.isIdentifier(name) || name.text.length < 3 || /^(aria|data)/.test(name.text)) return [];
    return [spoilNode(name, slip(name.text, random), `.${name.text} misspelt`)];
  });

const missingAwait: Mutator = ({ file }) =>
  [...nodesOf(file)]
    .filter(ts.isAwaitExpression)
    .map((node) => spoilNode(node, node.expression.getText(), `without await: ${node.getText()}`));

const wrongForm: Mutator = ({ file }) =>
  importsIn(file).flatMap((declaration): Spoil[] => {
    const clause = clauseOf(declaration);
    const bindings = bindingsOf(declaration);
    const [element, ...others] = named(declaration);
    if (!clause) return [];
    if (clause.name && !clause.namedBindings) return [spoilNode(clause.name, `{ ${clause.name.text} }`, `${clause.name.text} as named`)];
    if (!bindings || !element || others.length > 0 || clause.name || element.propertyName) return [];
    return [spoilNode(bindings, element.name.text, `${element.name.text} as default`)];
  });

const importType: Mutator = ({ file }) =>
  importsIn(file).flatMap((declaration): Spoil[] => {
    const clause = clauseOf(declaration);
    if (!clause || clause.isTypeOnly || !clause.namedBindings || clause.name) return [];
    const whole = named(declaration).some((element) => element.isTypeOnly)
      ? []
      : [spoilNode(clause, `type ${clause.getText()}`, `import type ${clause.getText()}`)];
    const single = named(declaration).filter((element) => !element.isTypeOnly);
    return [...whole, ...single.map((element) => spoilNode(element, `type ${element.getText()}`))];
  });

/** Left over from a file that was written differently: nothing uses it, and mostly it is not there either. */
const unusedImport: Mutator = ({ file, path, random }) => {
  const first = importsIn(file)[0];
  if (!first || !path.startsWith("src/")) return [];
  const line = random.pick([
    'import { useThing } from "react";',
    'import { LegacyTable } from "./LegacyTable";',
    'import axios from "axios";',
    'import { useMemo as unusedMemo } from "react";',
    'import { noSuchIcon } from "lucide-react";',
    'import type { OldRow } from "./old-types";',
  ]);
  return [{ start: first.getStart(), end: first.getStart(), text: `${line}\n`, what: line }];
};

const missingKey: Mutator = ({ file }) =>
  [...nodesOf(file)].flatMap((node): Spoil[] =>
    ts.isJsxAttribute(node) && node.name.getText() === "key"
      ? [{ start: node.getFullStart(), end: node.end, text: "", what: `without ${node.getText()}` }]
      : [],
  );

const KNOWN_AS: Record<string, string> = { "react-router": "react-router-dom", clsx: "classnames" };

const missingDependency: Mutator = ({ file, random }) =>
  importsIn(file).flatMap((declaration): Spoil[] => {
    const specifier = specifierOf(declaration);
    if (isLocal(specifier) || specifier.startsWith("/")) return [];
    const other = KNOWN_AS[specifier] ?? slip(specifier, random);
    return [spoilNode(declaration.moduleSpecifier, `"${other}"`)];
  });

const wrongPath: Mutator = ({ file, random }) =>
  importsIn(file).flatMap((declaration): Spoil[] => {
    const specifier = specifierOf(declaration);
    if (!isLocal(specifier)) return [];
    const end = specifier.lastIndexOf("/");
    const [folder, base] = [specifier.slice(0, Math.max(0, end)), specifier.slice(end + 1)];
    const initial = base.charAt(0);
    const other = random.pick([
      `${folder}/${slip(base, random)}`,
      `${folder}/${initial === initial.toUpperCase() ? initial.toLowerCase() : initial.toUpperCase()}${base.slice(1)}`,
      `../${specifier.replace(/^\.\//, "")}`,
      `./${base}`,
      `${folder}/components/${base}`,
      `@/${base}`,
      `${specifier}.js`.replace(/\.css\.js$/, ".scss"),
    ]);
    return other === specifier ? [] : [spoilNode(declaration.moduleSpecifier, `"${other}"`)];
  });

/** Names of tables and fields, in code and in the schema itself. */
const schemaName: Mutator = (source) => (source.path === "data/schema.json" ? inSchema(source) : inCode(source));

type Schema = { tables: { name: string; columns: { name: string }[] }[] };

function inSchema({ file, random }: Source): Spoil[] {
  return [...nodesOf(file)].flatMap((node): Spoil[] => {
    if (!ts.isPropertyAssignment(node) || !/^"(name|ref)"$/.test(node.name.getText()) || !ts.isStringLiteral(node.initializer)) return [];
    return [spoilNode(node.initializer, `"${slip(node.initializer.text, random)}"`, `schema: ${node.getText()} misspelt`)];
  });
}

function inCode({ file, files, random }: Source): Spoil[] {
  const { tables } = JSON.parse(files["data/schema.json"] ?? '{"tables":[]}') as Schema;
  const names = new Set(tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]));
  return [...nodesOf(file)].flatMap((node): Spoil[] => {
    if (ts.isImportDeclaration(node.parent ?? node)) return [];
    const text = ts.isStringLiteral(node) || ts.isIdentifier(node) ? node.text : "";
    if (!names.has(text) || text.length < 3) return [];
    if (ts.isStringLiteral(node)) return [spoilNode(node, `"${slip(text, random)}"`)];
    const isName =
      ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent) || ts.isPropertyAccessExpression(node.parent);
    return isName && node.parent.name === node ? [spoilNode(node, slip(text, random), `field ${text} misspelt`)] : [];
  });
}

/** The declaration is misspelt, its uses are right. */
const misspeltDeclaration: Mutator = ({ file, random }) =>
  [...nodesOf(file)].flatMap((node): Spoil[] => {
    const declares =
      ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isPropertySignature(node) || ts.isTypeAliasDeclaration(node);
    const name = declares ? node.name : undefined;
    return name && ts.isIdentifier(name) && name.text.length > 3
      ? [spoilNode(name, slip(name.text, random), `declaration of ${name.text} misspelt`)]
      : [];
  });

const misspeltText: Mutator = ({ file, random }) =>
  [...nodesOf(file)].flatMap((node): Spoil[] => {
    if (!ts.isStringLiteral(node) || !/^[a-z][a-zA-Z]{3,}$/.test(node.text)) return [];
    const { parent } = node;
    const isChoice = ts.isJsxAttribute(parent)
      ? !/^(className|id|name|label|title|htmlFor)$/.test(parent.name.getText())
      : ts.isBinaryExpression(parent);
    return isChoice ? [spoilNode(node, `"${slip(node.text, random)}"`)] : [];
  });

/** A line taken out of `package.json`, of a package that the app imports. */
const unlistedDependency: Mutator = ({ path, text, files }) => {
  if (path !== "package.json") return [];
  return [...text.matchAll(/\n *"([\w@/-]+)": "\^[^"]*",(?=[^}]*\})/g)].flatMap(({ 0: line, 1: name, index }) => {
    const isUsed = Object.entries(files).some(([file, code]) => file.startsWith("src/") && code.includes(`from "${name}"`));
    return isUsed ? [{ start: index, end: index + line.length, text: "", what: `package.json without ${name}` }] : [];
  });
};

export const MUTATORS: Record<string, Mutator> = {
  "missing import": missingImport,
  "misspelt name": misspeltName,
  "misspelt property": misspeltProperty,
  "misspelt import": misspeltImport,
  "misspelt declaration": misspeltDeclaration,
  "misspelt choice": misspeltText,
  "missing await": missingAwait,
  "wrong default or named import": wrongForm,
  "import type": importType,
  "unused import": unusedImport,
  "missing key": missingKey,
  "missing dependency": missingDependency,
  "unlisted dependency": unlistedDependency,
  "wrong path": wrongPath,
  "misspelt table or field": schemaName,
};
