/** The ways into an account that a mail or Google takes part in, as a browser goes them. */

import type { SignInMethods } from "@edgewright/contracts";
import { schema } from "@edgewright/db";
import { testBrowser } from "@edgewright/testing";
import { APP_URL, apiWorld } from "@edgewright/testing/api-world";
import { type Issuer, startIssuer } from "@edgewright/testing/issuer";
import { must } from "@edgewright/testing/must";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "battery horse correct";

let issuer: Issuer;
let world: Awaited<ReturnType<typeof apiWorld>>;
beforeAll(async () => {
  issuer = await startIssuer({ sub: "g1", email: "grace@example.com", email_verified: true, name: "Grace Hopper" });
  world = await apiWorld({ variables: { ...issuer.variables, CONFIRM_ADDRESS_FIRST: "true" } });
});
afterAll(() => issuer.close());

const browser = () => testBrowser(world.app, APP_URL);
type Browser = ReturnType<typeof browser>;

let people = 0;
const newAddress = () => `person.${++people}@example.com`;

/** The link of the newest mail of this kind to this address. */
async function mailed(kind: string, to: string): Promise<string> {
  await world.settled();
  const mail = world.mails.findLast((one) => one.kind === kind && one.to === to);
  if (!mail) throw new Error(`No ${kind} for ${to}, but ${world.mails.map((one) => `${one.kind} for ${one.to}`).join(", ")}`);
  return must(/http:\S+/.exec(mail.text))[0];
}
const expired = () => world.database.update(schema.verifications).set({ expiresAt: new Date(Date.now() - 1000) });
const me = async (at: Browser) =>
  (await at.call("GET", "/api/me")).json() as Promise<{ user: { id: string; name: string; email: string } }>;
const isIn = async (at: Browser) => (await at.call("GET", "/api/me")).status === 200;
const signIn = (at: Browser, email: string, password = PASSWORD) => at.call("POST", "/api/auth/sign-in/email", { email, password });

async function signedUp(email = newAddress()) {
  const at = browser();
  await at.call("POST", "/api/auth/sign-up/email", { name: "Ada", email, password: PASSWORD, callbackURL: `${APP_URL}/confirm` });
  await at.open(await mailed("confirm-address", email));
  return { at, email };
}

describe("an address and a password", () => {
  test("sign in once the address is confirmed; before, the answer says so and sends the link again", async () => {
    const [at, email] = [browser(), newAddress()];
    const signedUp = await at.call("POST", "/api/auth/sign-up/email", { name: "Ada", email, password: PASSWORD });
    expect([signedUp.status, await isIn(at)]).toEqual([200, false]);
    const refused = await signIn(at, email);
    expect([refused.status, refused.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
    expect(await refused.json()).toMatchObject({ code: "address_unconfirmed", next: expect.stringContaining("mail") });
    const { to } = await at.open(await mailed("confirm-address", email));
    expect([to.pathname, to.search, await isIn(at)]).toEqual(["/", "", true]);
    const other = browser();
    expect((await signIn(other, email)).status).toBe(200);
    expect(await isIn(other)).toBe(true);
  });

  test("a wrong password is a problem with what to do next", async () => {
    const { email } = await signedUp();
    const wrong = await signIn(browser(), email, "something else");
    expect(await wrong.json()).toMatchObject({ status: 401, code: "unauthenticated", next: expect.stringContaining("link") });
  });

  test("what is wrong with a form is said of its field", async () => {
    const [at, email] = [browser(), newAddress()];
    const fields = async (path: string, body: object) =>
      Object.keys(((await (await at.call("POST", `/api/auth${path}`, body)).json()) as { fields: object }).fields);
    expect(await fields("/sign-up/email", { name: "Ada", email, password: "short" })).toEqual(["password"]);
    expect(await fields("/sign-up/email", { name: " ", email, password: PASSWORD })).toEqual(["name"]);
    expect(await fields("/sign-up/email", { name: "Ada", email: "nobody", password: PASSWORD })).toEqual(["email"]);
    const own = await signedUp();
    const change = { currentPassword: "wrong wrong", newPassword: NEW_PASSWORD };
    const refused = await own.at.call("POST", "/api/auth/change-password", change);
    expect(await refused.json()).toMatchObject({ status: 400, fields: { currentPassword: "This password is not right." } });
  });

  test("a new password by mail ends every session; its link works once", async () => {
    const { at, email } = await signedUp();
    const elsewhere = browser();
    await elsewhere.call("POST", "/api/auth/request-password-reset", { email, redirectTo: `${APP_URL}/reset-password/new` });
    const { to } = await elsewhere.open(await mailed("reset-password", email));
    const token = to.searchParams.get("token");
    expect(to.pathname).toBe("/reset-password/new");
    expect((await world.database.query.verifications.findMany()).some(({ identifier }) => identifier.includes(must(token)))).toBe(false);
    const set = () => elsewhere.call("POST", "/api/auth/reset-password", { token, newPassword: NEW_PASSWORD });
    expect((await set()).status).toBe(200);
    const again = await set();
    expect(await again.json()).toMatchObject({ status: 410, code: "gone", next: "Ask for a new one." });
    expect(await isIn(at)).toBe(false);
    expect((await signIn(elsewhere, email)).status).toBe(401);
    expect((await signIn(elsewhere, email, NEW_PASSWORD)).status).toBe(200);
    await mailed("password-changed", email);
  });

  test("a link that expired sets no password", async () => {
    const { email } = await signedUp();
    const at = browser();
    await at.call("POST", "/api/auth/request-password-reset", { email, redirectTo: `${APP_URL}/reset-password/new` });
    const link = await mailed("reset-password", email);
    await expired();
    expect((await at.open(link)).to.searchParams.get("error")).toBe("INVALID_TOKEN");
    const token = new URL(link).pathname.split("/").at(-1);
    expect((await at.call("POST", "/api/auth/reset-password", { token, newPassword: NEW_PASSWORD })).status).toBe(410);
  });

  test("a change of password ends every other session, and the old cookie", async () => {
    const { at, email } = await signedUp();
    const other = browser();
    await signIn(other, email);
    const before = new Map(at.cookies);
    const changed = await at.call("POST", "/api/auth/change-password", { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect([changed.status, await isIn(at), await isIn(other)]).toEqual([200, true, false]);
    expect(await isIn(testBrowser(world.app, APP_URL, before))).toBe(false);
    await mailed("password-changed", email);
  });
});

test("a session that takes the place of another goes on in the same organization", async () => {
  const { at } = await signedUp();
  const { id } = (await (await at.call("POST", "/api/orgs", { name: "Acme" })).json()) as { id: string };
  await at.call("POST", `/api/orgs/${id}/switch`, {});
  await at.call("POST", "/api/auth/change-password", { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
  expect(await (await at.call("GET", "/api/me")).json()).toMatchObject({ organization: { id } });
});

describe("a link by mail", () => {
  const ask = async (email: string) => {
    const at = browser();
    const body = { email, callbackURL: `${APP_URL}/projects`, errorCallbackURL: `${APP_URL}/sign-in` };
    await at.call("POST", "/api/auth/sign-in/magic-link", body);
    return { at, link: await mailed("sign-in-link", email) };
  };

  test("makes an account for somebody new, named after the address, and works once", async () => {
    const email = `ada.byron${++people}+x@example.com`;
    const { at, link } = await ask(email);
    expect((await at.open(link)).to.pathname).toBe("/projects");
    expect((await me(at)).user).toMatchObject({ email, name: `Ada Byron${people}`, emailVerified: true });
    const again = browser();
    expect((await again.open(link)).to.search).toContain("error=INVALID_TOKEN");
    expect(await isIn(again)).toBe(false);
  });

  test("signs in who has an account, and not after it expired", async () => {
    const { at: first, email } = await signedUp();
    const { at, link } = await ask(email);
    await at.open(link);
    expect((await me(at)).user.id).toBe((await me(first)).user.id);
    const late = await ask(email);
    await expired();
    expect((await late.at.open(late.link)).to.search).toContain("error=");
    expect(await isIn(late.at)).toBe(false);
  });
});

describe("Google, played by an issuer on this machine", () => {
  const goTo = async (at: Browser, path = "/api/auth/sign-in/social") => {
    const body = { provider: "google", callbackURL: `${APP_URL}/projects`, errorCallbackURL: `${APP_URL}/sign-in` };
    const { url } = (await (await at.call("POST", path, body)).json()) as { url: string };
    const answer = await fetch(url, { redirect: "manual" });
    return must(answer.headers.get("location"));
  };
  const as = (email: string, verified = true) => {
    issuer.person = { sub: email, email, email_verified: verified, name: `Google's ${email}`, picture: "https://elsewhere.example/p.png" };
  };

  test("makes an account, and knows it again; with state and PKCE, and without a picture from elsewhere", async () => {
    const email = newAddress();
    as(email);
    const at = browser();
    const back = await goTo(at);
    expect((await at.open(back)).to.href).toBe(`${APP_URL}/projects`);
    expect((await me(at)).user).toMatchObject({ email, name: `Google's ${email}`, image: null });
    expect(must(issuer.asked.at(-1)).get("code_challenge_method")).toBe("S256");
    const other = browser();
    await other.open(await goTo(other));
    expect((await me(other)).user.id).toBe((await me(at)).user.id);
  });

  test("an answer that this browser did not ask for, or that comes twice, signs nobody in", async () => {
    as(newAddress());
    const at = browser();
    const back = await goTo(at);
    const other = browser();
    expect((await other.open(back)).to.search).toContain("error=");
    const forged = new URL(back);
    forged.searchParams.set("state", "made-up");
    expect((await at.open(forged.href)).to.search).toContain("error=");
    expect([await isIn(at), await isIn(other)]).toEqual([false, false]);
    const third = browser();
    const answer = await goTo(third);
    await third.open(answer);
    expect((await testBrowser(world.app, APP_URL).open(answer)).to.search).toContain("error=");
  });

  test("is the same account where the address is confirmed, and not where it is not", async () => {
    const { at, email } = await signedUp();
    as(email);
    const google = browser();
    await google.open(await goTo(google));
    expect((await me(google)).user.id).toBe((await me(at)).user.id);
    const unconfirmed = newAddress();
    await browser().call("POST", "/api/auth/sign-up/email", { name: "Squatter", email: unconfirmed, password: PASSWORD });
    as(unconfirmed);
    const owner = browser();
    expect((await owner.open(await goTo(owner))).to.searchParams.get("error")).toBe("account_not_linked");
    expect(await isIn(owner)).toBe(false);
  });

  test("is not the same account where Google has not confirmed the address", async () => {
    const { email } = await signedUp();
    as(email, false);
    const at = browser();
    expect((await at.open(await goTo(at))).to.searchParams.get("error")).toBe("account_not_linked");
    expect(await isIn(at)).toBe(false);
  });

  test("is connected and disconnected in the settings, but is never the last way in to go", async () => {
    const { at, email } = await signedUp();
    as(email);
    await at.open(await goTo(at, "/api/auth/link-social"));
    const methods = async () => (await (await at.call("GET", "/api/me/sign-in")).json()) as SignInMethods;
    const { google, password } = await methods();
    expect([google.length, password]).toEqual([1, true]);
    expect((await at.call("POST", "/api/auth/unlink-account", { accountId: must(google[0]).accountId })).status).toBe(200);
    expect((await methods()).google).toEqual([]);
    const only = newAddress();
    as(only);
    const alone = browser();
    await alone.open(await goTo(alone));
    const { google: last } = (await (await alone.call("GET", "/api/me/sign-in")).json()) as SignInMethods;
    const refused = await alone.call("POST", "/api/auth/unlink-account", { accountId: must(last[0]).accountId });
    expect(await refused.json()).toMatchObject({ status: 409, code: "conflict", next: expect.stringContaining("password") });
  });
});

test("a new address is agreed to at the old one and confirmed at the new; then every session is another", async () => {
  const { at, email } = await signedUp();
  const other = browser();
  await signIn(other, email);
  const wanted = newAddress();
  await at.call("POST", "/api/auth/change-email", { newEmail: wanted, callbackURL: `${APP_URL}/confirm` });
  await at.open(await mailed("change-address", email));
  expect((await me(at)).user.email).toBe(email);
  const before = new Map(at.cookies);
  const confirm = await mailed("verify-new-address", wanted);
  await at.open(confirm);
  expect((await me(at)).user.email).toBe(wanted);
  expect([await isIn(other), await isIn(testBrowser(world.app, APP_URL, before))]).toEqual([false, false]);
  await mailed("address-changed", email);
  // The link of the mail does nothing once it is done.
  await browser().open(confirm);
  expect(await isIn(at)).toBe(true);
});
