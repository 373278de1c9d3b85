/** The table of permissions, read as it is: what is written about it, and what its rows say. */
import { readFileSync } from "node:fs";
import { ACTIONS, type Action, rolesFor, scopeFor } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { ALL_OPERATIONS } from "../app.ts";
import { permissionsDocument, routesByAction } from "./permissions.ts";

/** What a viewer may do that is not reading: it concerns nobody but themselves. */
const OF_ONESELF: readonly Action[] = ["organization.leave", "organization.switch", "preview.open"];
const READING = /\.(read|list|verify)$/;

test("docs/permissions.md is what the table and the routes say; `npm run docs:permissions` writes it anew", () => {
  const written = readFileSync(new URL("../../../../docs/permissions.md", import.meta.url), "utf8");
  expect(written).toBe(permissionsDocument(ALL_OPERATIONS));
});

test("every action is used by a route", () => {
  const routes = routesByAction(ALL_OPERATIONS);
  const unused = ACTIONS.filter((action) => routes.get(action)?.length === 0);
  expect(unused).toEqual([]);
});

test("a viewer changes nothing", () => {
  const open = ACTIONS.filter((action) => rolesFor(action).includes("viewer") && !READING.test(action));
  expect(open).toEqual(expect.arrayContaining([...OF_ONESELF]));
  expect(open).toHaveLength(OF_ONESELF.length);
});

test("a higher role may do whatever a lower one may", () => {
  for (const action of ACTIONS) {
    const allowed = Role.options.map((role) => rolesFor(action).includes(role));
    expect(allowed, action).toEqual(allowed.slice().sort((one, other) => Number(other) - Number(one)));
    expect(allowed[0], action).toBe(true);
  }
});

test("what only reads takes no scope to write, and what writes none to read", () => {
  for (const action of ACTIONS) {
    const scope = scopeFor(action);
    if (scope?.endsWith(":write")) expect(READING.test(action), action).toBe(false);
  }
  expect(scopeFor("organization.delete")).toBeNull();
  expect(scopeFor("token.create")).toBeNull();
});
