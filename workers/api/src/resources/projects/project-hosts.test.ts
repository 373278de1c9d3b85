/** Outside hosts of an app: what it asks for, and what a person with the right to has confirmed. */
import type { CreatedToken, ProjectHosts, SavedVersion, Snapshot } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { describe, expect, it } from "vitest";
import { resolveSlug } from "../../directory.ts";

const HOSTS = { connect: ["api.example.com"], image: ["*"] };

async function setUp() {
  const world = await apiWorld();
  const ada = await world.person("Ada");
  const project = await projectWithVersion(world, ada);
  const path = `/api/projects/${project.id}/hosts`;
  const read = async () => (await (await ada.call("GET", path)).json()) as ProjectHosts;
  return { world, ada, project, path, read };
}

describe("hosts of a project", () => {
  it("tell what the live version asks for, and take effect for its previews once confirmed", async () => {
    const { world, ada, project, path, read } = await setUp();
    const text = JSON.stringify({ name: "Fleet", hosts: HOSTS });
    const saved = await ada.call("POST", `/api/projects/${project.id}/versions`, { parent: 1, changes: [{ path: "app.json", text }] });
    expect(await saved.json()).toMatchObject({ current: true, unconfirmedHosts: HOSTS });
    expect(await read()).toEqual({ asked: HOSTS, confirmed: {} });
    expect((await resolveSlug(world, project.slug))?.hosts).toEqual({});
    expect((await ada.call("PUT", path, { hosts: { connect: HOSTS.connect } })).status).toBe(200);
    expect(await read()).toEqual({ asked: HOSTS, confirmed: { connect: HOSTS.connect } });
    expect((await resolveSlug(world, project.slug))?.hosts).toEqual({ connect: HOSTS.connect });
    const again = await ada.call("POST", `/api/projects/${project.id}/versions/2/restore`);
    expect(((await again.json()) as SavedVersion).unconfirmedHosts).toEqual({ image: HOSTS.image });
  });

  it("are an admin's to confirm: no editor's, and no token's", async () => {
    const { world, ada, path } = await setUp();
    const editor = await world.person("Editor");
    await world.join(editor, ada.organizationId, "editor");
    expect((await editor.call("PUT", path, { hosts: HOSTS })).status).toBe(403);
    const made = await ada.call("POST", "/api/me/tokens", { name: "Agent", scopes: ["projects:read", "projects:write"], role: "admin" });
    const { secret } = (await made.json()) as CreatedToken;
    const byToken = (method: string, body?: unknown) =>
      world.nobody(method, path, body, { origin: null, authorization: `Bearer ${secret}` });
    expect((await byToken("GET")).status).toBe(200);
    expect((await byToken("PUT", { hosts: HOSTS })).status).toBe(403);
  });

  it("cannot be set with the other settings, and are no policy of any form", async () => {
    const { ada, project, path, read } = await setUp();
    await ada.call("PATCH", `/api/projects/${project.id}`, { settings: { fixRounds: 2, hosts: HOSTS } });
    expect((await read()).confirmed).toEqual({});
    const hosts = { connect: ["a.example.com; script-src *"] };
    expect((await ada.call("PUT", path, { hosts })).status).toBe(400);
  });

  it("stay taken back when the project is rolled back to before", async () => {
    const { ada, project, path, read } = await setUp();
    await ada.call("PUT", path, { hosts: HOSTS });
    const snapshot = (await (await ada.call("POST", `/api/projects/${project.id}/snapshots`, { note: "Before" })).json()) as Snapshot;
    await ada.call("PATCH", `/api/projects/${project.id}`, { settings: { fixRounds: 1 } });
    await ada.call("PUT", path, { hosts: {} });
    const back = await ada.call("POST", `/api/projects/${project.id}/snapshots/${snapshot.id}/rollback`, { parts: ["settings"] });
    expect(back.status).toBe(200);
    expect((await read()).confirmed).toEqual({});
  });
});
