/**
 * Tables and fields that code asks for and the schema does not have. What is not sure is not said: a name in a
 * variable, and a property of a row's type unless a field's name is near it.
 */
import type { CallExpression, Expression, ObjectLiteralExpression, SourceFile, StringLiteralLike, TypeChecker } from "typescript";
import { nearestName } from "../distance.ts";
import { importsIn, specifierOf } from "../import-edit.ts";
import { nodesOf } from "../nodes.ts";
import type { TypeScript } from "../typescript.ts";
import type { Tables } from "./schema.ts";

/** `names` are those that there are. */
export type Undeclared = { start: number; length: number; code: "SCHEMA" | "ROUTE"; message: string };

const KIT = "@edgewright/app-kit";
const HOOKS = new Set(["useTable", "useRow", "useTotals"]);

export function undeclaredNames(ts: TypeScript, checker: TypeChecker, file: SourceFile, tables: Tables): Undeclared[] {
  const hooks = hooksIn(ts, file);
  if (hooks.size === 0) return [];
  return [...nodesOf(ts, file)].flatMap((node): Undeclared[] => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !hooks.has(node.expression.text)) return [];
    const [table, query] = node.arguments;
    if (!table || !ts.isStringLiteralLike(table)) return [];
    const fields = tables.get(table.text);
    if (!fields)
      return [
        at(
          file,
          table,
          `There is no table "${table.text}"; tables: ${[...tables.keys()].join(", ") || "none"}. Use one of them, or add it to data/schema.json.`,
        ),
      ];
    const asked = query && ts.isObjectLiteralExpression(query) ? columnsIn(ts, query) : [];
    const missing = asked
      .filter(({ text }) => !fields.has(text))
      .map((column) => at(file, column, noField(table.text, column.text, fields)));
    return [...missing, ...unlikeRow(ts, checker, file, node, table.text, fields)];
  });
}

const noField = (table: string, field: string, fields: Set<string>) =>
  `"${table}" has no field "${field}"; fields: ${[...fields].join(", ")}. Use one of them, or add it to the table in data/schema.json.`;

const at = (file: SourceFile, node: Expression, message: string): Undeclared => {
  const start = node.getStart(file);
  return { start, length: node.end - start, code: "SCHEMA", message };
};

/** What the file calls the hooks that take a table's name. */
export function hooksIn(ts: TypeScript, file: SourceFile): Set<string> {
  const specifiers = importsIn(ts, file)
    .filter((declaration) => specifierOf(ts, declaration) === KIT)
    .flatMap(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
    });
  return new Set(specifiers.filter(({ propertyName, name }) => HOOKS.has((propertyName ?? name).text)).map(({ name }) => name.text));
}

/** Every `column: "…"` within `filters`, `sort`, `figures` and `by`. */
function columnsIn(ts: TypeScript, query: ObjectLiteralExpression): StringLiteralLike[] {
  return query.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name) || !/^(filters|sort|figures|by)$/.test(property.name.text))
      return [];
    return [...nodesOf(ts, property.initializer)].flatMap((node) =>
      ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === "column" && ts.isStringLiteralLike(node.initializer)
        ? [node.initializer]
        : [],
    );
  });
}

/** A property of the row's type that no field answers to, while a field of nearly that name has no property. */
function unlikeRow(
  ts: TypeScript,
  checker: TypeChecker,
  file: SourceFile,
  { typeArguments }: CallExpression,
  table: string,
  fields: Set<string>,
): Undeclared[] {
  const argument = typeArguments?.[0];
  if (!argument || !ts.isTypeReferenceNode(argument)) return [];
  const names = new Set(
    checker
      .getTypeFromTypeNode(argument)
      .getProperties()
      .map(({ name }) => name),
  );
  const free = [...fields].filter((field) => !names.has(field));
  const start = argument.getStart(file);
  return [...names]
    .filter((name) => !fields.has(name) && nearestName(name, free).length > 0)
    .map((name) => ({ start, length: argument.end - start, code: "SCHEMA", message: noField(table, name, fields) }));
}
