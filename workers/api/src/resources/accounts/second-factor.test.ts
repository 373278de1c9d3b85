/** Two-factor sign-in and passkeys, as a browser, an authenticator app and a device go them. */

import { schema } from "@edgewright/db";
import { codeOf, softwarePasskey, testBrowser } from "@edgewright/testing";
import { APP_URL, apiWorld } from "@edgewright/testing/api-world";
import { type Issuer, startIssuer } from "@edgewright/testing/issuer";
import { must } from "@edgewright/testing/must";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PASSWORD = "correct horse battery";

let issuer: Issuer;
let world: Awaited<ReturnType<typeof apiWorld>>;
beforeAll(async () => {
  issuer = await startIssuer({ sub: "g1", email: "grace@example.com", email_verified: true, name: "Grace Hopper" });
  world = await apiWorld({ variables: issuer.variables });
});
afterAll(() => issuer.close());

const browser = (cookies?: Map<string, string>) => testBrowser(world.app, APP_URL, cookies);
type Browser = ReturnType<typeof browser>;
type Setup = { totpURI: string; backupCodes: string[] };

let people = 0;
const newAddress = () => `person.${++people}@example.com`;
const isIn = async (at: Browser) => (await at.call("GET", "/api/me")).status === 200;
const idOf = async (at: Browser) => ((await (await at.call("GET", "/api/me")).json()) as { user: { id: string } }).user.id;
const signIn = (at: Browser, email: string) => at.call("POST", "/api/auth/sign-in/email", { email, password: PASSWORD });
const code = (at: Browser, value: string) => at.call("POST", "/api/auth/two-factor/verify-totp", { code: value });
const recovery = (at: Browser, value: string) => at.call("POST", "/api/auth/two-factor/verify-backup-code", { code: value });

async function byLink(email: string) {
  const at = browser();
  await at.call("POST", "/api/auth/sign-in/magic-link", { email, callbackURL: `${APP_URL}/projects/a?tab=data` });
  await world.settled();
  const mail = must(world.mails.findLast(({ kind, to }) => kind === "sign-in-link" && to === email));
  return { at, ...(await at.open(must(/http:\S+/.exec(mail.text))[0])) };
}

async function switchOn(at: Browser, password?: string): Promise<Setup> {
  const setup = (await (await at.call("POST", "/api/auth/two-factor/enable", { password })).json()) as Setup;
  expect((await code(at, codeOf(setup.totpURI))).status).toBe(200);
  return setup;
}

async function withTwoFactor() {
  const [at, email] = [browser(), newAddress()];
  await at.call("POST", "/api/auth/sign-up/email", { name: "Ada", email, password: PASSWORD });
  return { at, email, before: new Map(at.cookies), ...(await switchOn(at, PASSWORD)) };
}

describe("two-factor sign-in", () => {
  test("asks for the code after the password; switching it on and off gives another session and tells the owner", async () => {
    const { at, email, before, totpURI } = await withTwoFactor();
    expect([await isIn(at), await isIn(browser(before))]).toEqual([true, false]);
    const other = browser();
    expect(await (await signIn(other, email)).json()).toMatchObject({ twoFactorRedirect: true });
    expect(await isIn(other)).toBe(false);
    const wrong = await code(other, "000000");
    expect(await wrong.json()).toMatchObject({ status: 401, code: "unauthenticated", fields: { code: "This code is not right." } });
    expect((await code(other, codeOf(totpURI))).status).toBe(200);
    expect(await isIn(other)).toBe(true);
    const kept = new Map(at.cookies);
    expect((await at.call("POST", "/api/auth/two-factor/disable", { password: "wrong" })).status).toBe(400);
    expect((await at.call("POST", "/api/auth/two-factor/disable", { password: PASSWORD })).status).toBe(200);
    expect([await isIn(at), await isIn(browser(kept))]).toEqual([true, false]);
    await world.settled();
    const told = world.mails.filter(({ to }) => to === email).map(({ kind }) => kind);
    expect(told).toEqual(expect.arrayContaining(["two-factor-on", "two-factor-off"]));
  });

  test("takes each recovery code once", async () => {
    const { email, backupCodes } = await withTwoFactor();
    const [first, second] = [browser(), browser()];
    await signIn(first, email);
    expect((await recovery(first, must(backupCodes[0]))).status).toBe(200);
    expect(await isIn(first)).toBe(true);
    await signIn(second, email);
    expect((await recovery(second, must(backupCodes[0]))).status).toBe(401);
    expect((await recovery(second, must(backupCodes[1]))).status).toBe(200);
  });

  test("asks for the code after a link by mail and after Google too, and leads on from there", async () => {
    const { email, totpURI } = await withTwoFactor();
    await world.database.update(schema.users).set({ emailVerified: true }).where(eq(schema.users.email, email));
    const { at, to } = await byLink(email);
    expect([to.pathname, to.searchParams.get("next"), await isIn(at)]).toEqual(["/sign-in/two-factor", "/projects/a?tab=data", false]);
    expect((await code(at, codeOf(totpURI))).status).toBe(200);
    expect(await isIn(at)).toBe(true);
    issuer.person = { sub: email, email, email_verified: true, name: "Ada" };
    const google = browser();
    const body = { provider: "google", callbackURL: `${APP_URL}/projects` };
    const { url } = (await (await google.call("POST", "/api/auth/sign-in/social", body)).json()) as { url: string };
    const back = must((await fetch(url, { redirect: "manual" })).headers.get("location"));
    const led = await google.open(back);
    expect([led.to.pathname, led.to.searchParams.get("next"), await isIn(google)]).toEqual(["/sign-in/two-factor", "/projects", false]);
    expect((await code(google, codeOf(totpURI))).status).toBe(200);
    expect(await isIn(google)).toBe(true);
  });

  test("is for people without a password too, who must have signed in lately to change it", async () => {
    const email = newAddress();
    const { at } = await byLink(email);
    const { backupCodes } = await switchOn(at);
    expect(backupCodes).toHaveLength(10);
    const past = new Date(Date.now() - 2 * 60 * 60_000);
    await world.database.update(schema.authSessions).set({ createdAt: past });
    const refused = await at.call("POST", "/api/auth/two-factor/disable", {});
    expect(await refused.json()).toMatchObject({ status: 403, code: "sign_in_again" });
    const again = await byLink(email);
    await recovery(again.at, must(backupCodes[0]));
    expect((await again.at.call("POST", "/api/auth/two-factor/disable", {})).status).toBe(200);
  });
});

describe("a passkey", () => {
  async function added() {
    const [at, email] = [browser(), newAddress()];
    await at.call("POST", "/api/auth/sign-up/email", { name: "Ada", email, password: PASSWORD });
    const device = softwarePasskey(APP_URL);
    const options = (await (await at.call("GET", "/api/auth/passkey/generate-register-options")).json()) as { challenge: string };
    const response = device.register(options);
    const made = await at.call("POST", "/api/auth/passkey/verify-registration", { response, name: "Laptop" });
    expect(made.status).toBe(200);
    return { at, email, device };
  }
  const challenge = async (at: Browser) =>
    (await (await at.call("GET", "/api/auth/passkey/generate-authenticate-options")).json()) as { challenge: string };

  test("is added, told of, signs in by itself, and needs no second factor", async () => {
    const { at, email, device } = await added();
    await switchOn(at, PASSWORD);
    const other = browser();
    const response = device.authenticate(await challenge(other));
    expect((await other.call("POST", "/api/auth/passkey/verify-authentication", { response })).status).toBe(200);
    expect(await idOf(other)).toBe(await idOf(at));
    await world.settled();
    expect(world.mails.some(({ kind, to }) => kind === "sign-in-method-added" && to === email)).toBe(true);
    expect(await (await at.call("GET", "/api/me/sign-in")).json()).toMatchObject({
      password: true,
      google: [],
      twoFactor: true,
      passkeys: [{ name: "Laptop" }],
    });
  });

  test("cannot sign with a challenge that was another browser's, or was used", async () => {
    const { device } = await added();
    const [one, two] = [browser(), browser()];
    const response = device.authenticate(await challenge(one));
    await challenge(two);
    const stolen = await two.call("POST", "/api/auth/passkey/verify-authentication", { response });
    expect(stolen.headers.get("content-type")).toBe("application/problem+json");
    expect(await isIn(two)).toBe(false);
    expect((await one.call("POST", "/api/auth/passkey/verify-authentication", { response })).status).toBe(200);
    const third = browser();
    third.call("GET", "/api/auth/passkey/generate-authenticate-options");
    expect((await third.call("POST", "/api/auth/passkey/verify-authentication", { response })).ok).toBe(false);
  });

  test("of somebody else is neither renamed nor removed", async () => {
    const { at } = await added();
    const mallory = browser();
    await mallory.call("POST", "/api/auth/sign-up/email", { name: "Mallory", email: newAddress(), password: PASSWORD });
    const [{ id }] = ((await (await at.call("GET", "/api/me/sign-in")).json()) as { passkeys: [{ id: string }] }).passkeys;
    for (const [path, body] of [
      ["delete-passkey", { id }],
      ["update-passkey", { id, name: "Mine" }],
    ] as const)
      expect((await mallory.call("POST", `/api/auth/passkey/${path}`, body)).ok).toBe(false);
    expect(await (await at.call("GET", "/api/me/sign-in")).json()).toMatchObject({ passkeys: [{ id, name: "Laptop" }] });
  });
});
