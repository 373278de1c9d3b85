/** What an outsider cannot find out, and cannot do too often; and the cookies that come of getting in. */
import type { Problem } from "@edgewright/contracts";
import { testBrowser } from "@edgewright/testing";
import { APP_URL, apiWorld } from "@edgewright/testing/api-world";
import { beforeAll, describe, expect, test } from "vitest";

const PASSWORD = "correct horse battery";
type World = Awaited<ReturnType<typeof apiWorld>>;

const from = (ip: string) => ({ "cf-connecting-ip": ip });
const post = (world: World, path: string, body: object, ip = "203.0.113.1") =>
  testBrowser(world.app, APP_URL).call("POST", `/api/auth${path}`, body, from(ip));

describe("whether an address has an account", () => {
  let world: World;
  const known = "known@example.com";
  const unknown = "unknown@example.com";
  beforeAll(async () => {
    world = await apiWorld({ variables: { CONFIRM_ADDRESS_FIRST: "true" } });
    await post(world, "/sign-up/email", { name: "Ada", email: known, password: PASSWORD });
    await world.settled();
  });

  /** All that the asker sees or can measure; values that differ each time stand for their kind. */
  async function seen(path: string, body: object) {
    world.waits.length = 0;
    world.hashed.length = 0;
    const response = await post(world, path, body);
    const answer = (await response.text()).replaceAll(/"(usr|req)_\w+"|"\d{4}-[\dT:.Z-]+"|"[\w.]+@[\w.]+"/g, '"…"');
    const headers = [...response.headers.keys()].sort();
    return { status: response.status, answer, headers, hashed: world.hashed.length, noSooner: [...world.waits] };
  }

  test.each([
    ["/sign-up/email", { name: "Ada", password: PASSWORD }],
    ["/sign-in/email", { password: "not the password" }],
    ["/sign-in/magic-link", {}],
    ["/request-password-reset", { redirectTo: `${APP_URL}/reset-password/new` }],
    ["/send-verification-email", {}],
  ])("%s does not tell", async (path, body) => {
    const once = await seen(path, { ...body, email: known });
    expect(await seen(path, { ...body, email: unknown })).toEqual(once);
    expect(once.hashed).toBe(body && "password" in body ? 1 : 0);
  });

  test("the answer waits for no mail, and the owner is told that somebody signed up again", async () => {
    await post(world, "/sign-up/email", { name: "Mallory", email: known, password: PASSWORD });
    await world.settled();
    const kinds = world.mails.filter(({ to }) => to === known).map(({ kind }) => kind);
    expect(kinds).toContain("sign-up-again");
    expect(world.mails.filter(({ text }) => text.includes("Mallory"))).toEqual([]);
  });
});

describe("too many attempts", () => {
  const limited = () => apiWorld({ variables: { AUTH_ATTEMPTS_PER_MINUTE: "4" } });
  const wrong = (world: World, email: string, ip: string) => post(world, "/sign-in/email", { email, password: "wrong" }, ip);
  const right = (world: World, email: string, ip: string) => post(world, "/sign-in/email", { email, password: PASSWORD }, ip);

  test("from one client are refused before a password is looked at, and may be made again when it says", async () => {
    const world = await limited();
    const statuses = async (count: number) => {
      const all: number[] = [];
      for (let n = 0; n < count; n++) all.push((await wrong(world, `x${n}@example.com`, "203.0.113.9")).status);
      return all;
    };
    expect(await statuses(4)).toEqual([401, 401, 401, 401]);
    const before = world.hashed.length;
    const refused = await wrong(world, "y@example.com", "203.0.113.9");
    expect([refused.status, refused.headers.get("retry-after"), world.hashed.length]).toEqual([429, "60", before]);
    expect((await refused.json()) as Problem).toMatchObject({
      code: "rate_limited",
      next: "Try again in 60 seconds, or sign in another way.",
    });
    expect((await wrong(world, "y@example.com", "203.0.113.10")).status).toBe(401);
    world.clock.advance(60_000);
    expect((await wrong(world, "y@example.com", "203.0.113.9")).status).toBe(401);
  });

  test("side by side do not pass together", async () => {
    const world = await limited();
    const all = await Promise.all(Array.from({ length: 20 }, () => wrong(world, "x@example.com", "203.0.113.9")));
    expect(all.filter(({ status }) => status !== 429)).toHaveLength(4);
  });

  test("of a whole IPv6 network are one client's", async () => {
    const world = await limited();
    for (let n = 1; n <= 4; n++) await wrong(world, `x${n}@example.com`, `2001:db8::${n}`);
    expect((await wrong(world, "y@example.com", "2001:0db8:0:0:ffff::1")).status).toBe(429);
    expect((await wrong(world, "y@example.com", "2001:db8:0:1::1")).status).toBe(401);
  });

  test("at one address from everywhere shut out strangers, but not its owner's device, nor the other ways in", async () => {
    const world = await limited();
    const email = "lovelace@example.com";
    await post(world, "/sign-up/email", { name: "Ada", email, password: PASSWORD }, "198.51.100.7");
    expect((await right(world, email, "198.51.100.7")).status).toBe(200);
    for (let n = 0; n < 20; n++) expect((await wrong(world, email, `203.0.113.${n}`)).status).toBe(401);
    expect((await right(world, email, "203.0.113.200")).status).toBe(429);
    expect((await right(world, email, "198.51.100.7")).status).toBe(200);
    expect((await post(world, "/sign-in/magic-link", { email }, "203.0.113.201")).status).toBe(200);
  });

  test("to have mails sent to somebody are refused", async () => {
    const world = await limited();
    const ask = (ip: string) => post(world, "/request-password-reset", { email: "lovelace@example.com" }, ip);
    expect((await Promise.all([ask("203.0.113.1"), ask("203.0.113.1"), ask("203.0.113.1")])).map(({ status }) => status)).toContain(429);
    const others = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(`198.51.100.${n}`)));
    expect(others.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(8);
  });

  test("that succeed are not counted: an office behind one address signs in", async () => {
    const world = await limited();
    await post(world, "/sign-up/email", { name: "Ada", email: "lovelace@example.com", password: PASSWORD });
    for (let n = 0; n < 12; n++) expect((await right(world, "lovelace@example.com", "203.0.113.9")).status).toBe(200);
  });

  test("with tokens that do not hold are refused, and then those that do", async () => {
    const world = await limited();
    const ask = async (token: string, ip: string) =>
      (await world.app.request(`${APP_URL}/api/me`, { headers: { authorization: `Bearer ${token}`, ...from(ip) } })).status;
    const tries: number[] = [];
    for (let n = 0; n < 6; n++) tries.push(await ask(`ew_guess${n}`, "203.0.113.9"));
    expect(tries).toEqual([401, 401, 401, 401, 429, 429]);
    expect(await ask("ew_guess", "203.0.113.10")).toBe(401);
    world.clock.advance(60_000);
    expect(await ask("ew_guess", "203.0.113.9")).toBe(401);
  });

  test("are not counted on one's own machine", async () => {
    const world = await apiWorld();
    for (let n = 0; n < 30; n++) expect((await wrong(world, "x@example.com", "127.0.0.1")).status).toBe(401);
  });
});

describe("cookies", () => {
  const signedUp = async (appUrl: string) => {
    const world = await apiWorld({ variables: { APP_URL: appUrl, CONFIRM_ADDRESS_FIRST: "false", AUTH_ATTEMPTS_PER_MINUTE: "0" } });
    const at = testBrowser(world.app, appUrl);
    const response = await at.call("POST", "/api/auth/sign-up/email", { name: "Ada", email: "lovelace@example.com", password: PASSWORD });
    const [line = ""] = response.headers.getSetCookie().filter((one) => one.includes("session_token"));
    expect((await at.call("GET", "/api/me")).status).toBe(200);
    return line;
  };

  test("over https only this very host can set or read them, and no page's script", async () => {
    const line = await signedUp("https://edgewright.example");
    expect(line).toMatch(/^__Host-edgewright\.session_token=/);
    for (const attribute of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(line).toContain(`; ${attribute}`);
    expect(line).not.toMatch(/domain=/i);
  });

  test("on one's own machine have plain names", async () => {
    const line = await signedUp(APP_URL);
    expect(line).toMatch(/^edgewright\.session_token=/);
    expect(line).toContain("; HttpOnly");
    expect(line).not.toContain("Secure");
  });
});
