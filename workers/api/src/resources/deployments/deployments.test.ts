/** Publishing by the API: what would change, who gets in, and that the published rows are others than the preview's. */
import { standing } from "@edgewright/accounts";
import type { Deployment, Holder, Problem, Publication } from "@edgewright/contracts";
import { PREVIEW_TOKEN_PARAM, PreviewAccess, previewAudience } from "@edgewright/contracts";
import { verifyToken } from "@edgewright/core";
import { API_VARIABLES, apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { resolveSlug } from "../../directory.ts";

const world = await apiWorld();
const ada = await world.person("Ada");
const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T;
const schemaOf = (...fields: string[]) =>
  JSON.stringify({
    tables: [{ name: "cars", label: "Cars", columns: fields.map((name) => ({ name, label: name, type: "text" })) }],
  });

async function published(files: Record<string, string> = { "app.json": '{ "name": "Fleet" }' }) {
  const project = await projectWithVersion(world, ada, files);
  const path = `/api/projects/${project.id}`;
  const publish = async (body: object = {}) => {
    const response = await ada.call("POST", `${path}/deployments`, body);
    await world.deployed();
    return response;
  };
  expect((await publish()).status).toBe(202);
  return { project, path, publish, state: () => json<Publication>(ada.call("GET", `${path}/publication`)) };
}
const worth = (projectId: string, holder: Holder) => standing(world.services, { projectId, published: true, holder });

test("a version is published, and its slug leads to it", async () => {
  const { project, state } = await published();
  expect(await state()).toMatchObject({
    url: `http://${project.slug}.apps.localhost:8788`,
    visibility: "members",
    live: { version: 1, status: "live", by: "Ada" },
    open: null,
    next: { version: 1, files: [], data: { steps: [] } },
  });
  expect((await resolveSlug(world.services, project.slug))?.published).toMatchObject({ version: 1, visibility: "members" });
  expect(await json(ada.call("GET", `/api/projects/${project.id}`))).toMatchObject({ publishedVersion: 1 });
});

test("what the published rows would lose needs a yes, and the preview's rows are others", async () => {
  const { project, path, publish, state } = await published({ "data/schema.json": schemaOf("plate", "colour") });
  const rows = world.services.data(project.id, "production");
  const actor = { kind: "member" as const, userId: ada.id, may: "write" as const, role: "admin" };
  const origin = { organizationId: project.organization.id, projectId: project.id, way: "server" as const };
  expect((await rows.create({ channel: "current", actor, origin }, "cars", { plate: "B-1", colour: "red" })).ok).toBe(true);
  expect((await world.services.data(project.id, "preview").schema("current")).tables).toEqual([]);
  const changes = [{ path: "data/schema.json", text: schemaOf("plate") }];
  await ada.call("POST", `${path}/versions`, { parent: 1, changes });
  const { next } = await state();
  expect(next?.files).toEqual([{ path: "data/schema.json", change: "changed" }]);
  const [step] = must(next).data.steps;
  expect(step).toMatchObject({ effect: "lossy" });
  const refused = await publish();
  expect([refused.status, ((await refused.json()) as Problem).code]).toEqual([409, "conflict"]);
  expect((await publish({ accepts: [must(step).key] })).status).toBe(202);
  expect((await state()).live?.version).toBe(2);
  // Back to where the field is: its values are there again.
  const { items } = await json<{ items: Deployment[] }>(ada.call("GET", `${path}/deployments`));
  const former = must(items.find(({ status }) => status === "superseded"));
  expect((await ada.call("POST", `${path}/deployments/${former.id}/rollback`, {})).status).toBe(202);
  await world.deployed();
  const page = await rows.list({ channel: "current", actor }, "cars", {});
  expect(page).toMatchObject({ ok: true, value: { rows: [{ plate: "B-1", colour: "red" }] } });
});

test("strangers get in as the choice says, and each change of it ends what was given out before", async () => {
  const { project, path } = await published();
  const visitor = { role: null, may: "write", roles: [] };
  const numberNow = async () => must((await resolveSlug(world.services, project.slug))?.published).linkNumber;
  const link = async (): Promise<Holder> => ({ kind: "link", number: await numberNow() });
  expect(await worth(project.id, await link())).toEqual({ end: "no_access" });
  expect((await ada.call("POST", `${path}/publication/share`)).status).toBe(409);
  await ada.call("PUT", `${path}/publication`, { visibility: "link" });
  const { url } = await json<{ url: string }>(ada.call("POST", `${path}/publication/share`));
  const token = must(new URL(url).searchParams.get(PREVIEW_TOKEN_PARAM));
  const open = (audience: string) => verifyToken(token, PreviewAccess, { secret: API_VARIABLES.PREVIEW_SECRET, audience });
  const { holder } = must(await open(previewAudience(project.id, "published")));
  expect(await open(previewAudience(project.id, "current"))).toBeNull();
  expect(await worth(project.id, holder)).toEqual(visitor);
  // The link to the published app opens no preview.
  expect(await standing(world.services, { projectId: project.id, holder })).toEqual({ end: "no_access" });
  await ada.call("PUT", `${path}/publication`, { visibility: "public" });
  expect(await worth(project.id, holder)).toEqual({ end: "no_access" });
  expect(await worth(project.id, await link())).toEqual(visitor);
  await ada.call("DELETE", `${path}/publication`);
  expect((await resolveSlug(world.services, project.slug))?.published).toBeNull();
  expect(await worth(project.id, { kind: "link", number: 2 })).toEqual({ end: "no_access" });
});

test("a member is handed over to the published app", async () => {
  const { project, path } = await published();
  const { origin, url } = await json<{ origin: string; url: string }>(ada.call("POST", `${path}/previews`, { channel: "published" }));
  expect(origin).toBe(`http://${project.slug}.apps.localhost:8788`);
  const token = must(new URL(url).searchParams.get(PREVIEW_TOKEN_PARAM));
  const options = { secret: API_VARIABLES.PREVIEW_SECRET, audience: previewAudience(project.id, "published") };
  expect(await verifyToken(token, PreviewAccess, options)).toMatchObject({ use: "handover", user: { id: ada.id, role: "admin" } });
});
