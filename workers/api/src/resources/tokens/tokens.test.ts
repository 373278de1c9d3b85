/** API tokens: what they may do, for whom, until when, and what is kept of them. */

import type { ApiToken, CreatedToken, CreateToken } from "@edgewright/contracts";
import { schema } from "@edgewright/db";
import { type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

const READ: Partial<CreateToken> = { scopes: ["projects:read"] };
const WRITE: Partial<CreateToken> = { scopes: ["projects:read", "projects:write", "organization:read"] };

let world: ApiWorld;
let ada: TestPerson;
let project: string;
beforeAll(async () => {
  world = await apiWorld();
  ada = await world.signUp("Ada");
  project = (await projectWithVersion(world, ada)).id;
});

async function make(person: TestPerson, wanted: Partial<CreateToken>, path = "/api/me/tokens"): Promise<CreatedToken> {
  const response = await person.call("POST", path, { name: "CI", ...wanted });
  expect(response.status).toBe(201);
  return (await response.json()) as CreatedToken;
}
const ofOrganization = (person: TestPerson, wanted: Partial<CreateToken>) => make(person, wanted, `/api/orgs/${ada.organizationId}/tokens`);

const leave = (person: TestPerson) =>
  world.database
    .delete(schema.members)
    .where(and(eq(schema.members.userId, person.id), eq(schema.members.organizationId, ada.organizationId)));

/** A request as a program makes it: no cookie, no origin. */
const by =
  (secret: string): TestPerson["call"] =>
  (method, path, body, headers = {}) =>
    world.nobody(method, path, body, { origin: null, authorization: `Bearer ${secret}`, ...headers });

const list = async (person: TestPerson, path = "/api/me/tokens") =>
  ((await (await person.call("GET", path)).json()) as { items: ApiToken[] }).items;

describe("a person's token", () => {
  test("acts as the person, with no cookie and from no page", async () => {
    const call = by((await make(ada, WRITE)).secret);
    expect(await (await call("GET", "/api/me")).json()).toMatchObject({ user: { id: ada.id }, organization: { id: ada.organizationId } });
    expect((await call("PATCH", `/api/projects/${project}`, { name: "Chores" })).status).toBe(200);
    expect((await call("GET", `/api/projects/${project}`)).status).toBe(200);
  });

  test("is shown once, and kept as a hash", async () => {
    const { secret, token } = await make(ada, READ);
    expect(secret).toMatch(/^ew_[A-Za-z0-9]{40,}$/);
    expect(secret.startsWith(token.start)).toBe(true);
    expect(token.start.length).toBeLessThan(12);
    const rows = JSON.stringify([await world.database.query.apikeys.findMany(), await world.database.query.auditLog.findMany()]);
    expect(rows).not.toContain(secret.slice(12));
    expect(JSON.stringify(await list(ada))).not.toContain(secret.slice(12));
  });

  test("does what its scopes name, and nothing else", async () => {
    const call = by((await make(ada, READ)).secret);
    const refused = await call("PATCH", `/api/projects/${project}`, { name: "No" });
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: "forbidden", detail: "This token lacks the scope projects:write." }),
    ]);
    expect((await call("GET", `/api/orgs/${ada.organizationId}/usage`)).status).toBe(403);
  });

  test("stays below its ceiling, whatever the person's role", async () => {
    const call = by((await make(ada, { ...WRITE, role: "viewer" })).secret);
    expect((await call("GET", `/api/projects/${project}`)).status).toBe(200);
    expect((await call("PATCH", `/api/projects/${project}`, { name: "No" })).status).toBe(403);
  });

  test("is never above the person", async () => {
    const bea = await world.signUp("Bea");
    await world.join(bea, ada.organizationId, "viewer");
    const call = by((await make(bea, { ...WRITE, role: "admin" })).secret);
    expect((await call("GET", `/api/projects/${project}`)).status).toBe(200);
    expect((await call("PATCH", `/api/projects/${project}`, { name: "No" })).status).toBe(403);
    await leave(bea);
    expect((await call("GET", `/api/projects/${project}`)).status).toBe(404);
  });

  test("makes no tokens, and revokes none", async () => {
    const { secret, token } = await make(ada, { scopes: ["organization:read", "organization:write"], role: "admin" });
    const call = by(secret);
    expect((await call("POST", "/api/me/tokens", { name: "More", ...READ })).status).toBe(403);
    expect((await call("DELETE", `/api/me/tokens/${token.id}`)).status).toBe(403);
    expect((await call("POST", `/api/orgs/${ada.organizationId}/tokens`, { name: "More", ...READ })).status).toBe(403);
  });

  test("dies when it is revoked, at once, and only by its owner", async () => {
    const { secret, token } = await make(ada, READ);
    const bea = await world.signUp("Bea");
    expect((await bea.call("DELETE", `/api/me/tokens/${token.id}`)).status).toBe(404);
    expect((await by(secret)("GET", "/api/me")).status).toBe(200);
    expect((await ada.call("DELETE", `/api/me/tokens/${token.id}`)).status).toBe(200);
    expect((await by(secret)("GET", "/api/me")).status).toBe(401);
    expect((await ada.call("DELETE", `/api/me/tokens/${token.id}`)).status).toBe(404);
  });

  test("dies when its time is over", async () => {
    const { secret, token } = await make(ada, { ...READ, days: 1 });
    expect(new Date(must(token.expiresAt)).getTime() - new Date(token.createdAt).getTime()).toBe(24 * 3600 * 1000);
    await world.database
      .update(schema.apikeys)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(schema.apikeys.id, token.id));
    expect((await by(secret)("GET", "/api/me")).status).toBe(401);
  });

  test("dies with the person", async () => {
    const cyd = await world.signUp("Cyd");
    const { secret } = await make(cyd, READ);
    await world.database.delete(schema.organizations).where(eq(schema.organizations.id, cyd.organizationId));
    await world.database.delete(schema.users).where(eq(schema.users.id, cyd.id));
    expect((await by(secret)("GET", "/api/me")).status).toBe(401);
  });

  test("says when it was last used", async () => {
    const { secret, token } = await make(ada, READ);
    expect(token.lastUsedAt).toBeNull();
    await by(secret)("GET", "/api/me");
    await world.settled();
    expect((await list(ada)).find(({ id }) => id === token.id)?.lastUsedAt).toMatch(/^20/);
  });

  test("is named in the log, with the person behind it", async () => {
    const { secret, token } = await make(ada, { ...WRITE, name: "Deploy" });
    await by(secret)("PATCH", `/api/projects/${project}`, { name: "Errands" });
    const log = await world.database.query.auditLog.findMany({ where: eq(schema.auditLog.actorId, token.id) });
    expect(log).toMatchObject([
      { action: "project.updated", actorKind: "token", actorName: "Deploy", personId: ada.id, projectId: project },
    ]);
    const made = await world.database.query.auditLog.findMany({ where: eq(schema.auditLog.subject, token.id) });
    expect(made).toMatchObject([
      { action: "token.created", scope: ada.id, actorKind: "person", after: { name: "Deploy", role: "editor" } },
    ]);
  });
});

describe("an organization's token", () => {
  test("is a member of its own, and outlives whoever made it", async () => {
    const bea = await world.signUp("Bea");
    await world.join(bea, ada.organizationId, "admin");
    const { secret, token } = await ofOrganization(bea, { ...WRITE, name: "Nightly" });
    await leave(bea);
    const call = by(secret);
    expect(await (await call("GET", "/api/me")).json()).toMatchObject({ user: { id: token.id, name: "Nightly", email: "" } });
    expect((await call("PATCH", `/api/projects/${project}`, { name: "Nightly" })).status).toBe(200);
    const saved = await call("POST", `/api/projects/${project}/versions`, { parent: 1, changes: [{ path: "src/App.tsx", text: "two\n" }] });
    expect(await saved.json()).toMatchObject({ outcome: "saved", version: { author: { id: token.id, name: "Nightly" } } });
  });

  test("knows no other organization", async () => {
    const { secret } = await ofOrganization(ada, WRITE);
    const other = await world.signUp("Other");
    const elsewhere = (await projectWithVersion(world, other)).id;
    expect((await by(secret)("GET", `/api/projects/${elsewhere}`)).status).toBe(404);
  });

  test("is seen by all members, made and revoked by admins", async () => {
    const editor = await world.signUp("Editor");
    await world.join(editor, ada.organizationId, "editor");
    const { secret, token } = await ofOrganization(ada, READ);
    const path = `/api/orgs/${ada.organizationId}/tokens`;
    expect((await list(editor, path)).map(({ id }) => id)).toContain(token.id);
    expect((await editor.call("POST", path, { name: "No", ...READ })).status).toBe(403);
    expect((await editor.call("DELETE", `${path}/${token.id}`)).status).toBe(403);
    expect((await ada.call("DELETE", `${path}/${token.id}`)).status).toBe(200);
    expect((await by(secret)("GET", "/api/me")).status).toBe(401);
    const log = await world.database.query.auditLog.findMany({ where: eq(schema.auditLog.subject, token.id) });
    expect(log.map(({ action, scope }) => [action, scope])).toEqual([
      ["token.created", ada.organizationId],
      ["token.revoked", ada.organizationId],
    ]);
  });
});

describe("what does not hold", () => {
  test.each(["", "ew_", "ew_0000000000000000000000000000000000000000000000000000000000000000", "Bearer", "sk-123", "ew_\u00e9"])(
    "%j is refused",
    async (secret) => {
      const response = await by(encodeURI(secret))("GET", "/api/me");
      expect([response.status, await response.json()]).toEqual([401, expect.objectContaining({ code: "unauthenticated" })]);
    },
  );

  test("a session beside it does not help", async () => {
    expect((await ada.call("GET", "/api/me", undefined, { authorization: "Bearer ew_nonsense" })).status).toBe(401);
  });

  test("a token in an address is no token", async () => {
    const { secret } = await make(ada, READ);
    for (const name of ["token", "access_token", "api_key", "key"])
      expect((await world.nobody("GET", `/api/me?${name}=${secret}`)).status).toBe(401);
  });

  test.each([
    ["no name", { name: " " }],
    ["a name too long", { name: "x".repeat(10_000) }],
    ["no scopes", { scopes: [] }],
    ["a scope that is none", { scopes: ["everything"] }],
    ["a role that is none", { role: "owner" }],
    ["more than is asked for", { organizationId: "org_1" }],
    ["no end, and too far an end", { days: 4000 }],
  ])("%s", async (_name, wrong) => {
    expect((await ada.call("POST", "/api/me/tokens", { name: "CI", ...READ, ...wrong })).status).toBe(400);
  });
});
