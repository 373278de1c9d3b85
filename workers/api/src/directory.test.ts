/** What dispatch is told of a member, as memberships come and go. */
import type { CreatedToken } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";
import { resolveSlug, roleOf } from "./directory.ts";

test("a preview follows its members: raised, lowered, removed, and with the project gone", async () => {
  const world = await apiWorld();
  const [ada, bea] = [await world.signUp("Ada"), await world.signUp("Bea")];
  await world.join(bea, ada.organizationId, "viewer");
  const { id, slug } = await projectWithVersion(world, ada);
  const now = (who: string) => roleOf(world.database, id, who);
  expect([await now(ada.id), await now(bea.id), await now("usr_nobody")]).toEqual(["admin", "viewer", null]);

  await ada.call("PUT", `/api/projects/${id}/roles/${bea.id}`, { role: "editor" });
  expect(await now(bea.id)).toBe("editor");

  const { items } = (await (await ada.call("GET", `/api/orgs/${ada.organizationId}/members`)).json()) as {
    items: { id: string; userId: string }[];
  };
  await ada.call("DELETE", `/api/orgs/${ada.organizationId}/members/${items.find(({ userId }) => userId === bea.id)!.id}`);
  expect(await now(bea.id)).toBeNull();

  expect(await resolveSlug(world.database, slug)).toMatchObject({ projectId: id });
  await ada.call("DELETE", `/api/projects/${id}`);
  expect([await now(ada.id), await resolveSlug(world.database, slug)]).toEqual([null, null]);
});

test("an organization's token has its role until it is revoked", async () => {
  const world = await apiWorld();
  const ada = await world.signUp("Ada");
  const { id } = await projectWithVersion(world, ada);
  const tokens = `/api/orgs/${ada.organizationId}/tokens`;
  const made = await ada.call("POST", tokens, { name: "Shots", scopes: ["projects:read"], role: "viewer" });
  const { token } = (await made.json()) as CreatedToken;
  expect(await roleOf(world.database, id, token.id)).toBe("viewer");
  await ada.call("DELETE", `${tokens}/${token.id}`);
  expect(await roleOf(world.database, id, token.id)).toBeNull();
});
