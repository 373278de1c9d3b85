/** A person's own sessions, picture and the end of their account. */

import type { AccountDeletion, CreatedToken, SignedInSessionList } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { APP_URL, type ApiWorld, apiWorld, projectWithVersion, type TestPerson } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

const PASSWORD = "correct horse battery";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

let world: ApiWorld;
let ada: TestPerson;
beforeAll(async () => {
  world = await apiWorld();
});
beforeEach(async () => {
  ada = await world.signUp("Ada");
});

const actions = async (scope: string) =>
  (await world.database.select().from(schema.auditLog).where(eq(schema.auditLog.scope, scope))).map(({ action }) => action);

describe("sessions", () => {
  const list = async () => ((await (await ada.call("GET", "/api/me/sessions")).json()) as SignedInSessionList).items;

  async function elsewhere() {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", origin: APP_URL, "user-agent": FIREFOX, "cf-connecting-ip": "203.0.113.7" },
      body: JSON.stringify({ email: ada.email, password: PASSWORD }),
    };
    const request = Object.assign(new Request(`${APP_URL}/api/auth/sign-in/email`, init), { cf: { city: "Lyon", country: "FR" } });
    const response = await createApp(world.services).fetch(request);
    const [cookie = ""] = response.headers.getSetCookie().map((line) => at(line.split(";"), 0));
    return (method: string, path: string) => ada.call(method, path, undefined, { cookie });
  }

  test("are told with device, place and address, the present one marked", async () => {
    await elsewhere();
    const sessions = await list();
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ current }) => !current)).toMatchObject({
      device: "Firefox on Linux",
      place: "Lyon, France",
      ip: "203.0.113.7",
    });
    expect(sessions.find(({ current }) => current)).toMatchObject({ device: "Unknown device", place: null });
    expect(JSON.stringify(sessions)).not.toContain("token");
  });

  test("know when they were last used, to some minutes", async () => {
    const lastUse = async () => at(await list(), 0).lastUsedAt;
    const set = (ago: number) => world.database.update(schema.authSessions).set({ updatedAt: new Date(world.clock.now() - ago) });
    const now = new Date(world.clock.now()).toISOString();
    await set(4 * 60_000);
    await ada.call("GET", "/api/me");
    await world.settled();
    expect(await lastUse()).not.toBe(now);
    await set(6 * 60_000);
    await ada.call("GET", "/api/me");
    await world.settled();
    expect(await lastUse()).toBe(now);
  });

  test("end one by one or all but this; nobody ends another person's", async () => {
    const other = await elsewhere();
    const mallory = await world.signUp("Mallory");
    const { id } = must((await list()).find(({ current }) => !current));
    expect((await mallory.call("DELETE", `/api/me/sessions/${id}`)).status).toBe(404);
    expect((await other("GET", "/api/me")).status).toBe(200);
    expect((await ada.call("DELETE", `/api/me/sessions/${id}`)).status).toBe(200);
    expect((await other("GET", "/api/me")).status).toBe(401);
    expect((await ada.call("DELETE", `/api/me/sessions/${id}`)).status).toBe(404);
    const [third, fourth] = [await elsewhere(), await elsewhere()];
    expect(await (await ada.call("DELETE", "/api/me/sessions")).json()).toEqual({ ended: 2 });
    expect([(await third("GET", "/api/me")).status, (await fourth("GET", "/api/me")).status, (await list()).length]).toEqual([401, 401, 1]);
    expect((await mallory.call("GET", "/api/me")).status).toBe(200);
    expect((await actions(ada.id)).filter((action) => action === "account.session_ended")).toHaveLength(3);
  });
});

describe("a picture", () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const kept = () => [...world.bucket.kept.keys()].filter((key) => key.startsWith("pictures/"));
  let cookie: string;
  beforeEach(async () => {
    const signedIn = await world.nobody("POST", "/api/auth/sign-in/email", { email: ada.email, password: PASSWORD });
    cookie = at(at(signedIn.headers.getSetCookie(), 0).split(";"), 0);
  });
  const put = async (body: Uint8Array<ArrayBuffer>, type = "image/png") =>
    world.app.request(`${APP_URL}/api/me/picture`, { method: "PUT", headers: { cookie, origin: APP_URL, "content-type": type }, body });
  const imageOf = async () => ((await (await ada.call("GET", "/api/me")).json()) as { user: { image: string | null } }).user.image;

  test("is kept under an address of its own, for ever and harmless; the one before goes", async () => {
    expect((await put(PNG)).status).toBe(200);
    const first = must(await imageOf());
    expect(first).toMatch(/^\/api\/pictures\/[0-9a-z]{26}-[0-9a-f]{32}$/);
    const response = await world.nobody("GET", first);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    await put(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]));
    await world.settled();
    const second = must(await imageOf());
    expect(second).not.toBe(first);
    expect([(await world.nobody("GET", first)).status, kept().length]).toEqual([404, 1]);
    expect((await ada.call("DELETE", "/api/me/picture")).status).toBe(200);
    await world.settled();
    expect([await imageOf(), kept()]).toEqual([null, []]);
    expect((await actions(ada.id)).filter((action) => action === "account.updated")).toHaveLength(3);
  });

  test("is what its bytes say, not its type: no SVG, no HTML, nothing large", async () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', "<html><script>1</script></html>", "GIF89a", ""])
      expect((await put(new TextEncoder().encode(text))).status).toBe(400);
    const large = new Uint8Array(1024 * 1024 + 1);
    large.set(PNG);
    expect((await put(large)).status).toBe(413);
    expect(kept()).toEqual([]);
  });

  test("cannot be somebody else's address", async () => {
    await ada.call("POST", "/api/auth/update-user", { name: "Ada", image: "https://evil.example/track.png" });
    expect(await imageOf()).toBeNull();
  });
});

test("a name has 1 to 80 characters", async () => {
  for (const name of ["", "   ", "x".repeat(10_000)]) {
    const refused = await ada.call("POST", "/api/auth/update-user", { name });
    expect(await refused.json()).toMatchObject({ status: 400, code: "bad_request", fields: { name: expect.any(String) } });
  }
  expect((await ada.call("POST", "/api/auth/update-user", { name: " Ada 🚀 " })).status).toBe(200);
  expect(await (await ada.call("GET", "/api/me")).json()).toMatchObject({ user: { name: "Ada 🚀" } });
});

describe("the end of an account", () => {
  const remove = (person: TestPerson, body: object = {}) =>
    person.call("DELETE", "/api/me", { email: person.email, password: PASSWORD, ...body });
  const deletion = async (person: TestPerson) => (await (await person.call("GET", "/api/me/deletion")).json()) as AccountDeletion;

  test("takes along what is theirs alone, their sessions and tokens, and is in the log", async () => {
    await projectWithVersion(world, ada);
    const made = await ada.call("POST", "/api/me/tokens", { name: "CI", scopes: ["projects:read"], role: "viewer" });
    const { secret } = (await made.json()) as CreatedToken;
    expect(await deletion(ada)).toEqual({ organizations: [{ name: "Ada's workspace", projects: 1 }], blockedBy: [] });
    const removed = await remove(ada);
    expect([removed.status, removed.headers.getSetCookie().join()]).toEqual([
      200,
      expect.stringContaining("session_token=; Path=/; Max-Age=0"),
    ]);
    expect((await ada.call("GET", "/api/me")).status).toBe(401);
    expect((await world.nobody("GET", "/api/me", undefined, { authorization: `Bearer ${secret}` })).status).toBe(401);
    expect(await world.services.users.find(ada.id)).toBeNull();
    const [organization] = await world.database.select().from(schema.organizations).where(eq(schema.organizations.id, ada.organizationId));
    expect(must(organization).deletedAt).toBe(world.clock.now());
    expect(await actions(ada.id)).toContain("account.deleted");
    expect(await actions(ada.organizationId)).toContain("organization.deleted");
    expect((await world.nobody("POST", "/api/auth/sign-in/email", { email: ada.email, password: PASSWORD })).status).toBe(401);
  });

  test("is refused to the last administrator of others, and only to them", async () => {
    const eve = await world.signUp("Eve");
    await world.join(eve, ada.organizationId, "editor");
    expect((await deletion(ada)).blockedBy).toEqual([{ id: ada.organizationId, name: "Ada's workspace" }]);
    expect(await (await remove(ada)).json()).toMatchObject({
      status: 409,
      code: "conflict",
      next: expect.stringContaining("administrator"),
    });
    expect((await ada.call("GET", "/api/me")).status).toBe(200);
    expect((await remove(eve)).status).toBe(200);
    expect(await actions(ada.organizationId)).toContain("member.left");
    expect((await remove(ada)).status).toBe(200);
  });

  test("is refused by the database when somebody joins at that very moment; nothing is half done", async () => {
    const eve = await world.signUp("Eve");
    await world.join(eve, ada.organizationId, "viewer");
    const removal = { userId: ada.id, alone: [ada.organizationId], now: 1, audit: [] };
    expect(await world.services.accounts.remove(removal)).toBe("last_admin");
    const [organization] = await world.database.select().from(schema.organizations).where(eq(schema.organizations.id, ada.organizationId));
    expect(must(organization).deletedAt).toBeNull();
    expect((await ada.call("GET", "/api/me")).status).toBe(200);
  });

  test("needs the account's address, and its password or a session that has just begun", async () => {
    expect((await remove(ada, { email: "other@example.com" })).status).toBe(400);
    expect(await (await remove(ada, { password: "wrong" })).json()).toMatchObject({
      status: 403,
      fields: { password: expect.any(String) },
    });
    const past = new Date(world.clock.now() - 60 * 60_000);
    await world.database.update(schema.authSessions).set({ createdAt: past });
    expect(await (await remove(ada, { password: undefined })).json()).toMatchObject({ status: 403, code: "sign_in_again" });
    await world.database.update(schema.authSessions).set({ createdAt: new Date(world.clock.now()) });
    expect((await remove(ada, { password: undefined })).status).toBe(200);
  });
});

test("what this installation offers is open to anyone", async () => {
  expect(await (await world.nobody("GET", "/api/sign-in")).json()).toEqual({ google: false, confirmFirst: false, outbox: "/dev/mail" });
});
