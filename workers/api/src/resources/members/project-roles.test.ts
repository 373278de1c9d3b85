/** Roles on single projects: what they open and close, on every route of a project. */

import { type Action, can, rolesFor } from "@edgewright/accounts";
import { PREVIEW_TOKEN_PARAM, type PreviewLink, type Problem } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { decodeJwt } from "jose";
import { beforeEach, describe, expect, test } from "vitest";

type Thing = { project: string; session: string; job: string };

let world: ApiWorld;
let ada: TestPerson;
let raised: TestPerson;
let lowered: TestPerson;
let here: Thing;
let elsewhere: Thing;

const json = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T;

async function thing(): Promise<Thing> {
  const { id } = await projectWithVersion(world, ada);
  const { sessionId, jobId } = await json<{ sessionId: string; jobId: string }>(
    ada.call("POST", `/api/projects/${id}/sessions`, { text: "A list" }),
  );
  return { project: id, session: sessionId, job: jobId };
}
const setRole = (by: TestPerson, project: string, user: string, role: string | null) =>
  by.call("PUT", `/api/projects/${project}/roles/${user}`, { role });

beforeEach(async () => {
  world = await apiWorld();
  ada = await world.person("Ada");
  [raised, lowered] = [await world.person("Raised"), await world.person("Lowered")];
  await world.join(raised, ada.organizationId, "viewer");
  await world.join(lowered, ada.organizationId, "editor");
  [here, elsewhere] = [await thing(), await thing()];
  await setRole(ada, here.project, raised.id, "editor");
  await setRole(ada, here.project, lowered.id, "viewer");
});

/** What changes a project, on every kind of thing that belongs to one. */
const WRITES: [what: string, method: string, path: (of: Thing) => string, body?: unknown][] = [
  ["the project", "PATCH", ({ project }) => `/api/projects/${project}`, { name: "New" }],
  ["its versions", "POST", ({ project }) => `/api/projects/${project}/versions`, { parent: 1, changes: [{ path: "a.ts", text: "1" }] }],
  ["an older version", "POST", ({ project }) => `/api/projects/${project}/versions/1/restore`],
  ["its rows", "POST", ({ project }) => `/api/projects/${project}/data/tables/tasks/rows`, { values: {} }],
  ["sessions", "POST", ({ project }) => `/api/projects/${project}/sessions`, { text: "More" }],
  ["messages", "POST", ({ session }) => `/api/sessions/${session}/messages`, { text: "More" }],
  ["answers", "POST", ({ session }) => `/api/sessions/${session}/answers`, { kind: "questions", jobId: "job_1", answers: {} }],
  ["jobs", "PATCH", ({ job }) => `/api/jobs/${job}`, { text: "Other" }],
  ["a job's end", "POST", ({ job }) => `/api/jobs/${job}/cancel`],
  ["share links", "POST", ({ project }) => `/api/projects/${project}/previews/share`],
];

describe.each(WRITES)("%s", (_what, method, path, body) => {
  test("are changed by a viewer who is an editor here, and nowhere else", async () => {
    expect((await raised.call(method, path(elsewhere), body)).status).toBe(403);
    expect((await raised.call(method, path(here), body)).status).not.toBe(403);
  });

  test("are not changed by an editor who is a viewer here, but everywhere else", async () => {
    expect((await lowered.call(method, path(here), body)).status).toBe(403);
    expect((await lowered.call(method, path(elsewhere), body)).status).not.toBe(403);
  });
});

test("both may look at both, live too", async () => {
  for (const person of [raised, lowered])
    for (const { project, session, job } of [here, elsewhere]) {
      const paths = [
        `projects/${project}`,
        `projects/${project}/versions`,
        `projects/${project}/roles`,
        `sessions/${session}`,
        `jobs/${job}`,
      ];
      for (const path of [...paths, `sessions/${session}/stream`]) expect((await person.call("GET", `/api/${path}`)).status).toBe(200);
    }
});

test("the stream's socket closes to whoever is no member any more", async () => {
  const socket = () => raised.call("GET", `/api/sessions/${here.session}/stream`, undefined, { upgrade: "websocket" });
  expect((await socket()).status).toBe(200);
  expect((await raised.call("POST", `/api/orgs/${ada.organizationId}/leave`)).status).toBe(200);
  expect((await socket()).status).toBe(404);
});

test("a role on one project makes no other project, and lists them all", async () => {
  expect((await raised.call("POST", "/api/projects", { name: "Own" })).status).toBe(403);
  expect((await lowered.call("POST", "/api/projects", { name: "Own" })).status).toBe(201);
  expect((await json<{ items: unknown[] }>(raised.call("GET", "/api/projects"))).items).toHaveLength(3);
});

test("a preview is entered in the role that holds here", async () => {
  const roleIn = async (person: TestPerson, { project }: Thing) => {
    const { url } = await json<PreviewLink>(person.call("POST", `/api/projects/${project}/previews`, {}));
    return decodeJwt<{ user: { role: string } }>(must(new URL(url).searchParams.get(PREVIEW_TOKEN_PARAM))).user.role;
  };
  expect([await roleIn(raised, here), await roleIn(raised, elsewhere)]).toEqual(["editor", "viewer"]);
  expect([await roleIn(lowered, here), await roleIn(lowered, elsewhere)]).toEqual(["viewer", "editor"]);
});

test("an administrator stays one; nobody but members has a role; null is the organization's again", async () => {
  expect((await setRole(ada, here.project, ada.id, "viewer")).status).toBe(409);
  const eve = await world.person("Eve");
  expect((await setRole(ada, here.project, eve.id, "viewer")).status).toBe(404);
  for (const role of ["owner", "member", "", 7]) expect((await setRole(ada, here.project, raised.id, role as string)).status).toBe(400);
  expect((await setRole(raised, here.project, raised.id, "admin")).status).toBe(403);
  expect(await json(setRole(ada, here.project, raised.id, null))).toMatchObject({
    userId: raised.id,
    organizationRole: "viewer",
    own: null,
  });
  expect((await raised.call("PATCH", `/api/projects/${here.project}`, { name: "New" })).status).toBe(403);
  const log = (await world.database.query.auditLog.findMany()).filter(({ action }) => action.startsWith("project_role."));
  expect(log).toMatchObject([
    { action: "project_role.set", subject: raised.id, projectId: here.project, before: { role: null }, after: { role: "editor" } },
    { action: "project_role.set", subject: lowered.id },
    { action: "project_role.cleared", subject: raised.id, before: { role: "editor" }, after: { role: null } },
  ]);
});

test("the exception of another organization's project is out of reach", async () => {
  const eve = await world.person("Eve");
  const bodies = [];
  for (const project of [here.project, "prj_01h00000000000000000000000"]) {
    const { requestId: _, ...body } = await json<Problem>(setRole(eve, project, eve.id, "admin"));
    bodies.push(body);
  }
  expect(bodies[0]).toEqual(bodies[1]);
  expect(first(bodies).status).toBe(404);
});

test("what a role on a project opens is that project's alone, action by action", () => {
  const membership = { organizationId: "org_1", name: "A", slug: "a", role: "viewer" as const, deletedAt: null };
  const actor = { id: "usr_1", memberships: [membership], exceptions: [{ projectId: "prj_1", role: "editor" as const }], scopes: null };
  const actions: Action[] = ["project.update", "version.save", "message.send", "data.write", "snapshot.create"];
  for (const action of actions) {
    expect(rolesFor(action)).not.toContain("viewer");
    expect(can(actor, action, { organizationId: "org_1", projectId: "prj_1" })).toBe(true);
    expect(can(actor, action, { organizationId: "org_1", projectId: "prj_2" })).toBe(false);
    expect(can(actor, action, { organizationId: "org_1" })).toBe(false);
    expect(can(actor, action, { organizationId: "org_2", projectId: "prj_1" })).toBe(false);
  }
});
