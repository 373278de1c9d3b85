/** What attackers try on the API, each with what becomes of it. Who may call which route is in route-security.test.ts. */

import type { Project } from "@edgewright/contracts";
import { at, first } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

const EVIL = "https://evil.example";
const PASSWORD = "correct horse battery";

let world: ApiWorld;
let ada: TestPerson;
let mallory: TestPerson;
let project: Project;
let cookie: string;
beforeAll(async () => {
  world = await apiWorld();
  [ada, mallory] = [await world.signUp("Ada"), await world.signUp("Mallory")];
  project = await projectWithVersion(world, ada);
  cookie = must(cookieOf(await signIn(ada, null)));
});

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => first(line.split(";")))
    .find((pair) => pair.includes("session_token"));

const addressOf = async (person: TestPerson) => must(await world.services.users.find(person.id)).email;

const signIn = async (person: TestPerson, cookie: string | null) =>
  world.nobody("POST", "/api/auth/sign-in/email", { email: await addressOf(person), password: PASSWORD }, { cookie });

describe("session fixation", () => {
  test("signing in with somebody else's cookie at hand gives a session of one's own", async () => {
    const planted = must(cookieOf(await signIn(mallory, null)));
    const own = must(cookieOf(await signIn(ada, planted)));
    expect(own).not.toBe(planted);
    const me = async (cookie: string) => (await world.nobody("GET", "/api/me", undefined, { cookie })).json();
    expect(await me(planted)).toMatchObject({ user: { id: mallory.id } });
    expect(await me(own)).toMatchObject({ user: { id: ada.id } });
  });

  test("a made-up session never comes to life", async () => {
    const planted = "edgewright.session_token=planted.c2lnbmF0dXJl";
    await signIn(ada, planted);
    expect((await world.nobody("GET", "/api/me", undefined, { cookie: planted })).status).toBe(401);
  });

  test("a session's token signed by somebody else is none", async () => {
    const [row] = await world.database.select().from(schema.authSessions).where(eq(schema.authSessions.userId, ada.id));
    for (const signature of ["", ".", ".AAAA", `.${btoa("x".repeat(32))}`]) {
      const cookie = `edgewright.session_token=${encodeURIComponent(must(row).token + signature)}`;
      expect((await world.nobody("GET", "/api/me", undefined, { cookie })).status).toBe(401);
    }
  });
});

describe("requests forged by another site", () => {
  const FORGED: [string, object][] = [
    ["/api/auth/sign-out", {}],
    ["/api/auth/update-user", { name: "Owned" }],
    ["/api/auth/change-password", { currentPassword: PASSWORD, newPassword: "another password" }],
    ["/api/auth/change-email", { newEmail: "mallory@evil.example" }],
    ["/api/auth/two-factor/disable", { password: PASSWORD }],
  ];
  const FROM: Record<string, string | null>[] = [{ origin: EVIL }, { origin: "null" }, { origin: null, "content-type": "text/plain" }];

  test.each(FORGED)("%s", async (path, body) => {
    for (const headers of FROM) {
      const response = await ada.call("POST", path, body, headers);
      expect(response.status, JSON.stringify(headers)).toBeGreaterThanOrEqual(400);
    }
    expect(await (await ada.call("GET", "/api/me")).json()).toMatchObject({ user: { id: ada.id, name: "Ada" } });
  });
});

describe("open redirects", () => {
  const AWAY = [
    EVIL,
    "//evil.example",
    "/\\evil.example",
    "https://localhost:8787.evil.example/",
    "https://localhost:8787@evil.example/",
    "javascript:alert(1)",
  ];
  const leads = (response: Response) => response.headers.get("location") ?? "";

  test.each(AWAY)("%s is not asked for in a mail", async (away) => {
    const email = await addressOf(ada);
    const before = world.mails.length;
    const asked = await Promise.all([
      world.nobody("POST", "/api/auth/sign-in/magic-link", { email, callbackURL: away }),
      world.nobody("POST", "/api/auth/request-password-reset", { email, redirectTo: away }),
      world.nobody("POST", "/api/auth/send-verification-email", { email, callbackURL: away }),
    ]);
    await world.settled();
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(world.mails.length).toBe(before);
  });

  test.each(AWAY)("%s is not where a link leads", async (away) => {
    const to = encodeURIComponent(away);
    for (const path of [
      `/verify-email?token=x&callbackURL=${to}`,
      `/magic-link/verify?token=x&callbackURL=${to}&errorCallbackURL=${to}`,
      `/reset-password/x?callbackURL=${to}`,
    ]) {
      const response = await world.nobody("GET", `/api/auth${path}`);
      expect(leads(response), path).not.toMatch(/evil|javascript/);
    }
  });
});

test("a forged host is in no link of a mail", async () => {
  const headers = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
  };
  const before = world.mails.length;
  await world.nobody(
    "POST",
    "/api/auth/request-password-reset",
    { email: await addressOf(ada), redirectTo: "/reset-password/new" },
    headers,
  );
  await world.settled();
  const [mail] = world.mails.slice(before);
  expect(mail?.text).toContain("http://localhost:8787/");
  expect(`${mail?.text}${mail?.html}`).not.toContain("evil.example");
});

describe("mass assignment", () => {
  const MORE = { id: "usr_mine", emailVerified: true, twoFactorEnabled: true, role: "admin", createdAt: 0, banned: false };

  test("signing up sets what it asks for, and no more", async () => {
    const email = "eve@example.test";
    await world.nobody("POST", "/api/auth/sign-up/email", { name: "Eve", email, password: PASSWORD, ...MORE });
    const [row] = await world.database.select().from(schema.users).where(eq(schema.users.email, email));
    expect(row?.emailVerified ?? false).toBe(false);
    expect(row?.twoFactorEnabled ?? false).toBe(false);
    expect(row?.id).not.toBe("usr_mine");
  });

  test("neither does a person's profile", async () => {
    await mallory.call("POST", "/api/auth/update-user", { name: "Mallory", email: "ada@example.test", ...MORE });
    const row = await world.services.users.find(mallory.id);
    expect(row).toMatchObject({ emailVerified: false, twoFactor: false });
    expect(row?.email).not.toBe("ada@example.test");
  });

  test("nor a project", async () => {
    const mine = await projectWithVersion(world, mallory);
    const more = { id: project.id, organizationId: ada.organizationId, currentVersion: 99, deletedAt: 1, createdBy: ada.id };
    await mallory.call("PATCH", `/api/projects/${mine.id}`, { name: "Mine", ...more });
    const [row] = await world.database.select().from(schema.projects).where(eq(schema.projects.id, mine.id));
    expect(row).toMatchObject({
      name: "Mine",
      organizationId: mallory.organizationId,
      currentVersion: 1,
      deletedAt: null,
      createdBy: mallory.id,
    });
  });

  test("a prototype is not to be had", async () => {
    const body = '{"name":"Ok","__proto__":{"scopes":["projects:write"]},"constructor":{"prototype":{"admin":true}}}';
    const response = await world.app.request("http://localhost:8787/api/me/tokens", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost:8787", cookie },
      body,
    });
    expect(response.status).toBe(400);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe("guessing ids", () => {
  const said = async (person: TestPerson, path: string) => {
    const response = await person.call("GET", path);
    const { requestId: _, ...problem } = (await response.json()) as Record<string, unknown>;
    return { status: response.status, problem };
  };

  test("what is another's is told apart by nothing from what does not exist", async () => {
    const absent = (id: string) => id.slice(0, -4) + (id.endsWith("zzzz") ? "0000" : "zzzz");
    const [session] = await world.database.select().from(schema.chatSessions);
    const paths = [`/api/projects/${project.id}`, `/api/projects/${project.id}/versions`, `/api/orgs/${ada.organizationId}/usage`];
    if (session) paths.push(`/api/sessions/${session.id}`);
    for (const path of paths) {
      const id = at(path.split("/"), 3);
      expect(await said(mallory, path)).toEqual(await said(mallory, path.replace(id, absent(id))));
    }
  });

  test.each(["%00", "..%2f..%2fetc", "prj_' or 1=1 --", "prj_%25", "x".repeat(5000), "\u202eprj"])("%j is an id of nothing", async (id) => {
    expect([400, 404]).toContain((await mallory.call("GET", `/api/projects/${encodeURIComponent(id)}`)).status);
  });
});

describe("bodies that are too much", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    world.app.request(`http://localhost:8787${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: "http://localhost:8787",
        cookie,
        ...headers,
      },
      body,
    });

  test.each([1_000, 100_000])("nested %i deep", async (depth) => {
    for (const path of ["/api/projects", "/api/me/tokens", "/api/auth/sign-in/email", "/api/auth/update-user"]) {
      const status = (await post(path, nested(depth))).status;
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });

  test("too long, by what they say and by what they are", async () => {
    expect((await post("/api/projects", "{}", { "content-length": "999999999" })).status).toBe(413);
    expect((await post("/api/projects", JSON.stringify({ name: "x".repeat(13 * 1024 * 1024) }))).status).toBe(413);
    expect((await post("/api/auth/sign-in/email", JSON.stringify({ email: "x".repeat(200_000), password: "y" }))).status).toBe(413);
  });

  test("no JSON at all", async () => {
    for (const body of ["{", "nil", "", "\u0000", "name=Ada&role=admin"])
      for (const path of ["/api/me/tokens", "/api/auth/sign-in/email"])
        expect((await post(path, body)).status, `${path} ${body}`).toBe(400);
  });
});

describe("header injection", () => {
  test("a name with line breaks stays in its place", async () => {
    const name = "Ada\r\nBcc: everyone@evil.example\r\n\r\n<script>alert(1)</script>";
    await world.nobody("POST", "/api/auth/sign-up/email", { name, email: "crlf@example.test", password: PASSWORD });
    await world.settled();
    const mail = world.mails.find(({ to }) => to === "crlf@example.test");
    expect(mail).toBeDefined();
    expect(`${must(mail).subject}${must(mail).to}`).not.toMatch(/[\r\n]/);
    expect(must(mail).html).not.toContain("<script>");
  });

  test("a request's id is taken over only if it is one", async () => {
    const response = await ada.call("GET", "/api/me", undefined, { "x-request-id": "req_1 <script>" });
    expect(response.headers.get("x-request-id")).toMatch(/^req_[0-9a-z]{26}$/);
  });
});
