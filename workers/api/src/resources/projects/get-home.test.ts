/** What the start page shows first, against its parts asked for one by one. */
import type { CreatedToken, HomeStart, TokenScope } from "@edgewright/contracts";
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

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
