/**
 * A condition of a policy as SQL, for lists. What it says of a row is what `evaluate` says of it: unknown is null in both, and
 * `and`, `or` and `not` treat it alike. A test holds the two against each other.
 */
import { argumentsOf, type Compiled, type Kind, type Node, nameOf, type Person } from "@edgewright/expressions";
import { literal } from "./shadow.ts";

/** `fields`: of each field of `row` its kind and its stored name. */
export type SqlContext = { fields: ReadonlyMap<string, { kind: Kind; stored: string }>; user: Person; now: string; today: string };

/** An expression that is 1, 0 or null, over the columns of `rows`. It binds nothing. */
export const conditionSql = ({ tree }: Compiled, context: SqlContext): string => sqlOf(tree, context);

function sqlOf(node: Node, context: SqlContext): string {
  const { op } = node;
  const [one, other, third] = operands(node).map((part) => () => sqlOf(part, context));
  const [a, b] = [() => one?.() ?? "null", () => other?.() ?? "null"];
  switch (op) {
    case "value":
      return constant(node.args);
    case ".":
      return fieldSql(node, context);
    case "!_":
      return `(not ${a()})`;
    case "-_":
      return `(- ${a()})`;
    case "&&":
      return `(${a()} and ${b()})`;
    case "||":
      return `(${a()} or ${b()})`;
    case "==":
      return `(${a()} = ${b()})`;
    case "?:":
      return `(select case when c then ${b()} when not c then ${third?.() ?? "null"} end from (select ${a()} as c))`;
    case "in":
      return inSql(node, context);
    case "+":
    case "-":
    case "*":
    case "/":
      return node.checkedType?.name === "string" ? `(${a()} || ${b()})` : finite(`(${a()} ${op} ${b()})`);
    case "call":
    case "rcall":
      return callSql(node, context);
    default:
      return `(${a()} ${op} ${b()})`;
  }
}

const operands = (node: Node): Node[] =>
  node.op === "." || node.op === "value" || node.op.endsWith("call") ? [] : ([node.args].flat(2) as Node[]);

/** A number, or null where there is none, as beyond the largest. */
const finite = (number: string): string => `(select iif(abs(n) <= 1.7976931348623157e308, n, null) from (select ${number} as n))`;

function constant(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
  return quoted(String(value));
}

const quoted = (text: string): string => {
  if (text.includes("\u0000")) throw new Error("A text that ends before it ends.");
  return `'${text.replaceAll("'", "''")}'`;
};

function fieldSql({ args }: Node, { fields, user }: SqlContext): string {
  const [of, name] = args as [Node, string];
  if (of.args === "user") {
    const value = user[name as keyof Person];
    return typeof value === "string" ? quoted(value) : quoted(JSON.stringify(value));
  }
  const field = fields.get(name);
  if (of.args !== "row" || !field) throw new Error(`A list cannot be asked for ${String(of.args)}.${name}.`);
  return valueSql(field.kind, `'$."${literal(field.stored)}"'`);
}

const day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";
const two = "[0-9][0-9]";
const GLOBS = {
  Day: [day],
  Instant: [`${day}T${two}:${two}:${two}.[0-9][0-9][0-9]Z`],
  Time: [`${two}:${two}`, `${two}:${two}:${two}`],
};

/** The value at a path of the row's JSON; null where it is not of the field's kind. */
function valueSql(kind: Kind, path: string): string {
  const [value, type] = [`json ->> ${path}`, `json_type(json, ${path})`];
  switch (kind) {
    case "double":
      return `iif(${type} in ('integer', 'real'), (${value}) + 0.0, null)`;
    case "bool":
      return `iif(${type} in ('true', 'false'), ${value}, null)`;
    case "string":
      return `iif(${type} = 'text', nullif(${value}, ''), null)`;
    case "list<string>":
      return `(select iif(json_type(l) = 'array' and json_array_length(l) > 0 and not exists (select 1 from json_each(l) where type <> 'text'), l, null)
        from (select json -> ${path} as l))`;
    default:
      return `iif(${type} = 'text' and (${GLOBS[kind].map((glob) => `${value} glob '${glob}'`).join(" or ")}), ${value}, null)`;
  }
}

function inSql({ args }: Node, context: SqlContext): string {
  const [value, list] = args as [Node, Node];
  const one = sqlOf(value, context);
  if (list.op === "list") return `(${one} in (${(list.args as Node[]).map((part) => sqlOf(part, context)).join(", ")}))`;
  const entries = "select value from json_each(l)";
  return `(select case when v is not null and l is not null then v in (${entries}) end from (select ${one} as v, ${sqlOf(list, context)} as l))`;
}

function callSql(node: Node, context: SqlContext): string {
  const name = nameOf(node);
  const [one, other] = argumentsOf(node);
  const a = () => (one ? sqlOf(one, context) : "null");
  const b = () => (other ? sqlOf(other, context) : "null");
  switch (name) {
    case "has":
      return `(${a()} is not null)`;
    case "now":
      return quoted(context.now);
    case "today":
      return quoted(context.today);
    case "date":
    case "instant":
    case "time":
      return a();
    case "size":
      return one?.checkedType?.name === "string" ? `length(${a()})` : `json_array_length(${a()})`;
    case "contains":
      return `(instr(${a()}, ${b()}) > 0)`;
    case "startsWith":
      return `(select substr(t, 1, length(s)) = s from (select ${a()} as t, ${b()} as s))`;
    case "endsWith":
      return `(select length(t) >= length(s) and substr(t, length(t) - length(s) + 1) = s from (select ${a()} as t, ${b()} as s))`;
    default:
      throw new Error(`There is no ${name} in SQL.`);
  }
}
