/** JavaScript as a tree: read by acorn, walked without recursion, so that neither long nor deep code costs more than its length. */
import { type AnyNode, Parser, type Program } from "acorn";

/**
 * Without acorn's lists of declared names, which are searched for every name: 30,000 names in a scope took seconds.
 * Names declared twice are for the type checker to tell.
 */
class LinearParser extends Parser {
  declareName(): void {}
  checkLocalExport(): void {}
}

export type SyntaxProblem = { message: string; line: number; offset: number };

export function parseProgram(code: string): { program: Program } | { problem: SyntaxProblem } {
  try {
    return { program: LinearParser.parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true }) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** Acorn says `Unexpected token (12:5)`, and puts the place beside it. */
function problemOf(error: unknown): SyntaxProblem {
  if (error instanceof SyntaxError && "loc" in error && "pos" in error) {
    const { line } = error.loc as { line: number };
    const end = error.message.lastIndexOf(" (");
    return { message: end < 0 ? error.message : error.message.slice(0, end), line, offset: error.pos as number };
  }
  // The stack ended.
  return { message: "The code is nested too deeply", line: 1, offset: 0 };
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function* childrenOf(node: AnyNode): Generator<AnyNode> {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) yield item;
    } else if (isNode(value)) yield value;
  }
}

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Every node in the order of the text; `inFunction`: its `await` would belong to a function. */
export function walk(root: AnyNode, visit: (node: AnyNode, inFunction: boolean) => void): void {
  const waiting: [node: AnyNode, inFunction: boolean][] = [[root, false]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, inFunction] = next;
    visit(node, inFunction);
    const inside = inFunction || FUNCTIONS.has(node.type);
    for (const child of [...childrenOf(node)].reverse()) waiting.push([child, inside]);
  }
}

/** The text of a string, or of a template without holes. */
export function stringOf(node: AnyNode | undefined): string | null {
  if (node?.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** What is called: sucrase writes `_react.useState.call(void 0, …)` for an imported `useState(…)`. */
export function calleeOf(node: AnyNode): { name: string; args: AnyNode[] } | null {
  if (node.type !== "CallExpression") return null;
  const { callee, arguments: args } = node;
  if (callee.type === "Identifier") return { name: callee.name, args };
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.computed) return null;
  const { object, property } = callee;
  if (property.name === "call" && object.type === "MemberExpression" && object.property.type === "Identifier" && !object.computed) {
    return { name: object.property.name, args: args.slice(1) };
  }
  return { name: property.name, args };
}
