/** Signing in to an app of its own, at a real OpenID Connect issuer. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { memorySql } from "@edgewright/testing";
import { Hono } from "hono";
import Provider from "oidc-provider";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { People } from "./people.ts";
import { type RolesByAddress, settingsOf } from "./settings.ts";
import { type SignIn, signIn } from "./sign-in.ts";

const APP = "http://localhost:3999";
const CLIENT = { client_id: "app", client_secret: "the app's secret" };
const ends: (() => unknown)[] = [];
// The issuer says on the console that it is one for development.
beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0)) await end();
});

/** Whoever signs in as `name` has the address `name@example.com`. */
async function startIssuer(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(url, {
    clients: [{ ...CLIENT, redirect_uris: [`${APP}/_app/sign-in/callback`] }],
    claims: { openid: ["sub", "role"], email: ["email"], profile: ["name"] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, name: sub, email: `${sub}@example.com`, role: sub === "vera" ? "viewer" : undefined }),
    }),
  });
  server.on("request", provider.callback());
  ends.push(() => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()));
  return url;
}

/** A browser that keeps cookies by origin, and hands what is for the app to its routes. */
function browserOf(routes: Hono) {
  const cookies = new Map<string, Map<string, string>>();
  const jarOf = (origin: string) => cookies.get(origin) ?? cookies.set(origin, new Map()).get(origin) ?? new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { origin } = new URL(url);
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join("; "));
    const request = new Request(url, { ...init, headers, redirect: "manual" });
    const answer = origin === APP ? await routes.fetch(request) : await fetch(request);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jarOf(origin).set(name, value);
    }
    return answer;
  };
  /** Follows redirects to the issuer and back, and fills in its two forms. @returns where the app then leads */
  const signIn = async (name: string, from = `${APP}/_app/sign-in?to=/tasks`): Promise<string | null> => {
    let url = from;
    let answer = await ask(url);
    for (;;) {
      const next = answer.headers.get("location");
      const target = next === null ? null : new URL(next, url);
      const ofForm = target === null && answer.ok && url.includes("/interaction/");
      if (target && (target.hostname === "127.0.0.1" || target.pathname.startsWith("/_app/sign-in"))) {
        url = target.href;
        answer = await ask(url);
      } else if (ofForm) {
        const prompt = /name="prompt" value="(\w+)"/.exec(await answer.text())?.[1] ?? "";
        answer = await ask(url, { method: "POST", body: new URLSearchParams({ prompt, login: name, password: "any" }) });
      } else return next;
    }
  };
  return { ask, signIn, cookie: (name: string) => jarOf(APP).get(name) };
}

async function open(admins: string[] = [], roles: RolesByAddress = new Map()) {
  const issuer = await startIssuer();
  const people = new People(memorySql(), ["manager", "warehouse"]);
  const way: SignIn = signIn({
    issuer: { url: issuer, clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret },
    people,
    admins,
    roles,
    secret: "a secret",
    url: APP,
  });
  const browser = browserOf(new Hono().route("/_app/sign-in", way.routes));
  return { way, people, browser, who: () => way.userOf(browser.cookie(way.cookie)) };
}

it("leads back to where somebody wanted to go, as who they are", async () => {
  const { browser, who, people } = await open(["ada@example.com"]);
  expect(await who()).toBeNull();
  expect(await browser.signIn("ada")).toBe("/tasks");
  expect(await who()).toEqual({
    id: "usr_ada",
    name: "ada",
    email: "ada@example.com",
    role: "admin",
    access: "write",
    roles: ["manager", "warehouse"],
  });
  expect(people.list()).toEqual([{ id: "usr_ada", name: "ada" }]);
});

it("takes the role from the issuer, and lets viewers only look", async () => {
  const { browser, who } = await open();
  await browser.signIn("vera");
  expect(await who()).toMatchObject({ role: "viewer", access: "read" });
});

it("gives the roles of the app that the environment names, of those that it has", async () => {
  const settings = settingsOf({ APP_ROLES: "manager: Bob@example.com, vera@example.com; boss: vera@example.com" });
  const { browser, who } = await open([], settings.ok ? settings.value.roles : undefined);
  await browser.signIn("vera");
  expect((await who())?.roles).toEqual(["manager"]);
});

it("refuses an answer that this browser did not ask for, and leads to no other site", async () => {
  const { browser, who } = await open();
  const stolen = await browser.ask(`${APP}/_app/sign-in/callback?code=stolen&state=any`);
  expect(await stolen.json()).toMatchObject({ code: "unauthenticated", next: expect.any(String) });
  await browser.ask(`${APP}/_app/sign-in`);
  expect((await browser.ask(`${APP}/_app/sign-in/callback?code=stolen&state=any`)).status).toBe(401);
  expect(await who()).toBeNull();
  for (const to of ["//evil.example", "https://evil.example", "/\\evil.example"])
    expect(await browser.signIn("ada", `${APP}/_app/sign-in?to=${encodeURIComponent(to)}`)).toBe("/");
});

it("says that the issuer cannot be reached", async () => {
  const { routes } = signIn({
    issuer: { url: "http://127.0.0.1:1", clientId: "a", clientSecret: "b" },
    people: new People(memorySql(), []),
    admins: [],
    roles: new Map(),
    secret: "s",
    url: APP,
  });
  const answer = await new Hono().route("/_app/sign-in", routes).request(`${APP}/_app/sign-in`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("cannot be reached") });
});
