import { TokenScope } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { rolesUpTo, SCOPE_GROUPS, scopesText } from "./scope-texts.ts";

test("each scope can be chosen once", () => {
  expect(SCOPE_GROUPS.flatMap(({ scopes }) => scopes).sort()).toEqual([...TokenScope.options].sort());
});

test("nobody is offered a role above their own", () => {
  expect(rolesUpTo("admin")).toEqual(["admin", "editor", "viewer"]);
  expect(rolesUpTo("viewer")).toEqual(["viewer"]);
});

test("scopes are said in words", () => {
  expect(scopesText(["projects:read", "usage:read"])).toBe("See projects, See usage");
  expect(scopesText(TokenScope.options)).toBe("Everything");
});
