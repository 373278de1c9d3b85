/** How deep a condition is once the database is asked it, which refuses an expression of more than 100 levels (workerd's limit). */
import { type Node, parts } from "./node.ts";

/** With room for what a list puts around it: twenty filters, a search, the other version's rule. */
const HEIGHT_MAX = 70;
/** A field with the look at whether its value is of the field's kind. */
const FIELD = 8;
/** What is asked in a question of its own, so that an answer that is none is unknown. */
const QUESTION = 8;
const CHOICE = 12;

const heightOf = (node: Node): number => own(node) + (node.op === "." ? 0 : Math.max(0, ...parts(node).map(heightOf)));

function own({ op, checkedType }: Node): number {
  if (op === ".") return FIELD;
  if (op === "?:") return CHOICE;
  const isNumber = /^[+*/-]$/.test(op) && checkedType?.name !== "string";
  return isNumber || op === "in" || op.endsWith("call") ? QUESTION : 1;
}

export const isTooHigh = (tree: Node): boolean => heightOf(tree) > HEIGHT_MAX;
