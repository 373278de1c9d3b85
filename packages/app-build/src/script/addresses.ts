/** Which addresses a script has the browser load, as far as they are written out in it. Whether they may be loaded says `page-addresses.ts`. */
import type { AnyNode, Program } from "acorn";
import type { Address, AddressUse } from "../address.ts";
import { calleeOf, stringOf } from "./syntax.ts";

const CALLED: Record<string, AddressUse> = { fetch: "connect", sendBeacon: "connect" };
const CONSTRUCTED: Record<string, AddressUse> = {
  Request: "connect",
  WebSocket: "connect",
  EventSource: "connect",
  Audio: "media",
  Worker: "script",
  SharedWorker: "script",
};
const MAX_DEPTH = 8;

type Constants = ReadonlyMap<string, AnyNode>;

/** Top-level `const NAME = …`, so that `fetch(API + "/users")` is understood. */
export function constantsOf(program: Program): Constants {
  const found = new Map<string, AnyNode>();
  for (const statement of program.body) {
    if (statement.type !== "VariableDeclaration" || statement.kind !== "const") continue;
    for (const { id, init } of statement.declarations) if (id.type === "Identifier" && init) found.set(id.name, init);
  }
  return found;
}

export function addressesIn(node: AnyNode, constants: Constants, lineAt: (offset: number) => number): Address[] {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return [];
  const address = (use: AddressUse, value: AnyNode | undefined): Address[] => {
    const text = value === undefined ? null : beginning(value, constants, 0);
    return text === null || value === undefined ? [] : [{ use, ...text, line: lineAt(value.start) }];
  };
  if (node.type === "NewExpression" && node.callee.type === "Identifier") {
    const use = Object.hasOwn(CONSTRUCTED, node.callee.name) ? CONSTRUCTED[node.callee.name] : undefined;
    return use ? address(use, node.arguments[0]) : [];
  }
  const called = calleeOf(node);
  if (!called) return [];
  const use = Object.hasOwn(CALLED, called.name) ? CALLED[called.name] : undefined;
  return use ? address(use, called.args[0]) : ofElement(called.args, address);
}

/** `jsx("img", { src: "…" })`, however the function is called. */
function ofElement(args: AnyNode[], address: (use: AddressUse, value: AnyNode | undefined) => Address[]): Address[] {
  const [first, props] = args;
  const tag = stringOf(first);
  if (tag === null || props?.type !== "ObjectExpression") return [];
  const attributes = new Map<string, AnyNode>();
  for (const property of props.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const name = property.key.type === "Identifier" ? property.key.name : stringOf(property.key);
    if (name !== null) attributes.set(name, property.value);
  }
  const relation = stringOf(attributes.get("rel"));
  return usesOf(tag, relation).flatMap(([name, use]) => address(use, attributes.get(name)));
}

const ELEMENTS: Record<string, [attribute: string, use: AddressUse][]> = {
  img: [["src", "image"]],
  image: [["href", "image"]],
  iframe: [["src", "frame"]],
  video: [
    ["src", "media"],
    ["poster", "image"],
  ],
  audio: [["src", "media"]],
  source: [["src", "media"]],
  track: [["src", "media"]],
  script: [["src", "script"]],
  embed: [["src", "object"]],
  object: [["data", "object"]],
};

export const LOADING_ELEMENTS = Object.keys(ELEMENTS);

/** Which attributes of an element the browser loads, and as what. Used for JSX and for HTML. */
export function usesOf(tag: string, relation: string | null): [attribute: string, use: AddressUse][] {
  if (tag === "link") {
    const words = (relation ?? "").toLowerCase().split(/\s+/);
    if (words.includes("stylesheet")) return [["href", "style"]];
    return words.includes("icon") || words.includes("apple-touch-icon") ? [["href", "image"]] : [];
  }
  return Object.hasOwn(ELEMENTS, tag) ? (ELEMENTS[tag] ?? []) : [];
}

/** How an address begins, as far as it is known here; `whole`: that is all of it. */
function beginning(node: AnyNode, constants: Constants, depth: number): Pick<Address, "address" | "whole"> | null {
  const text = stringOf(node);
  if (text !== null) return { address: text, whole: true };
  if (depth >= MAX_DEPTH) return null;
  if (node.type === "Identifier") {
    const value = constants.get(node.name);
    return value ? beginning(value, constants, depth + 1) : null;
  }
  const parts = partsOf(node);
  let known = "";
  for (const part of parts) {
    const next = typeof part === "string" ? { address: part, whole: true } : beginning(part, constants, depth + 1);
    if (next === null) return known === "" ? null : { address: known, whole: false };
    known += next.address;
    if (!next.whole) return { address: known, whole: false };
  }
  return parts.length === 0 ? null : { address: known, whole: true };
}

function partsOf(node: AnyNode): (AnyNode | string)[] {
  if (node.type === "TemplateLiteral")
    return node.quasis.flatMap(({ value }, index) => [value.cooked ?? "", ...node.expressions.slice(index, index + 1)]);
  return node.type === "BinaryExpression" && node.operator === "+" && node.left.type !== "PrivateIdentifier" ? [node.left, node.right] : [];
}
