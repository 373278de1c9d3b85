/** What the start page shows first, against its parts asked for one by one. */
import type { CreatedToken, HomeStart, TokenScope } from "@edgewright/contracts";
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test, vi } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const json = async <T>(response: Response) => (await response.json()) as T;
const get = async (path: string) => json(await ada.call("GET", path));

test("one answer says what each of its parts says by itself", async () => {
  for (const prompt of ["Invoices with clients", "Bookings of rooms"]) await ada.call("POST", "/api/projects", { prompt });
  const start = await json<HomeStart>(await ada.call("GET", "/api/home"));
  expect(start).toEqual({
    me: await get("/api/me"),
    projects: await get("/api/projects"),
    joinable: await get("/api/me/joinable"),
    models: await get(`/api/orgs/${ada.organizationId}/models`),
  });
  expect(start.projects.items).toHaveLength(2);
});

test("it is of the organization that was chosen, read in one question with who asks", async () => {
  const asked = vi.spyOn(world.services.pages, "home");
  const { id } = await json<{ id: string }>(await ada.call("POST", "/api/orgs", { name: "Second" }));
  await ada.call("POST", `/api/orgs/${id}/switch`);
  await ada.call("POST", "/api/projects", { name: "There" });
  const there = await json<HomeStart>(await ada.call("GET", "/api/home"));
  expect([there.me.organization.id, ...there.projects.items.map(({ name }) => name)]).toEqual([id, "There"]);
  await ada.call("POST", `/api/orgs/${ada.organizationId}/switch`);
  const back = await json<HomeStart>(await ada.call("GET", "/api/home"));
  expect(back.me.organization.id).toBe(ada.organizationId);
  expect(back.projects.items.map(({ name }) => name)).not.toContain("There");
  expect(asked).not.toHaveBeenCalled();
});

test("a token sees the models only where its scope reaches them, and nothing that it could join", async () => {
  const homeFor = async (scopes: TokenScope[]) => {
    const made = await ada.call("POST", "/api/me/tokens", { name: "CLI", role: "admin", scopes, days: 1 });
    const { secret } = await json<CreatedToken>(made);
    const headers = { origin: null, authorization: `Bearer ${secret}` };
    return json<HomeStart>(await world.nobody("GET", "/api/home", undefined, headers));
  };
  expect(await homeFor(["projects:read"])).toMatchObject({ models: null, joinable: { items: [] } });
  expect((await homeFor(["projects:read", "organization:read"])).models).not.toBeNull();
});
