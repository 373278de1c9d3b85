/** csstype without its documentation's weight: each property of `style` with the values that TypeScript really tells apart. */
import ts from "typescript";

const INTERFACES = /^(Standard|Vendor|Obsolete|Svg)(Longhand|Shorthand)?Properties$/;

type Value = { literals: Set<string>; text: boolean; number: boolean; length: boolean; time: boolean };

export function cutCsstype(text: string): string {
  const file = ts.createSourceFile("csstype.d.ts", text, ts.ScriptTarget.Latest, true);
  const aliases = new Map<string, ts.TypeNode>();
  const properties = new Map<string, ts.TypeNode>();
  const visit = (statement: ts.Statement, scope: string): void => {
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      for (const inner of statement.body.statements) visit(inner, `${statement.name.text}.`);
    } else if (ts.isTypeAliasDeclaration(statement)) aliases.set(scope + statement.name.text, statement.type);
    else if (ts.isInterfaceDeclaration(statement) && INTERFACES.test(statement.name.text)) {
      for (const member of statement.members) {
        if (ts.isPropertySignature(member) && member.type) properties.set(member.name.getText().replaceAll(/["']/g, ""), member.type);
      }
    }
  };
  for (const statement of file.statements) visit(statement, "");

  const words = aliases.get("Globals");
  if (!words) throw new Error("csstype has no type Globals any more.");
  const globals = resolveValue(words, aliases, "");
  const lines = [...properties].map(([name, type]) => `${name}?: ${write(resolveValue(type, aliases, ""), globals)};`);
  return [
    `type G = ${[...globals.literals].join(" | ")};`,
    "export interface Properties<TLength = (string & {}) | 0, TTime = string & {}> {",
    ...lines,
    "}",
    "export interface PropertiesHyphen<TLength = (string & {}) | 0, TTime = string & {}> { [name: string]: string | number | TLength | TTime | undefined }",
    "export namespace Property { type Color = string; }",
    "",
  ].join("\n");
}

/** Follows aliases down to literals, `string`, `number` and the two parameters. */
function resolveValue(type: ts.TypeNode, aliases: Map<string, ts.TypeNode>, scope: string): Value {
  const value: Value = { literals: new Set(), text: false, number: false, length: false, time: false };
  const visit = (node: ts.TypeNode, within: string): void => {
    if (ts.isUnionTypeNode(node)) for (const part of node.types) visit(part, within);
    else if (ts.isLiteralTypeNode(node)) value.literals.add(node.getText());
    else if (node.kind === ts.SyntaxKind.StringKeyword || node.getText() === "(string & {})") value.text = true;
    else if (node.kind === ts.SyntaxKind.NumberKeyword || node.getText() === "(number & {})") value.number = true;
    else if (ts.isTypeReferenceNode(node)) follow(node.typeName.getText(), within);
  };
  const follow = (name: string, within: string): void => {
    if (name === "TLength") value.length = true;
    else if (name === "TTime") value.time = true;
    else {
      const found = aliases.has(within + name) ? within + name : name;
      const alias = aliases.get(found);
      if (alias) visit(alias, found.includes(".") ? found.slice(0, found.indexOf(".") + 1) : "");
    }
  };
  visit(type, scope);
  return value;
}

function write({ literals, text, number, length, time }: Value, globals: Value): string {
  const own = [...literals].filter((literal) => !globals.literals.has(literal));
  const parts = text ? ["string", ...own.filter((literal) => !/^["']/.test(literal))] : ["G", ...own];
  return [...parts, ...(number ? ["number"] : []), ...(length ? ["TLength"] : []), ...(time ? ["TTime"] : []), "undefined"].join(" | ");
}
