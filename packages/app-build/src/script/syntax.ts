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

/** Nodes hold offsets and no lines, which would be a third of the work; `linesOf` has those of the few that are told. */
export function parseProgram(code: string): { program: Program } | { problem: SyntaxProblem } {
  try {
    return { program: LinearParser.parse(code, { ecmaVersion: "latest", sourceType: "module" }) };
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

/** The line, from 1, at an offset. The text is looked through when the first one is asked for. */
export function linesOf(code: string): (offset: number) => number {
  let breaks: number[] | null = null;
  return (offset) => {
    breaks ??= breaksIn(code);
    let low = 0;
    for (let high = breaks.length; low < high; ) {
      const middle = (low + high) >> 1;
      const end = breaks[middle];
      if (end !== undefined && end < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function breaksIn(code: string): number[] {
  const breaks: number[] = [];
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) breaks.push(at);
  return breaks;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Adds what is directly below `node`, the first in the text at the end. */
function pushChildren(node: AnyNode, onto: AnyNode[]): void {
  const first = onto.length;
  for (const value of Object.values(node) as unknown[]) {
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) onto.push(item);
    } else if (isNode(value)) onto.push(value);
  }
  for (const child of onto.splice(first).reverse()) onto.push(child);
}

const FUNCTIONS: ReadonlySet<string> = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Every node in the order of the text; `inFunction`: its `await` would belong to a function. */
export function walk(root: AnyNode, visit: (node: AnyNode, inFunction: boolean) => void): void {
  const waiting = [root];
  // How many nodes wait outside the outermost function that is being walked.
  let outside = Number.POSITIVE_INFINITY;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (waiting.length < outside) outside = Number.POSITIVE_INFINITY;
    const inFunction = outside <= waiting.length;
    visit(node, inFunction);
    if (!inFunction && FUNCTIONS.has(node.type)) outside = waiting.length;
    pushChildren(node, waiting);
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
