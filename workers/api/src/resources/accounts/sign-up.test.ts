/** Signing up and in, and what comes with it. */
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

test("a new person has an organization of their own and is its administrator", async () => {
  const { signUp, database } = await apiWorld();
  const ada = await signUp("Ada Byron");
  const me = await (await ada.call("GET", "/api/me")).json();
  expect(me).toMatchObject({ user: { id: ada.id, name: "Ada Byron" }, organization: { name: "Ada's workspace", role: "admin" } });
  const log = await database.query.auditLog.findMany();
  const of = { actorId: ada.id, personId: ada.id };
  expect(log).toMatchObject([
    { action: "account.created", scope: ada.id, subject: ada.id, ...of },
    { action: "account.password_set", scope: ada.id, ...of },
    { action: "account.signed_in", scope: ada.id, ...of },
    { action: "organization.created", scope: ada.organizationId, subject: ada.organizationId, ...of },
  ]);
  expect(new Set(log.map(({ requestId }) => requestId)).size).toBe(1);
});
