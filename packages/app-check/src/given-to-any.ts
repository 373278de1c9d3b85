/**
 * Callbacks given to what is `any`. Families of lib.dom are cut to it for memory; with the real types the parameters of
 * `indexedDB.open("notes").onsuccess = (event) => …` have their types, so a check that misses those must not ask for them.
 */
import type { Node, SourceFile, Type, TypeChecker } from "typescript";
import type { TypeScript } from "./typescript.ts";

/** A parameter, or a part of one, that has no type of its own. */
export const UNTYPED = new Set([7006, 7019, 7031]);
const ANY = 1;

export function isGivenToAny({ ts, checker }: { ts: TypeScript; checker: TypeChecker }, file: SourceFile, start: number): boolean {
  let at: Node = ts.getTokenAtPosition(file, start);
  while (!ts.isFunctionLike(at)) {
    if (!at.parent) return false;
    at = at.parent;
  }
  const { parent } = at;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return isAny(checker.getTypeAtLocation(parent.expression));
  return ts.isBinaryExpression(parent) && parent.right === at && isAny(checker.getTypeAtLocation(parent.left));
}

/** What could not be resolved is `any` too, but is told as such. */
const isAny = (type: Type): boolean => (type.flags & ANY) !== 0 && (type as Type & { intrinsicName?: string }).intrinsicName !== "error";
