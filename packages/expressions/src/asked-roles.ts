/** Roles that a schema's rules ask for, and that nobody can have: those which `app.json` does not declare. */
import { type AppSchema, roleCondition, roleOfRule } from "@edgewright/contracts";
import { compile } from "./compile.ts";
import { conditionsOf, type Fault } from "./conditions.ts";
import { isNode, type Node, nodesIn } from "./node.ts";

/** What `user.role` may be, which is of the platform. */
const PLATFORM = ["admin", "editor", "viewer", "visitor"];

/** @param roles the names of those that are declared */
export const undeclaredRoles = (schema: AppSchema, roles: readonly string[]): Fault[] =>
  askedOf(schema).flatMap(({ of, name, path }) => {
    const message = of === "app" ? undeclared(name, roles) : unknown(name);
    return message === null ? [] : [{ path, message }];
  });

/** The names of all roles of the app that its rules ask for. */
export const askedRoles = (schema: AppSchema): string[] => [
  ...new Set(askedOf(schema).flatMap(({ of, name }) => (of === "app" ? [name] : []))),
];

const askedOf = ({ tables }: AppSchema) =>
  tables.flatMap(({ columns, ...table }, index) =>
    conditionsOf({ columns, ...table }, ["tables", index]).flatMap(({ text, old, path }) => {
      const word = roleOfRule(text);
      const read = compile(word === null ? text : roleCondition(word), { columns, old, user: true });
      return read.ok ? [...nodesIn(read.value.tree)].flatMap(askedIn).map((asked) => ({ ...asked, path })) : [];
    }),
  );

type Asked = { of: "app" | "platform"; name: string };

/** `"manager" in user.roles`, `user.role == "admin"`. */
function askedIn({ op, args }: Node): Asked[] {
  if (op !== "in" && op !== "==" && op !== "!=") return [];
  const [one, other] = (args as unknown[]).filter(isNode);
  const text = [one, other].find((part) => part?.op === "value" && typeof part.args === "string");
  const field = [one, other].map((part) => part && ofUser(part)).find((name) => name === "role" || name === "roles");
  return text && field ? [{ of: field === "roles" ? "app" : "platform", name: String(text.args) }] : [];
}

function ofUser({ op, args }: Node): string | null {
  const [of, name] = op === "." ? (args as [Node, unknown]) : [];
  return of?.args === "user" ? String(name) : null;
}

const undeclared = (name: string, roles: readonly string[]): string | null =>
  roles.includes(name)
    ? null
    : `Nobody can have the role "${name}": app.json declares ${roles.length > 0 ? `the roles ${roles.join(", ")}` : "no roles"}. Add { "name": "${name}", "label": "…" } to its "roles".`;

const unknown = (name: string): string | null =>
  PLATFORM.includes(name)
    ? null
    : `user.role is never "${name}": it is the role on the platform, ${PLATFORM.join(", ")}. A role in the app is asked for by "role:${name}", or "${name}" in user.roles.`;
