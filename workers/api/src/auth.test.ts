/** Signing up and in, and what comes with it. */
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

test("a new person has an organization of their own and is its administrator", async () => {
  const { signUp, database } = await apiWorld();
  const ada = await signUp("Ada Byron");
  const me = await (await ada.call("GET", "/api/me")).json();
  expect(me).toMatchObject({ user: { id: ada.id, name: "Ada Byron" }, organization: { name: "Ada's workspace", role: "admin" } });
  const log = await database.query.auditLog.findMany();
  expect(log).toMatchObject([{ action: "organization.created", subject: ada.organizationId, actorId: ada.id }]);
});
