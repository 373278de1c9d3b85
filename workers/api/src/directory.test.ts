/** What dispatch is told of a grant, as memberships, tokens and links come and go. */

import { standing } from "@edgewright/accounts";
import type { CreatedToken, Holder } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { resolveSlug } from "./directory.ts";

type World = Awaited<ReturnType<typeof apiWorld>>;

/** Under the sign-in that the person has. */
async function holderOf(world: World, userId: string): Promise<Holder> {
  const [session] = await world.signIns.sessions(userId, world.clock.now());
  return { kind: "session", id: session?.id ?? "none", userId };
}

test("a preview follows its members: raised, lowered, removed, and with the project gone", async () => {
  const world = await apiWorld();
  const [ada, bea] = [await world.signUp("Ada"), await world.signUp("Bea")];
  await world.join(bea, ada.organizationId, "viewer");
  const { id, slug } = await projectWithVersion(world, ada);
  const [a, b] = [await holderOf(world, ada.id), await holderOf(world, bea.id)];
  const now = (holder: Holder) => standing(world.services, { projectId: id, holder });
  expect([await now(a), await now(b), await now({ ...b, userId: ada.id } as Holder)]).toEqual([
    { role: "admin", may: "write", roles: [] },
    { role: "viewer", may: "read", roles: [] },
    { end: "signed_out" },
  ]);

  await ada.call("PUT", `/api/projects/${id}/roles/${bea.id}`, { role: "editor" });
  expect(await now(b)).toEqual({ role: "editor", may: "write", roles: [] });

  const { items } = (await (await ada.call("GET", `/api/orgs/${ada.organizationId}/members`)).json()) as {
    items: { id: string; userId: string }[];
  };
  await ada.call("DELETE", `/api/orgs/${ada.organizationId}/members/${must(items.find(({ userId }) => userId === bea.id)).id}`);
  expect(await now(b)).toEqual({ end: "no_access" });

  expect(await resolveSlug(world, slug)).toMatchObject({ projectId: id });
  await ada.call("DELETE", `/api/projects/${id}`);
  expect([await now(a), await resolveSlug(world, slug)]).toEqual([{ end: "no_access" }, null]);
});

test("a token has its role, below its owner's and in its own organization alone, until it is revoked", async () => {
  const world = await apiWorld();
  const [ada, bea] = [await world.signUp("Ada"), await world.signUp("Bea")];
  const { id } = await projectWithVersion(world, ada);
  const other = await projectWithVersion(world, bea);
  const of = async (path: string, role: string) =>
    ((await (await ada.call("POST", path, { name: "Shots", scopes: ["projects:read"], role })).json()) as CreatedToken).token;
  const tokens = `/api/orgs/${ada.organizationId}/tokens`;
  const org = await of(tokens, "viewer");
  const own = await of("/api/me/tokens", "editor");
  const now = (token: string, userId: string | null, projectId = id) =>
    standing(world.services, { projectId, holder: { kind: "token", id: token, userId } });
  expect(await now(org.id, null)).toEqual({ role: "viewer", may: "read", roles: [] });
  expect(await now(own.id, ada.id)).toEqual({ role: "editor", may: "write", roles: [] });
  expect([await now(org.id, null, other.id), await now(own.id, ada.id, other.id)]).toEqual([{ end: "no_access" }, { end: "no_access" }]);
  await ada.call("DELETE", `${tokens}/${org.id}`);
  expect(await now(org.id, null)).toEqual({ end: "signed_out" });
});

test("a share link opens the live version while app.json says so and the link was not ended", async () => {
  const world = await apiWorld();
  const ada = await world.signUp("Ada");
  const shared = await projectWithVersion(world, ada, { "app.json": '{ "name": "List", "visibility": "link" }' });
  const closed = await projectWithVersion(world, ada, { "app.json": '{ "name": "List" }' });
  const broken = await projectWithVersion(world, ada, { "app.json": '{ "visibility": "link"' });
  const now = (projectId: string, number = 0) => standing(world.services, { projectId, holder: { kind: "link", number } });
  expect(await now(shared.id)).toEqual({ role: null, may: "write", roles: [] });
  for (const denied of [await now(closed.id), await now(broken.id), await now("prj_none"), await now(shared.id, 1)])
    expect(denied).toEqual({ end: "no_access" });
});
