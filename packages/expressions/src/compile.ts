/** A condition as text, read: a tree whose every part is known, with its types; or what is wrong with it, and where. */
import type { Column } from "@edgewright/contracts";
import { ARITHMETIC, newEnvironment } from "./environment.ts";
import { isTooHigh } from "./height.ts";
import { DAY, INSTANT, type Kind, kindOf, kindsOf, TIME } from "./kinds.ts";
import { isNode, type Node, nodesIn, parts } from "./node.ts";

/**
 * What an expression may speak of. `old`: the row as it was before it is changed. `lasting`: what it says is kept, so it must not
 * depend on when it is asked. `gives`: what a formula gives, which is evaluated row by row and so knows more functions than SQL.
 */
export type Names = { columns: readonly Column[]; old: boolean; user: boolean; lasting?: boolean; gives?: Kind };

/** `at`: where in the text, from 0. */
export type Problem = { message: string; at: number };
/** `fields`: of the row, as it is or was, that it speaks of. */
export type Compiled = { text: string; tree: Node; run: (values: Record<string, unknown>) => unknown; fields: ReadonlySet<string> };
export type Result = { ok: true; value: Compiled } | { ok: false; problem: Problem };

const TEXT_MAX = 1000;
/** Whoever uses the app; a visitor with the link has the role "visitor", and no name. */
export const USER_FIELDS = { id: "string", name: "string", email: "string", role: "string", roles: "list<string>" } as const;

const BINARY = new Set(["==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "in", "&&", "||"]);
const KNOWN = new Set([...BINARY, "!_", "-_", "?:", ".", "id", "value", "list", "call", "rcall"]);
const METHODS = new Set(["startsWith", "endsWith", "contains", "size"]);
const FORMS: Record<string, RegExp> = { date: DAY, instant: INSTANT, time: TIME };
const ANYWHERE = ["size", "has", ...Object.keys(FORMS)];
const MOMENT = ["now", "today"];
const IN_FORMULAS = ["round", "text", "days", "plusDays", "seconds"];
const WORDS: Record<Kind, string> = {
  ...{ double: "a number", string: "a text", bool: "true or false", "list<string>": "a list" },
  ...{ Day: "a date", Instant: "a date and time", Time: "a time of day" },
};

/** A condition that is true or false of a row; or a formula, which gives what `names` says. */
export function compile(text: string, names: Names): Result {
  if (text.length > TEXT_MAX) return wrong(`is longer than ${TEXT_MAX} characters`, 0);
  if (text.includes("\u0000") || /\p{Surrogate}/u.test(text)) return wrong("has a character that no text of a row can have", 0);
  try {
    return read(text, names);
  } catch (error) {
    return wrong(sentence(error), positionOf(error));
  }
}

function read(text: string, names: Names): Result {
  const run = environmentOf(names).parse(text);
  const tree = run.ast as unknown as Node;
  for (const node of nodesIn(tree)) asNumber(node);
  for (const node of nodesIn(tree)) {
    const problem = unknownPart(node, names);
    if (problem) return wrong(problem, node.pos);
  }
  const checked = run.check();
  if (!checked.valid) return wrong(sentence(checked.error), positionOf(checked.error));
  const wanted = names.gives ?? "bool";
  if (checked.type !== wanted) return wrong(`is ${WORDS[checked.type as Kind] ?? checked.type}, not ${WORDS[wanted]}`, 0);
  for (const node of nodesIn(tree)) {
    const problem = incomparable(node);
    if (problem) return wrong(problem, node.pos);
    const compute = node.checkedType?.name === "double" ? ARITHMETIC[node.op] : undefined;
    if (compute) node.handle = (left, right) => compute(Number(left), Number(right));
  }
  if (names.gives === undefined && isTooHigh(tree)) return wrong("is nested too deeply, or a sum of too many parts, for the database", 0);
  const fields = new Set([...nodesIn(tree)].flatMap(rowField));
  return { ok: true, value: { text, tree, run: (values) => run(values), fields } };
}

function environmentOf({ columns, old, user }: Names) {
  const environment = newEnvironment();
  const schema = Object.fromEntries(kindsOf(columns));
  environment.registerVariable({ name: "row", schema });
  if (old) environment.registerVariable({ name: "old", schema });
  if (user) environment.registerVariable({ name: "user", schema: { ...USER_FIELDS } });
  return environment;
}

const rowField = ({ op, args }: Node): string[] => {
  const [of, name] = op === "." ? (args as [Node, unknown]) : [];
  return of && of.args !== "user" ? [String(name)] : [];
};

/** Whole numbers are numbers like all others: `row.size == 2`. */
function asNumber(node: Node): void {
  if (node.op === "value" && typeof node.args === "bigint") node.args = Number(node.args);
}

/** What the database could not answer in the same way is not part of the language. */
function unknownPart(node: Node, names: Names): string | null {
  const { op } = node;
  if (!KNOWN.has(op)) return `uses ${op === "[]" ? "a place in a list" : `"${op}"`}, which conditions do not know`;
  if (op === "value" && typeof node.args === "number" && !Number.isFinite(node.args)) return "has a number that is too large";
  if (op === "value" && !["number", "string", "boolean"].includes(typeof node.args))
    return node.args === null
      ? "asks for null: a field that may be empty is asked by has(row.field)"
      : "has a value that no field can have";
  if (op === "list") return unknownList(node);
  if (op === ".") return unknownField(node, names);
  if (op === "id") return null;
  if (op === "call") return unknownCall(node, names);
  return op === "rcall" && !METHODS.has(nameOf(node)) ? `does not know .${nameOf(node)}(): there are ${[...METHODS].join(", ")}` : null;
}

const unknownList = (node: Node): string | null =>
  parts(node).length > 0 && parts(node).every(({ op }) => op === "value") ? null : "has a list that is empty, or not of plain values";

function unknownField({ args }: Node, names: Names): string | null {
  const [of, field] = args as [Node, unknown];
  if (of.op !== "id" || !["row", "old", "user"].includes(String(of.args))) return "asks for a part of what has none";
  const name = String(field);
  const known =
    of.args === "user" ? Object.keys(USER_FIELDS) : names.columns.filter((column) => kindOf(column)).map((column) => column.name);
  return known.includes(name) ? null : `knows no ${of.args}.${name}; there are ${known.join(", ")}`;
}

function unknownCall(node: Node, { lasting, gives }: Names): string | null {
  const name = nameOf(node);
  if (lasting && MOMENT.includes(name)) return `asks for ${name}(), and what it says is kept: compare with the day in a filter or a check`;
  const known = [...ANYWHERE, ...(lasting ? [] : MOMENT), ...(gives ? IN_FORMULAS : [])];
  if (!known.includes(name)) return `does not know ${name}(): there are ${known.join(", ")}`;
  const [argument] = argumentsOf(node);
  if (name === "has") return argument?.op === "." ? null : "asks has() of what is no field";
  const form = FORMS[name];
  if (form && !(argument?.op === "value" && form.test(String(argument.args)))) return `needs a text such as ${EXAMPLES[name]} in ${name}()`;
  return null;
}
const EXAMPLES: Record<string, string> = { date: '"2026-03-31"', instant: '"2026-03-31T09:30:00.000Z"', time: '"09:30"' };

/** Texts have no order here, since people and databases disagree on it; lists are asked by `in` and size(). */
function incomparable({ op, args }: Node): string | null {
  const types = Array.isArray(args) ? args.filter(isNode).map(({ checkedType }) => checkedType?.name ?? "") : [];
  if (/^[<>]=?$/.test(op) && types.some((type) => type === "string" || type === "bool")) return `compares texts or yes and no by ${op}`;
  if ((op === "==" || op === "!=" || op === "+") && types.some((type) => type.startsWith("list") || type.startsWith("$")))
    return `compares a list or a whole row; ask "in" or size()`;
  return op === "+" && types.some((type) => type === "bool") ? "adds yes and no" : null;
}

/** The name of the function or method that is called. */
export const nameOf = ({ args }: Node): string => String((args as unknown[])[0]);
/** What it is called with; what a method is called on comes first. */
export const argumentsOf = ({ args }: Node): Node[] => (args as unknown[]).slice(1).flat().filter(isNode);

const wrong = (message: string, at: number): Result => ({ ok: false, problem: { message, at } });
const sentence = (error: unknown): string => {
  const [first = ""] = String(error instanceof Error ? error.message : error).split("\n");
  return `cannot be read: ${first.replace(/\$(row|old|user)/g, "$1")}`;
};
function positionOf(error: unknown): number {
  const { range } = ((typeof error === "object" ? error : null) as { range?: { start?: unknown } }) ?? {};
  return typeof range?.start === "number" ? range.start : 0;
}
