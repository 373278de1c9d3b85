/** Elements of a list that React cannot tell apart, since they have no `key`: `rows.map((row) => <Row row={row} />)`. */
import type {
  ArrowFunction,
  CallExpression,
  Expression,
  Identifier,
  JsxElement,
  JsxSelfClosingElement,
  Node,
  SourceFile,
  Type,
} from "typescript";
import type { Inspection } from "../inspection.ts";
import type { TypeScript } from "../typescript.ts";
import { nodesOf } from "./site.ts";
import type { Tidied } from "./unused-import.ts";

/** Properties that tell the items of a list apart, the surest first. */
const TELLING = ["id", "key", "slug", "code", "name", "path", "to", "href", "value", "label", "title"];

export function missingKeys({ ts, checker }: Inspection, path: string, file: SourceFile): Tidied[] {
  if (!file.text.includes(".map(")) return [];
  return [...nodesOf(ts, file)].flatMap((node): Tidied[] => {
    const callback = isShownMap(ts, node) ? node.arguments[0] : undefined;
    if (!callback || !ts.isArrowFunction(callback)) return [];
    const element = shown(ts, callback);
    if (!element || hasKey(ts, element)) return [];
    const tag = ts.isJsxElement(element) ? element.openingElement.tagName : element.tagName;
    const { line } = ts.getLineAndCharacterOfPosition(file, element.getStart(file));
    const repair = {
      kind: "missing_key",
      file: path,
      line: line + 1,
      message: `<${tag.getText(file)}> is one of a list and has no key.`,
    } as const;
    const item = callback.parameters[0];
    const type = item && checker.getTypeAtLocation(item);
    const key = item && type && (ts.isIdentifier(item.name) ? keyOf(item.name, type) : keyFrom(ts, item.name));
    if (key) return [{ repair, edits: [{ path, start: tag.end, end: tag.end, text: ` key={${key}}` }] }];
    return [];
  });
}

/** `{rows.map(…)}` in markup. */
function isShownMap(ts: TypeScript, node: Node): node is CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== "map") return false;
  let at: Node = node.parent;
  while (ts.isParenthesizedExpression(at) || ts.isConditionalExpression(at) || ts.isBinaryExpression(at)) at = at.parent;
  return ts.isJsxExpression(at) && (ts.isJsxElement(at.parent) || ts.isJsxFragment(at.parent));
}

/** The one element that the callback gives. */
function shown(ts: TypeScript, { body }: ArrowFunction): JsxElement | JsxSelfClosingElement | null {
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
function hasKey(ts: TypeScript, element: JsxElement | JsxSelfClosingElement): boolean {
  const { attributes } = ts.isJsxElement(element) ? element.openingElement : element;
  return attributes.properties.some((one) => ts.isJsxSpreadAttribute(one) || one.name.getText() === "key");
}

function keyOf(item: Identifier, type: Type): string | null {
  if (isPlain(type)) return item.text;
  const property = TELLING.find((name) => type.getProperty(name));
  return property ? `${item.text}.${property}` : null;
}

/** `({ id, name }) => …` or `([name, value]) => …`. */
function keyFrom(ts: TypeScript, pattern: Node): string | null {
  if (ts.isArrayBindingPattern(pattern)) {
    const [first] = pattern.elements;
    return first && ts.isBindingElement(first) && ts.isIdentifier(first.name) ? first.name.text : null;
  }
  if (!ts.isObjectBindingPattern(pattern)) return null;
  const names = new Map(pattern.elements.map(({ propertyName, name }) => [(propertyName ?? name).getText(), name.getText()]));
  const telling = TELLING.find((name) => names.has(name));
  return telling ? (names.get(telling) ?? null) : null;
}

const isPlain = (type: Type): boolean =>
  type.isUnion() ? type.types.every(isPlain) : type.isStringLiteral() || type.isNumberLiteral() || (type.flags & PLAIN) !== 0;
/** Text or number. */
const PLAIN = 12583968 | 67648;
