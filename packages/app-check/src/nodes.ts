/** Walks a file's code. Used by checks and repairs. */
import type { Node, SourceFile } from "typescript";
import type { TypeScript } from "./typescript.ts";

export function* nodesOf(ts: TypeScript, root: Node): Generator<Node> {
  yield root;
  const children: Node[] = [];
  ts.forEachChild(root, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(ts, child);
}

/** Where an identifier of this name stands in the file, in whatever meaning. */
export function namedIn(ts: TypeScript, file: SourceFile, name: string): Node[] {
  if (!file.text.includes(name)) return [];
  return [...nodesOf(ts, file)].filter((node) => ts.isIdentifier(node) && node.text === name);
}
