/**
 * A module's body as it is published: without comments, without what only development reads (places of JSX in their files, marks
 * for React Refresh), and without spaces that mean nothing. Lines stay, so that errors name the app's own.
 */
import { type AnyNode, Parser, type Program, type Token } from "acorn";
import { walk } from "../script/syntax.ts";

type Range = { start: number; end: number };
export type ProductionModule = { code: string; program: Program };

/** A body that cannot be read stays as it is: it says by itself what is wrong with it. */
export function productionModule(body: string): ProductionModule | null {
  const tokens: Token[] = [];
  try {
    const program = Parser.parse(body, { ecmaVersion: "latest", sourceType: "module", allowReturnOutsideFunction: true, onToken: tokens });
    return { code: compacted(body, tokens, developmentOnly(program)), program };
  } catch {
    return null;
  }
}

/** `_jsxdevruntime.jsxDEV.call(void 0, type, props, key, isStatic, source, self)`: how many of them production reads. */
const JSX_READS = 5;

/** Parts of the code, in its order. */
function developmentOnly(program: Program): Range[] {
  const ranges: Range[] = [];
  for (const statement of program.body) if (isFileName(statement) || isRefreshMark(statement)) ranges.push(statement);
  walk(program, (node) => {
    if (node.type !== "CallExpression" || !isJsx(node.callee)) return;
    const last = node.arguments[JSX_READS - 1];
    if (last && node.arguments.length > JSX_READS) ranges.push({ start: last.end, end: node.end - 1 });
  });
  return ranges.sort((one, other) => one.start - other.start);
}

const isMember = (node: AnyNode, name: string) =>
  node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier" && node.property.name === name;

const isJsx = (callee: AnyNode): boolean =>
  callee.type === "MemberExpression" && isMember(callee, "call") && isMember(callee.object, "jsxDEV");

const isFileName = (statement: AnyNode): boolean => {
  const [first] = statement.type === "VariableDeclaration" ? statement.declarations : [];
  return first?.id.type === "Identifier" && first.id.name === "_jsxFileName";
};

const isRefreshMark = (statement: AnyNode): boolean => {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") return false;
  const { left } = statement.expression;
  if (left.type !== "MemberExpression" || left.object.type !== "Identifier" || left.object.name !== "module") return false;
  return isMember(left, "refresh") || isMember(left, "hooks");
};

function compacted(code: string, tokens: readonly Token[], without: readonly Range[]): string {
  const parts: string[] = [];
  let before: Range | null = null;
  let next = 0;
  for (const token of tokens) {
    while ((without[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    const range = without[next];
    if (range && token.start >= range.start && token.end <= range.end) continue;
    if (before) parts.push(between(code, before.end, token.start));
    parts.push(code.slice(token.start, token.end));
    before = token;
  }
  return parts.join("");
}

/** What must stand between two tokens: the ends of lines, or a space where they would be read as one. */
function between(code: string, from: number, to: number): string {
  if (from === to) return "";
  const gap = code.slice(from, to);
  const lines = gap.split("\n").length - 1;
  if (lines > 0) return "\n".repeat(lines);
  const touching = code.charAt(from - 1) + code.charAt(to);
  return /^[\w$#\\\u0080-\uffff]{2}$|^[-+*/<>!=&|%?]{2}$|^\d\.$/.test(touching) ? " " : "";
}
