/** Walks every route the app has: anonymous, of another organization, and in too low a role. A route without a stated permission fails. */
import { AUTH_ROUTES, can, rolesFor } from "@edgewright/accounts";
import { type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { beforeAll, describe, expect, test } from "vitest";
import { ALL_OPERATIONS, type Api, createApp, patternOf } from "./app.ts";
import type { Operation } from "./http/operation.ts";

const OPEN = ["GET /api/docs", "GET /api/health", "GET /api/openapi.json"];
/** better-auth guards its own routes; the envelope is on every path and answers nothing. */
const NOT_OURS = new Set(["ALL /*", ...AUTH_ROUTES.map(({ method, path }) => `${method} /api/auth${path}`)]);
/** What a viewer may do with an unsafe method: it changes nothing but the log. */
const VIEWERS_MAY = ["POST /api/projects/:project/previews"];

const name = (method: string, path: string) => `${method.toUpperCase()} ${path}`;
const stated = new Map(ALL_OPERATIONS.map((operation) => [name(operation.route.method, patternOf(operation.route.path)), operation]));

const unstated = (app: Api) =>
  app.routes.map(({ method, path }) => name(method, path)).filter((route) => !NOT_OURS.has(route) && !stated.has(route));

let world: ApiWorld;
let params: Record<string, string>;
let stranger: TestPerson;
let editor: TestPerson;
let viewer: TestPerson;

beforeAll(async () => {
  world = await apiWorld();
  const ada = await world.signUp("Ada");
  [stranger, editor, viewer] = [await world.signUp("Stranger"), await world.signUp("Editor"), await world.signUp("Viewer")];
  await world.join(editor, ada.organizationId, "editor");
  await world.join(viewer, ada.organizationId, "viewer");
  const project = await projectWithVersion(world, ada);
  const sent = await (await ada.call("POST", `/api/projects/${project.id}/sessions`, { text: "A list" })).json();
  const { sessionId, jobId } = sent as { sessionId: string; jobId: string };
  const path = { "path{.+}": "src/App.tsx", table: "tasks", id: "row_1", number: "1", other: "1" };
  params = { ...path, project: project.id, session: sessionId, job: jobId, org: ada.organizationId };
});

const addressOf = (operation: Operation) =>
  patternOf(operation.route.path).replaceAll(/:([\w]+(\{\.\+\})?)/g, (_, parameter: string) => {
    const value = params[parameter];
    if (value === undefined) throw new Error(`The walk knows no value for :${parameter}`);
    return value;
  });

const ask = (operation: Operation, call: TestPerson["call"]) => {
  const method = operation.route.method.toUpperCase();
  return call(method, addressOf(operation), method === "GET" || method === "DELETE" ? undefined : {});
};
const guarded = [...stated].filter(([, { permission }]) => permission !== "open");
const withAction = guarded.flatMap(([route, operation]) =>
  typeof operation.permission === "object" ? [{ route, operation, ...operation.permission }] : [],
);

test("every route states its permission", () => {
  expect(unstated(world.app)).toEqual([]);
  expect(world.app.routes.length).toBeGreaterThan(30);
});

test("a route added beside the operations is noticed", () => {
  const app = createApp(world.services);
  app.get("/api/secret", (context) => context.text("hello"));
  expect(unstated(app)).toEqual(["GET /api/secret"]);
});

test("only these routes are open to anyone", () => {
  const open = [...stated].filter(([, { permission }]) => permission === "open").map(([route]) => route);
  expect(open.sort()).toEqual(OPEN);
});

test("what changes something is closed to viewers", () => {
  const writes = withAction.filter(({ route, action }) => !route.startsWith("GET") && rolesFor(action).includes("viewer"));
  expect(writes.map(({ route }) => route)).toEqual(VIEWERS_MAY);
});

describe("anonymous", () => {
  test.each(guarded)("%s", async (_route, operation) => {
    const response = await ask(operation, world.nobody);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "unauthenticated", requestId: response.headers.get("x-request-id") });
  });
});

describe("another organization", () => {
  test.each(withAction.filter(({ on }) => on !== "home"))("$route", async ({ operation }) => {
    const response = await ask(operation, stranger.call);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found" });
  });
});

describe("too low a role", () => {
  const role = { viewer: () => viewer, editor: () => editor };
  const cases = withAction.flatMap((entry) =>
    (["viewer", "editor"] as const).filter((as) => !rolesFor(entry.action).includes(as)).map((as) => ({ ...entry, as })),
  );
  test.each(cases)("$route as $as", async ({ operation, as }) => {
    const response = await ask(operation, role[as]().call);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "forbidden" });
  });
});

describe("from another site", () => {
  const unsafe = guarded.filter(([route]) => !route.startsWith("GET"));
  test.each(unsafe)("%s", async (_route, operation) => {
    for (const origin of ["https://evil.example", null, "null", "http://todo.preview.localhost:8788"]) {
      const call: TestPerson["call"] = (method, path, body) => editor.call(method, path, body, { origin });
      expect((await ask(operation, call)).status).toBe(403);
    }
  });

  test("a socket", async () => {
    const headers = { upgrade: "websocket", origin: "https://evil.example" };
    expect((await viewer.call("GET", `/api/sessions/${params.session}/stream`, undefined, headers)).status).toBe(403);
  });
});

test("a person without memberships may do nothing", () => {
  expect(can({ id: "usr_1", memberships: [], exceptions: [], scopes: null }, "project.read", { organizationId: "org_1" })).toBe(false);
});
