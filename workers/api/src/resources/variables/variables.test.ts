/** Variables by the API: what is shown of them, who may set which, and when publishing needs them. */
import type { Deployment, Problem, Publication, Variables } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { variablesOf } from "../../directory.ts";

const world = await apiWorld();
const ada = await world.person("Ada");
const SECRET = "sk-of-mail-123";
const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T;

async function withProject(files: Record<string, string> = { "app.json": '{ "name": "Fleet" }' }) {
  const project = await projectWithVersion(world, ada, files);
  const path = `/api/projects/${project.id}`;
  const set = (environment: string, name: string, value: string, secret = true) =>
    ada.call("PATCH", `${path}/variables/${environment}`, { set: [{ name, value, secret }] });
  const read = () => json<Variables>(ada.call("GET", `${path}/variables`));
  const publish = async () => {
    const response = await ada.call("POST", `${path}/deployments`, {});
    await world.deployed();
    return response;
  };
  return { project, path, set, read, publish };
}

test("a plain one is shown, a secret never; each environment has its own; the log says which, and no value", async () => {
  const { project, path, set, read } = await withProject();
  await set("preview", "GREETING", "Hello", false);
  const answer = await set("production", "MAIL_KEY", SECRET);
  expect(await answer.text()).not.toContain(SECRET);
  const now = await read();
  expect(now.preview).toMatchObject([{ name: "GREETING", secret: false, value: "Hello", updatedBy: "Ada" }]);
  expect(now.production).toMatchObject([{ name: "MAIL_KEY", secret: true, value: null }]);
  expect(await variablesOf(world.services, project.id, null)).toEqual({ ok: true, value: { GREETING: { value: "Hello", secret: false } } });
  await ada.call("PATCH", `${path}/variables/production`, { remove: ["MAIL_KEY", "NONE"] });
  expect((await read()).production).toEqual([]);
  const { results } = await world.binding.prepare("select detail from audit_log where action = 'variables.updated'").all();
  const lines = results.map(({ detail }) => JSON.parse(String(detail)));
  expect(lines).toContainEqual({ environment: "production", setNames: "MAIL_KEY", removedNames: "" });
  expect(lines).toContainEqual({ environment: "production", setNames: "", removedNames: "MAIL_KEY" });
  const { results: kept } = await world.binding.prepare("select * from app_variables").all();
  expect(JSON.stringify([kept, results])).not.toMatch(/Hello|sk-of/);
});

test("names that are the platform's, the machine's or the runtime's are refused with the reason, and short secrets", async () => {
  const { set } = await withProject();
  const refused = async (name: string, value = SECRET) => {
    const response = await set("preview", name, value);
    expect(response.status, name).toBe(400);
    return JSON.stringify(((await response.json()) as Problem).fields);
  };
  expect(await refused("PATH")).toContain("belongs to the machine");
  expect(await refused("NODE_OPTIONS")).toContain("begin with NODE");
  expect(await refused("DATA")).toContain("gets from the platform");
  expect(await refused("OIDC_CLIENT_SECRET")).toContain("begin with OIDC");
  expect(await refused("constructor")).toContain("name of the language");
  expect(await refused("1ST")).toContain("begins with a letter");
  expect(await refused("MAIL_KEY", "short")).toContain("at least 8 characters");
});

test("editors set the preview's, admins production's, viewers look", async () => {
  const { path } = await withProject();
  const editor = await world.person("Editor");
  await world.join(editor, ada.organizationId, "editor");
  const body = { set: [{ name: "MAIL_KEY", value: SECRET, secret: true }] };
  expect((await editor.call("PATCH", `${path}/variables/preview`, body)).status).toBe(200);
  expect((await editor.call("PATCH", `${path}/variables/production`, body)).status).toBe(403);
});

test("publishing is refused while a needed one is missing, and says which; a changed one is told until it is published again", async () => {
  const needs = '{ "name": "Fleet", "env": [{ "name": "MAIL_KEY", "description": "of the mail service" }] }';
  const { path, set, read, publish } = await withProject({ "app.json": needs });
  const state = () => json<Publication>(ada.call("GET", `${path}/publication`));
  expect(must((await state()).next).variables).toMatchObject({
    missing: [{ name: "MAIL_KEY", required: true, secret: true }],
    changed: [],
  });
  const refused = await publish();
  expect([refused.status, ((await refused.json()) as Problem).detail]).toEqual([
    409,
    "The app needs a variable that is not set for production: MAIL_KEY.",
  ]);
  await set("production", "MAIL_KEY", SECRET);
  expect(must((await state()).next).variables.missing).toEqual([]);
  const made = await publish();
  expect(made.status).toBe(202);
  expect((await read()).live).toEqual({ version: 1, changed: ["MAIL_KEY"] });
  const { id } = (await made.json()) as Deployment;
  expect((await ada.call("GET", `${path}/deployments/${id}`)).status).toBe(200);
});

test("the archive lists them by name", async () => {
  const { path, set } = await withProject();
  await set("production", "MAIL_KEY", SECRET);
  const archive = await (await ada.call("GET", `${path}/versions/1/archive`)).text();
  expect(archive).toContain(".env.example");
  expect(archive).not.toContain(SECRET);
});
