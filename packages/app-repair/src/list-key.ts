/** Elements of a list that React cannot tell apart, since they have no `key`: `rows.map((row) => <Row row={row} />)`. */

import type { Edit, Inspection, TypeScript } from "@edgewright/app-check";
import { nodesOf } from "@edgewright/app-check";
import type {
  ArrowFunction,
  BindingPattern,
  CallExpression,
  Expression,
  JsxElement,
  JsxSelfClosingElement,
  Node,
  SourceFile,
  Type,
  TypeChecker,
} from "typescript";
import type { ImportCleanup } from "./unused-import.ts";

type Element = JsxElement | JsxSelfClosingElement;
type ListKeySite = { ts: TypeScript; checker: TypeChecker; path: string; file: SourceFile };

/** Properties that tell the items of a list apart, the surest first. */
const TELLING = ["id", "key", "slug", "code", "to", "href", "path", "value", "name", "label", "title"];

export function missingKeys({ ts, checker }: Inspection, path: string, file: SourceFile): ImportCleanup[] {
  if (!/\.map\(|Array\.from\(/.test(file.text)) return [];
  const at = { ts, checker, path, file };
  return [...nodesOf(ts, file)].flatMap((node): ImportCleanup[] => {
    const callback = ts.isCallExpression(node) ? callbackOf(ts, node) : undefined;
    const element = callback && shown(ts, callback);
    if (!callback || !element || hasKey(ts, element)) return [];
    const tag = ts.isJsxElement(element) ? element.openingElement.tagName : element.tagName;
    const { line } = ts.getLineAndCharacterOfPosition(file, element.getStart(file));
    const message = `<${tag.getText(file)}> is one of a list and has no key.`;
    const { key, edits } = keyFor(at, callback);
    const insert = { path, start: tag.end, end: tag.end, text: ` key={${key}}` };
    return [{ repair: { kind: "missing_key", file: path, line: line + 1, message }, edits: [...edits, insert] }];
  });
}

/** Of `rows.map(…)` or `Array.from(rows, …)`. */
function callbackOf(ts: TypeScript, call: CallExpression): ArrowFunction | undefined {
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const callback = call.arguments[call.expression.name.text === "map" ? 0 : call.expression.getText() === "Array.from" ? 1 : 2];
  return callback && ts.isArrowFunction(callback) ? callback : undefined;
}

/** The one element that the callback gives. */
function shown(ts: TypeScript, { body }: ArrowFunction): Element | null {
  let given: Expression | undefined;
  if (!ts.isBlock(body)) given = body;
  else {
    const returns = body.statements.filter(ts.isReturnStatement);
    given = returns.length === 1 ? returns[0]?.expression : undefined;
  }
  while (given && ts.isParenthesizedExpression(given)) given = given.expression;
  return given && (ts.isJsxElement(given) || ts.isJsxSelfClosingElement(given)) ? given : null;
}

/** Attributes that are spread may hold one. */
function hasKey(ts: TypeScript, element: Element): boolean {
  const { attributes } = ts.isJsxElement(element) ? element.openingElement : element;
  return attributes.properties.some((one) => ts.isJsxSpreadAttribute(one) || one.name.getText() === "key");
}

/** What tells the item apart; its place in the list where nothing else does. */
function keyFor({ ts, checker, path, file }: ListKeySite, callback: ArrowFunction): { key: string; edits: Edit[] } {
  const [item, index] = callback.parameters;
  const pattern = item?.name;
  const found = pattern && (localIn(ts, callback) ?? (ts.isIdentifier(pattern) ? keyOf(checker, pattern) : keyFrom(ts, checker, pattern)));
  if (found) return { key: found, edits: [] };
  if (index) return { key: index.name.getText(file), edits: [] };
  if (!item)
    return { key: "index", edits: [{ path, start: callback.getStart(file) + 1, end: callback.getStart(file) + 1, text: "_, index" }] };
  const bare = file.text[item.getStart(file) - 1] !== "(" && !file.text.slice(item.end, callback.equalsGreaterThanToken.pos).includes(")");
  const [open, close] = bare ? ["(", ")"] : ["", ""];
  return {
    key: "index",
    edits: [
      { path, start: item.getStart(file), end: item.getStart(file), text: open },
      { path, start: item.end, end: item.end, text: `, index${close}` },
    ],
  };
}

/** `const { id } = …` within the callback. */
function localIn(ts: TypeScript, { body }: ArrowFunction): string | undefined {
  if (!ts.isBlock(body)) return undefined;
  const names = body.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : ts.isObjectBindingPattern(name) ? boundNames(name) : []));
  return ["id", "key"].find((name) => names.includes(name));
}

const boundNames = (pattern: BindingPattern): string[] => [...pattern.elements].map((element) => element.getText());

function keyOf(checker: TypeChecker, item: Node): string | undefined {
  const type = checker.getTypeAtLocation(item);
  const name = item.getText();
  if (isPlain(checker, type)) return name;
  if (type.symbol?.name === "Date") return `${name}.getTime()`;
  const plain = type.getProperties().filter((property) => isPlain(checker, checker.getTypeOfSymbolAtLocation(property, item)));
  const names = new Set(plain.map((property) => property.name));
  const telling = TELLING.find((one) => names.has(one)) ?? plain[0]?.name;
  return telling === undefined ? undefined : `${name}.${telling}`;
}

/** `({ id, name }) => …` or `([name, value]) => …`. */
function keyFrom(ts: TypeScript, checker: TypeChecker, pattern: BindingPattern): string | undefined {
  const named = pattern.elements.flatMap((element) => (ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element] : []));
  const plain = named.filter(({ name }) => isPlain(checker, checker.getTypeAtLocation(name)));
  const telling = ts.isArrayBindingPattern(pattern)
    ? plain[0]
    : TELLING.map((one) => plain.find(({ propertyName, name }) => (propertyName ?? name).getText() === one)).find(Boolean);
  return telling?.name.getText();
}

/** Text or number. */
const PLAIN = 12583968 | 67648;

function isPlain(checker: TypeChecker, type: Type): boolean {
  if (type.isUnion()) return type.types.every((one) => isPlain(checker, one));
  if (type.isIntersection()) return type.types.some((one) => isPlain(checker, one));
  if ((type.flags & PLAIN) !== 0) return true;
  const base = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
  return base !== undefined && base !== type && isPlain(checker, base);
}
