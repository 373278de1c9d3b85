/** What the page of a project shows first, against its parts asked for one by one. */
import type { CreatedToken, TokenScope, WorkspaceStart } from "@edgewright/contracts";
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const json = async <T>(response: Response) => (await response.json()) as T;
const get = async (path: string) => json(await ada.call("GET", path));
const create = async (body: object) => (await json<{ project: { id: string } }>(await ada.call("POST", "/api/projects", body))).project.id;

test("one answer says what each of its parts says by itself", async () => {
  const id = await create({ prompt: "Build an app for invoices with clients" });
  const start = await json<WorkspaceStart>(await ada.call("GET", `/api/projects/${id}/workspace`));
  expect(start).toEqual({
    me: await get("/api/me"),
    project: await get(`/api/projects/${id}`),
    versions: await get(`/api/projects/${id}/versions`),
    events: await get(`/api/sessions/${start.project.sessionId}/events`),
    models: await get(`/api/orgs/${ada.organizationId}/models`),
  });
  expect(start.events?.events.map(({ type }) => type)).toEqual(["message.user", "job.queued"]);
});

test("a project without a conversation has no events", async () => {
  const id = await create({ name: "Quiet" });
  expect(await get(`/api/projects/${id}/workspace`)).toMatchObject({ events: null, versions: { items: [], cursor: null } });
});

test("a token sees the models only where its scope reaches them", async () => {
  const id = await create({ name: "Scoped" });
  const modelsFor = async (scopes: TokenScope[]) => {
    const made = await ada.call("POST", "/api/me/tokens", { name: "CLI", role: "admin", scopes, days: 1 });
    const { secret } = await json<CreatedToken>(made);
    const headers = { origin: null, authorization: `Bearer ${secret}` };
    const answer = await world.nobody("GET", `/api/projects/${id}/workspace`, undefined, headers);
    return (await json<WorkspaceStart>(answer)).models;
  };
  expect(await modelsFor(["projects:read"])).toBeNull();
  expect(await modelsFor(["projects:read", "organization:read"])).not.toBeNull();
});
