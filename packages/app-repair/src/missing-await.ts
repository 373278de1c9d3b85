/** A promise where what it promises is wanted: waits for it where it is made, or where it is used. */

import type { Edit } from "@edgewright/app-check";
import { nodesOf } from "@edgewright/app-check";
import type { Expression, Node } from "typescript";
import type { Proposal, Site } from "./site.ts";

/** Findings that a promise in the wrong place leads to. */
const CODES = new Set([
  2322, 2339, 2345, 2349, 2351, 2362, 2363, 2365, 2367, 2461, 2488, 2504, 2533, 2538, 2551, 2571, 2739, 2740, 2741, 2769, 2786, 2801, 18046,
  2872, 2353, 2554, 7053, 2794, 2559, 2352,
]);

export function missingAwait(site: Site): Proposal[] {
  if (!CODES.has(site.number)) return [];
  return around(site)
    .filter((node) => isPromise(site, node))
    .flatMap((node): Proposal[] => {
      const near = node.getStart(site.file) === site.fault.start ? 0 : 0.2;
      return [...whereMade(site, node, near), ...(inAsync(site, node) ? waited(site, node, 0.4 + near) : [])];
    });
}

/** Expressions that begin at the finding or lie within it, the enclosing statement's at most. */
function around({ ts, file, fault, node }: Site): Expression[] {
  const end = fault.start + fault.length;
  const found: Expression[] = [];
  let root: Node = node;
  while (root.parent && root.parent !== file && (root.getStart(file) > fault.start || root.end < end)) root = root.parent;
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) found.push(node.parent.expression);
  if (ts.isBindingElement(node.parent)) {
    const declaration = node.parent.parent.parent;
    if (ts.isVariableDeclaration(declaration) && declaration.initializer) found.push(declaration.initializer);
  }
  // The value behind the name at which the finding stands.
  const { parent } = node;
  if ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.initializer) found.push(parent.initializer);
  if (ts.isJsxAttribute(parent) && parent.initializer && ts.isJsxExpression(parent.initializer) && parent.initializer.expression)
    found.push(parent.initializer.expression);
  if (ts.isReturnStatement(root) && root.expression) found.push(root.expression);
  for (const one of nodesOf(ts, root)) if (ts.isExpression(one) && !ts.isFunctionLike(one)) found.push(one);
  return [...new Set(found)];
}

function isPromise({ ts, checker }: Site, node: Node): boolean {
  if (ts.isAwaitExpression(node)) return false;
  const type = checker.getTypeAtLocation(node);
  const members = type.isUnion() ? type.types : [type];
  return members.some((member) => member.symbol?.name === "Promise");
}

/** `const rows = await load()` when `rows` is the promise. */
function whereMade(site: Site, node: Node, near: number): Proposal[] {
  const { ts, checker, file } = site;
  if (!ts.isIdentifier(node)) return [];
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || declaration.getSourceFile() !== file || !declaration.initializer) return [];
  return inAsync(site, declaration) ? waited(site, declaration.initializer, near) : [];
}

function waited(site: Site, node: Node, cost: number): Proposal[] {
  const edits = waitedFor(site, node);
  return edits.length > 0 ? [{ kind: "missing_await", cost, edits }] : [];
}

/** Of a choice, the promises among its branches. */
function waitedFor(site: Site, node: Node): Edit[] {
  const { ts, file, path } = site;
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].filter((branch) => isPromise(site, branch)).flatMap((branch) => waitedFor(site, branch));
  const start = node.getStart(file);
  const { parent } = node;
  const tight =
    (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent) || ts.isElementAccessExpression(parent)) &&
    parent.expression === node;
  const loose = !(
    ts.isCallExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isParenthesizedExpression(node)
  );
  const before = { path, start, end: start, text: tight ? "(await " : loose ? "await (" : "await " };
  return tight || loose ? [before, { path, start: node.end, end: node.end, text: ")" }] : [before];
}

/** The word itself stands in a module, or in a function that may wait. */
function inAsync({ ts, file }: Site, node: Node): boolean {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isFunctionLike(at)) return "modifiers" in at && Boolean(at.modifiers?.some((modifier) => modifier.getText(file) === "async"));
  }
  return true;
}
