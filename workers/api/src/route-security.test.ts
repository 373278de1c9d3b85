/**
 * Walks every route that the API's own description names: as nobody, with an
 * expired session, as a deleted person, from another organization, in each role,
 * and with tokens of each scope. A new route is walked by itself, since the suite
 * reads the description; a route that is not described fails.
 */

import { type Action, AUTH_ROUTES, can, rolesFor, scopeFor } from "@edgewright/accounts";
import { type CreatedToken, Role, TokenScope } from "@edgewright/contracts";
import { schema } from "@edgewright/db";
import { type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ALL_OPERATIONS, type Api, createApp, patternOf } from "./app.ts";
import { openApiDocument } from "./docs/openapi.ts";
import { DEV_OPERATIONS } from "./resources/index.ts";

const OPEN = [
  ...["GET /api/dev/mails", "GET /api/dev/mails/{mail}", "GET /api/docs", "GET /api/health", "GET /api/openapi.json"],
  ...["GET /api/pictures/{picture}", "GET /api/sign-in", "POST /api/invites/look-up"],
  ...["POST /api/webhooks/github"],
];
/** What a viewer may do with an unsafe method: it changes nothing of others. */
const VIEWERS_MAY = ["POST /api/orgs/{org}/leave", "POST /api/orgs/{org}/switch", "POST /api/projects/{project}/previews"];

type Permission = "open" | "session" | "person" | Action;
type Route = { name: string; method: string; path: string; permission: Permission; on: string | undefined; takesBody: boolean };

const described = openApiDocument([...ALL_OPERATIONS, ...DEV_OPERATIONS]);
const ROUTES: Route[] = Object.entries(described.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, of]) => {
    const route = of as { "x-permission": Permission; "x-on"?: string; requestBody?: unknown };
    return {
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      permission: route["x-permission"],
      on: route["x-on"],
      takesBody: method === "post" || route.requestBody !== undefined,
    };
  }),
);
const GUARDED = ROUTES.filter(({ permission }) => permission !== "open");
const isAction = (permission: Permission): permission is Action => !["open", "session", "person"].includes(permission);
const WITH_ACTION = GUARDED.flatMap((route) => (isAction(route.permission) ? [{ ...route, action: route.permission }] : []));

/** In names of what belongs to Ada; in no answer to anyone who may not see it. */
const SECRET = "Zanzibar";

let world: ApiWorld;
let params: Record<string, string>;
let ada: TestPerson;
let stranger: TestPerson;
let expired: TestPerson;
let deleted: TestPerson;
let roles: Record<Role, TestPerson>;
const tokens = new Map<TokenScope | "all" | "stranger" | "deleted", TestPerson["call"]>();

beforeAll(async () => {
  world = await apiWorld();
  ada = await world.person(`Ada ${SECRET}`);
  const join = async (name: string, role: Role) => {
    const person = await world.person(name);
    await world.join(person, ada.organizationId, role);
    return person;
  };
  stranger = await world.person("Stranger");
  roles = { admin: ada, editor: await join("Editor", "editor"), viewer: await join("Viewer", "viewer") };
  params = await things();
  const all = [...TokenScope.options];
  for (const scope of all) tokens.set(scope, await tokenOf(ada, [scope]));
  tokens.set("all", await tokenOf(ada, all));
  tokens.set("stranger", await tokenOf(stranger, all));
  expired = await join("Expired", "admin");
  const past = new Date(Date.now() - 1000);
  await world.database.update(schema.authSessions).set({ expiresAt: past }).where(eq(schema.authSessions.userId, expired.id));
  deleted = await join("Deleted", "admin");
  tokens.set("deleted", await tokenOf(deleted, all));
  await world.database.delete(schema.organizations).where(eq(schema.organizations.id, deleted.organizationId));
  await world.database.delete(schema.users).where(eq(schema.users.id, deleted.id));
});

/** What the paths' parameters stand for: Ada's own. */
async function things(): Promise<Record<string, string>> {
  const project = await projectWithVersion(world, ada);
  await ada.call("PATCH", `/api/projects/${project.id}`, { name: `Plans of ${SECRET}` });
  const sent = await ada.call("POST", `/api/projects/${project.id}/sessions`, { text: `A list for ${SECRET}` });
  const { sessionId, jobId } = (await sent.json()) as { sessionId: string; jobId: string };
  const file = { path: "src/App.tsx", number: "1", other: "1" };
  const rows = { table: "tasks", id: "row_1", kind: "member", import: "imp_1", file: "fil_1", part: "0", column: "photo" };
  return {
    ...file,
    ...rows,
    project: project.id,
    session: sessionId,
    job: jobId,
    org: ada.organizationId,
    token: "tok_1",
    member: "mem_1",
    invite: "inv_1",
    user: "usr_1",
    domain: "dom_1",
    snapshot: "snp_1",
    installation: "1",
    rule: "rul_1",
    branch: "br_1",
    automation: "remind",
    run: "1",
    deployment: "dep_1",
    picture: "0",
    mail: "0",
  };
}

async function tokenOf(person: TestPerson, scopes: TokenScope[]): Promise<TestPerson["call"]> {
  const made = await person.call("POST", "/api/me/tokens", { name: scopes.join(" ").slice(0, 80), scopes, role: "admin" });
  const { secret } = (await made.json()) as CreatedToken;
  return (method, path, body, headers = {}) =>
    world.nobody(method, path, body, { origin: null, authorization: `Bearer ${secret}`, ...headers });
}

const addressOf = ({ path }: Route) =>
  path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = params[parameter];
    if (value === undefined) throw new Error(`The walk knows no value for {${parameter}}`);
    return value;
  });

const ask = (route: Route, call: TestPerson["call"], headers: Record<string, string | null> = {}) =>
  call(route.method, addressOf(route), route.takesBody ? {} : undefined, headers);

/** Whoever may is let in as far as to be told that this is too much to send; so nothing is changed on the way. */
const TOO_MUCH = { "content-length": String(100 * 1024 * 1024) };

/** The refusal, whole: a problem that names nothing of what it protects. */
async function expectRefusal(response: Response, status: number, code: string) {
  const body = await response.text();
  expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  const problem = JSON.parse(body) as Record<string, unknown>;
  expect(problem).toMatchObject({ code, status, requestId: response.headers.get("x-request-id") });
  const known = ["type", "title", "status", "detail", "code", "next", "requestId"];
  expect(Object.keys(problem).filter((key) => !known.includes(key))).toEqual([]);
  expect(body).not.toContain(SECRET);
  expect(response.headers.get("cache-control")).toBe("no-store");
}

async function expectAdmitted(response: Response, route: Route) {
  if (route.method !== "GET") expect(response.status).toBe(413);
  else expect([401, 403]).not.toContain(response.status);
  await response.body?.cancel();
}

describe("the description", () => {
  const named = new Set(ROUTES.map(({ method, path }) => `${method} ${patternOf(path)}`));
  const theirs = new Set(["ALL /*", ...AUTH_ROUTES.map(({ method, path }) => `${method} /api/auth${path}`)]);
  const unnamed = (app: Api) =>
    app.routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`).filter((route) => !theirs.has(route) && !named.has(route));

  test("names every route, each with its permission", () => {
    expect(unnamed(world.app)).toEqual([]);
    expect(ROUTES.filter(({ permission }) => permission === undefined)).toEqual([]);
    expect(ROUTES.length).toBeGreaterThan(40);
  });

  test("is found out when it lacks one", () => {
    const app = createApp(world.services);
    app.get("/api/secret", (context) => context.text("hello"));
    expect(unnamed(app)).toEqual(["GET /api/secret"]);
  });

  test("opens these routes to anyone, and no others", () => {
    expect(
      ROUTES.filter(({ permission }) => permission === "open")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(OPEN);
  });

  test("closes to viewers what changes something", () => {
    const writes = WITH_ACTION.filter(({ method, action }) => method !== "GET" && rolesFor(action).includes("viewer"));
    expect(writes.map(({ name }) => name).sort()).toEqual(VIEWERS_MAY);
  });
});

describe.each([
  ["nobody", () => world.nobody],
  ["an expired session", () => expired.call],
  ["a deleted person", () => deleted.call],
  ["a deleted person's token", () => must(tokens.get("deleted"))],
])("%s", (_who, call) => {
  test.each(GUARDED)("$name", async (route) => expectRefusal(await ask(route, call()), 401, "unauthenticated"));
});

describe.each([
  ["a member of another organization", () => stranger.call],
  ["a token of another organization's member", () => must(tokens.get("stranger"))],
])("%s", (who, call) => {
  const elsewhere = WITH_ACTION.filter(({ on, action }) => on !== "home" && (!who.includes("token") || scopeFor(action) !== null));
  test.each(elsewhere)("$name", async (route) => expectRefusal(await ask(route, call()), 404, "not_found"));
});

describe.each(Role.options)("%s", (role) => {
  const allowed = WITH_ACTION.filter(({ action }) => rolesFor(action).includes(role));
  const refused = WITH_ACTION.filter(({ action }) => !rolesFor(action).includes(role));

  test.each(refused)("may not: $name", async (route) => expectRefusal(await ask(route, roles[role].call), 403, "forbidden"));

  test.each(allowed)("may: $name", async (route) => expectAdmitted(await ask(route, roles[role].call, TOO_MUCH), route));
});

describe("a token", () => {
  const open = WITH_ACTION.flatMap((route) => {
    const scope = scopeFor(route.action);
    return scope === null ? [] : [{ ...route, scope }];
  });

  test.each(open)("of scope $scope may: $name", async (route) => {
    await expectAdmitted(await ask(route, must(tokens.get(route.scope)), TOO_MUCH), route);
  });

  test.each(open)("without the scope $scope may not: $name", async (route) => {
    for (const scope of TokenScope.options.filter((other) => other !== route.scope))
      await expectRefusal(await ask(route, must(tokens.get(scope))), 403, "forbidden");
  });

  const closed = GUARDED.filter(({ permission }) => permission === "session" || (isAction(permission) && scopeFor(permission) === null));
  test.each(closed)("of any scope may not: $name", async (route) => {
    await expectRefusal(await ask(route, must(tokens.get("all"))), 403, "forbidden");
  });
});

describe("from another site", () => {
  const unsafe = GUARDED.filter(({ method }) => method !== "GET");
  test.each(unsafe)("$name", async (route) => {
    for (const origin of ["https://evil.example", null, "null", "http://todo.preview.localhost:8788"])
      expect((await ask(route, roles.editor.call, { origin })).status).toBe(403);
  });

  test("a socket", async () => {
    const headers = { upgrade: "websocket", origin: "https://evil.example" };
    expect((await roles.viewer.call("GET", `/api/sessions/${params.session}/stream`, undefined, headers)).status).toBe(403);
  });
});

describe("better-auth's routes", () => {
  const sample = (path: string) => path.replace(":token", "nonsense");

  test.each(AUTH_ROUTES.filter((route) => route.for === "person"))("$method $path asks for a session", async ({ method, path }) => {
    for (const call of [world.nobody, expired.call, deleted.call, must(tokens.get("all"))]) {
      const response = await call(method, `/api/auth${sample(path)}`, method === "POST" ? {} : undefined, {
        origin: "http://localhost:8787",
      });
      expect([400, 401, 403]).toContain(response.status);
      expect(await response.text()).not.toContain(SECRET);
    }
  });

  test("those that are not named are closed", async () => {
    const open = new Set(AUTH_ROUTES.map(({ method, path }) => `${method} ${path}`));
    const all = Object.values(world.services.auth.api as Record<string, { path?: string; options?: { method?: string | string[] } }>);
    const closed = all.flatMap(({ path, options }) =>
      path === undefined
        ? []
        : [options?.method ?? []]
            .flat()
            .map((method) => ({ method, path }))
            .filter((route) => !open.has(`${route.method} ${route.path}`)),
    );
    expect(closed.map(({ path }) => path)).toContain("/organization/update-member-role");
    for (const { method, path } of closed) {
      const response = await ada.call(method, `/api/auth${path.replace(/:\w+/, "google")}`, method === "POST" ? {} : undefined);
      // `:id` of the callback is open for Google alone.
      if (path !== "/callback/:id") expect([path, response.status]).toEqual([path, 404]);
    }
  });
});

test("a person without memberships may do nothing", () => {
  const nobody = { id: "usr_1", memberships: [], exceptions: [], scopes: null };
  expect(can(nobody, "project.read", { organizationId: "org_1" })).toBe(false);
});
