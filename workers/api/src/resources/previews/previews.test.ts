/** Preview links: who they let in, where, and for how long. */
import { standing } from "@edgewright/accounts";
import { PREVIEW_TOKEN_PARAM, PreviewAccess, type PreviewLink, previewAudience } from "@edgewright/contracts";
import { verifyToken } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { API_VARIABLES, apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const project = await projectWithVersion(world, ada);
const path = `/api/projects/${project.id}/previews`;
const json = async <T>(response: Response) => (await response.json()) as T;
const claimsOf = (url: string, audience = previewAudience(project.id, "current")) =>
  verifyToken(new URL(url).searchParams.get(PREVIEW_TOKEN_PARAM) ?? "", PreviewAccess, { secret: API_VARIABLES.PREVIEW_SECRET, audience });

test("a member's link hands them over to the preview's host for a minute", async () => {
  const link = await json<PreviewLink>(await ada.call("POST", path, { channel: "current" }));
  expect(link.origin).toBe("http://tasks.preview.localhost:8788");
  expect(new URL(link.url).origin).toBe(link.origin);
  expect(Math.abs(Date.parse(link.expiresAt) - Date.now() - 60_000)).toBeLessThan(5000);
  expect(await claimsOf(link.url)).toEqual({
    projectId: project.id,
    use: "handover",
    user: { id: ada.id, name: "Ada", email: expect.stringContaining("@"), role: "admin" },
    holder: { kind: "session", id: expect.stringMatching(/^sin_/), userId: ada.id },
  });
  expect(await claimsOf(link.url, previewAudience("prj_other", "current"))).toBeNull();
});

test("a viewer's link says their role", async () => {
  const viewer = await world.signUp("Viewer");
  await world.join(viewer, ada.organizationId, "viewer");
  const link = await json<PreviewLink>(await viewer.call("POST", path));
  expect((await claimsOf(link.url))?.user?.role).toBe("viewer");
});

test("each channel has its host; a version that is not there has none", async () => {
  const originOf = async (channel: string) => (await json<PreviewLink>(await ada.call("POST", path, { channel }))).origin;
  expect(await originOf("draft")).toBe("http://tasks--draft.preview.localhost:8788");
  expect(await originOf("v1")).toBe("http://tasks--v1.preview.localhost:8788");
  expect((await ada.call("POST", path, { channel: "v9" })).status).toBe(404);
  expect((await ada.call("POST", path, { channel: "V1" })).status).toBe(400);
});

test("a share link carries no person", async () => {
  const { url } = await json<{ url: string }>(await ada.call("POST", `${path}/share`));
  expect(await claimsOf(url)).toEqual({ projectId: project.id, use: "share", user: null, holder: { kind: "link", number: 0 } });
});

test("a share link that was ended opens nothing, one that is made afterwards does, and objects look again at once", async () => {
  const shared = await projectWithVersion(world, ada, { "app.json": '{ "name": "List", "visibility": "link" }' });
  const share = `/api/projects/${shared.id}/previews/share`;
  const may = async (holder: PreviewAccess["holder"]) => standing(world.services, { projectId: shared.id, holder });
  const linked = async () => {
    const { url } = await json<{ url: string }>(await ada.call("POST", share));
    const access = await claimsOf(url, previewAudience(shared.id, "current"));
    if (!access) throw new Error("A share link carries its access");
    return access.holder;
  };
  const before = await linked();
  expect(await may(before)).toEqual({ role: null, may: "write", roles: [] });
  await world.database
    .insert(schema.liveConnections)
    .values({ objectKind: "data", objectId: shared.id, signIn: "link", projectId: shared.id, userId: null });
  expect((await ada.call("DELETE", share)).status).toBe(200);
  expect(world.rechecked).toContainEqual(expect.objectContaining({ id: shared.id }));
  expect(await may(before)).toEqual({ end: "no_access" });
  expect(await may(await linked())).toEqual({ role: null, may: "write", roles: [] });
});

test("only those who may share end a share link", async () => {
  const viewer = await world.signUp("Onlooker");
  await world.join(viewer, ada.organizationId, "viewer");
  expect((await viewer.call("DELETE", `${path}/share`)).status).toBe(403);
});

test("opening it all day long is one line of the log for each person, project and day", async () => {
  const person = await world.signUp("Opener");
  await world.join(person, ada.organizationId, "viewer");
  const logged = async () => {
    const query = `action=preview.opened&person=${person.id}&project=${project.id}`;
    return (await json<{ items: unknown[] }>(await ada.call("GET", `/api/orgs/${ada.organizationId}/audit?${query}`))).items.length;
  };
  expect(await logged()).toBe(0);
  for (const channel of ["current", "draft", "current"]) expect((await person.call("POST", path, { channel })).status).toBe(200);
  expect(await logged()).toBe(1);
});
