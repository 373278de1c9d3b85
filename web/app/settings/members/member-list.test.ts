import type { Member, Role } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { matching, onlyAdmin } from "./member-list.ts";

const member = (id: string, role: Role = "viewer"): Member => ({
  id,
  userId: id,
  name: `${id} Byron`,
  email: `${id}@example.test`,
  image: null,
  role,
  twoFactor: false,
  joinedAt: "2026-11-25T12:00:00Z",
  exceptions: [],
});

test("a member is found by a part of the name or the address, however it is written", () => {
  const members = [member("ada"), member("bea")];
  expect(matching(members, " ADA@ ")).toEqual([members[0]]);
  expect(matching(members, "bea b")).toEqual([members[1]]);
  expect(matching(members, "")).toEqual(members);
});

test("the only admin is known once everybody is", () => {
  const members = [member("ada", "admin"), member("bea")];
  expect(onlyAdmin(members, false)).toBe("ada");
  expect(onlyAdmin(members, true)).toBeNull();
  expect(onlyAdmin([...members, member("cleo", "admin")], false)).toBeNull();
});
