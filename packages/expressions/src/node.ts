/** The tree of an expression, as the library parses it: the parts that conditions are made of. */

export type Node = {
  op: string;
  args: unknown;
  /** Of the text, from 0. */
  pos: number;
  checkedType?: { name: string };
  /** What computes a binary operator, once types are known. */
  handle?: (left: unknown, right: unknown, ...more: unknown[]) => unknown;
};

export const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "op" in value && "args" in value;

/** The nodes directly below one. */
export const parts = ({ args }: Node): Node[] => [args].flat(2).filter(isNode);

export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const part of parts(node)) yield* nodesIn(part);
}
