/** docs/permissions.md: the table of permissions as people read it, with the routes that use each. Written by scripts/docs-permissions.ts. */
import { ACTIONS, type Action, rolesFor, scopeFor } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import type { Operation } from "../http/operation.ts";

const nameOf = ({ route }: Operation) => `${route.method.toUpperCase()} ${route.path}`;

/** Asked for within a route, beside the route's own. */
const WITHIN: Partial<Record<Action, string>> = { "budget.raise": "POST /api/sessions/{session}/answers, of kind budget" };

/** Each action with the routes that ask for it, in the order of the table. */
export const routesByAction = (operations: readonly Operation[]): ReadonlyMap<Action, string[]> =>
  new Map(
    ACTIONS.map((action) => [
      action,
      [
        ...operations.filter(({ permission }) => typeof permission === "object" && permission.action === action).map(nameOf),
        ...[WITHIN[action] ?? []].flat(),
      ],
    ]),
  );

const INTRODUCTION = `<!-- Made by \`npm run docs:permissions\` from packages/accounts/src/can.ts and the API's operations. Not to be changed by hand. -->

# Permissions

Who may do what is decided in one table, by \`can(actor, action, resource)\`. A role is a member's in the organization, or, on a single project, the one that an exception names; an administrator of the organization is one on each of its projects. A token may do what its role, its owner's role and its scopes all allow. Roles are read anew for each request, so a change holds from the next one on.

These are roles of the platform: who may build an app, not who they are in it. Whoever may open an app works with its rows as the policies of its tables say (\`data/schema.json\`), and has the roles in it that the app declares and an admin gave them. Two of the platform's roles mean something in an app: an admin has each of its roles, and a viewer only reads, unless its \`app.json\` says \`"viewers": "write"\`.
`;

const row = (cells: string[]) => `| ${cells.join(" | ")} |\n`;

export function permissionsDocument(operations: readonly Operation[]): string {
  const table = [...routesByAction(operations)].map(([action, routes]) => {
    const roles = Role.options.map((role) => (rolesFor(action).includes(role) ? "yes" : ""));
    const scope = scopeFor(action);
    return row([`\`${action}\``, ...roles, scope === null ? "none" : `\`${scope}\``, routes.map((route) => `\`${route}\``).join("<br>")]);
  });
  const head =
    row(["action", ...Role.options, "scope of a token", "routes"]) + row(["---", ...Role.options.map(() => "---"), "---", "---"]);
  return `${INTRODUCTION}\n${head}${table.join("")}\n${withoutAction(operations)}`;
}

const OTHERS = {
  open: "Open to anyone",
  person: "Open to whoever is signed in, and to tokens",
  session: "Open to whoever is signed in; not to tokens",
} as const;

const withoutAction = (operations: readonly Operation[]): string =>
  Object.entries(OTHERS)
    .map(([kind, title]) => {
      const routes = operations.filter(({ permission }) => permission === kind).map((operation) => `- \`${nameOf(operation)}\`\n`);
      return `## ${title}\n\n${routes.join("")}`;
    })
    .join("\n");
