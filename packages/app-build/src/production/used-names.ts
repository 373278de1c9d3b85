/** Which of a package's exports an app's modules use, where that can be told from their code. */
import type { AnyNode, Program } from "acorn";
import { stringOf, walk } from "../script/syntax.ts";

/** By package: names, of a namespace `z.string`; null: it may be any. */
export type Uses = Record<string, string[] | null>;

/** Sucrase writes `var _zod = require('zod')`, and `_zod.z.string` for what is imported; all else may be any use. */
export function addUses(uses: Map<string, Set<string> | null>, program: Program): void {
  const variables = new Map<string, string>();
  const read = new Set<AnyNode>();
  walk(program, (node) => {
    const isNamed = node.type === "VariableDeclarator" && node.id.type === "Identifier";
    const specifier = requiredBy(isNamed ? node.init : node);
    if (specifier === null || read.has(node)) return;
    if (isNamed && node.init && node.id.type === "Identifier") {
      variables.set(node.id.name, specifier);
      if (!uses.has(specifier)) uses.set(specifier, new Set());
      read.add(node.id).add(node.init);
    } else uses.set(specifier, null);
  });
  walk(program, (node) => {
    if (read.has(node)) return;
    const path = memberPath(node);
    const specifier = path ? variables.get(path.variable) : undefined;
    if (path && specifier !== undefined) {
      for (const part of path.nodes) read.add(part);
      uses.get(specifier)?.add(path.names);
    } else if (node.type === "Identifier") {
      const whole = variables.get(node.name);
      if (whole !== undefined) uses.set(whole, null);
    }
  });
}

function requiredBy(node: AnyNode | null | undefined): string | null {
  if (node?.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require") return null;
  return stringOf(node.arguments[0]);
}

/** Of `_zod.z.string` its variable and `z.string`, of `_clsx.clsx(…)` the variable and `clsx`; the innermost two names at most. */
function memberPath(node: AnyNode): { variable: string; names: string; nodes: AnyNode[] } | null {
  const outer = member(node);
  if (!outer) return null;
  if (outer.object.type === "Identifier") return { variable: outer.object.name, names: outer.name, nodes: [node, outer.object] };
  const inner = member(outer.object);
  if (inner?.object.type !== "Identifier" || inner.name !== NAMESPACE) return null;
  return { variable: inner.object.name, names: `${inner.name}.${outer.name}`, nodes: [node, outer.object, inner.object] };
}

/** What zod is imported as: its parts are told apart, not the whole of it. */
const NAMESPACE = "z";

function member(node: AnyNode): { object: AnyNode; name: string } | null {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
  return { object: node.object, name: node.property.name };
}
