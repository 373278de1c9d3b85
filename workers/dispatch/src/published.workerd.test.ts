/** What the host of a published app answers, and what is asked of a deployment before anybody reaches it. */

import { env, exports } from "cloudflare:workers";
import { brotliDecompressSync } from "node:zlib";
import type { HealthRpc } from "@edgewright/contracts";
import { expect, test } from "vitest";
import type { Env } from "./env.ts";
import { ask, askAs, cookieFor, member, serverCode, setApp } from "./testing/app-host.ts";

const ORIGIN = "https://shop.apps.example";
const name = (letter: string, ending: string) => `/_app/assets/${letter.repeat(32)}${ending}`;
const get = (path: string, headers: Record<string, string> = {}) => ask(path, { origin: ORIGIN, headers });

/** As a browser reads it: unpacked by what the headers say, unless the runtime has done so. */
async function bodyOf(answer: Response): Promise<Uint8Array> {
  const body = new Uint8Array(await answer.arrayBuffer());
  return body[0] === "s".charCodeAt(0) ? body : brotliDecompressSync(body);
}

test("is the published page, whose script and sheet are kept for good and which is itself asked for each time", async () => {
  const page = await get("/people", { accept: "text/html" });
  const html = await page.text();
  expect(page.status).toBe(200);
  for (const asset of [name("a", ".js"), name("b", ".css")]) expect(html).toContain(asset);
  expect(html).not.toContain('preview-runtime";');
  expect(page.headers.get("cache-control")).toBe("public, no-cache");
  expect((await get("/people", { "if-none-match": page.headers.get("etag") ?? "" })).status).toBe(304);
  const script = await get(name("a", ".js"), { "accept-encoding": "gzip, br" });
  expect([script.headers.get("content-encoding"), script.headers.get("cache-control")]).toEqual([
    "br",
    "public, max-age=31536000, immutable",
  ]);
  expect(new TextDecoder().decode(await bodyOf(script))).toBe("startApp()");
  expect(await (await get(name("a", ".js"), { "accept-encoding": "identity" })).text()).toBe("startApp()");
});

test("keeps what pages load that were there before", async () => {
  expect(await (await get(name("c", ".js"))).text()).toBe("old()");
  expect((await get(name("e", ".js"))).status).toBe(404);
  expect((await get("/_app/assets/..%2f..%2fdep_2.json")).status).toBe(404);
});

test("has the app's files, its rows of production and its server code", async () => {
  expect(await (await get("/logo.svg")).text()).toBe("<svg/>");
  const scope = { channel: "current", actor: { kind: "visitor" } };
  expect(await (await get("/_app/data/tasks")).json()).toMatchObject({ method: "list", scope });
  expect(await (await get("/api/x")).json()).toMatchObject({ scope });
});

test("is reached by no preview's cookie, and no preview by its own", async () => {
  const preview = await cookieFor(member("usr_ada"), "current", "prj_shop");
  expect(await (await get("/_app/user", { cookie: preview })).json()).toBeNull();
  const own = await cookieFor(member("usr_ada"), "published", "prj_todo");
  expect((await ask("/", { headers: { cookie: own } })).status).toBe(401);
});

test("of a project that is not published there is none", async () => {
  expect((await ask("/", { origin: "https://todo.apps.example" })).status).toBe(404);
});

test("a deployment is well if its page, what that loads, and its server code are there", async () => {
  const { Health } = exports as unknown as { Health: HealthRpc };
  const target = (buildOf: string) => ({ project: { id: "prj_shop", organizationId: "org_acme", slug: "shop", name: "Shop" }, buildOf });
  expect(await Health.check(target("dep_2"))).toBeNull();
  expect(await Health.check(target("dep_broken"))).toContain("does not load");
  expect(await Health.check(target("dep_none"))).toBe("Its build is not there.");
});

test("server code has the variables of its environment, by its env and by process.env, and no error tells a secret", async () => {
  const code = "return Response.json([env.MAIL_KEY, process.env.MAIL_KEY, env.GREETING, typeof env.DATA.list]);";
  await setApp({ visibility: "members", code: serverCode(code) });
  expect(await (await askAs(member("usr_ada"), "/api/x")).json()).toEqual(["of-the-preview", "of-the-preview", "Hello", "function"]);
  expect(await (await get("/api/env")).json()).toEqual(["of-dep_2", "of-dep_2"]);
  await setApp({ code: serverCode("throw new Error('of it: ' + env.MAIL_KEY);") });
  expect((await askAs(member("usr_ada"), "/api/x")).status).toBe(500);
  const { WORKSPACE } = env as unknown as Env;
  const reported = await (WORKSPACE.get(WORKSPACE.idFromName("prj_todo")) as unknown as { reported(): Promise<string> }).reported();
  expect(reported).toContain("of it: [secret MAIL_KEY]");
  expect(reported).not.toContain("of-the-preview");
});

test("the code of a pull request has the preview's variables, and that of a stranger's fork none", async () => {
  await setApp({ visibility: "members", code: serverCode("return Response.json(env.MAIL_KEY ?? null);") });
  const read = async (number: number) => {
    const cookie = await cookieFor(member("usr_ada"), `pr-${number}`);
    return (await ask("/api/x", { origin: `https://todo--pr-${number}.previews.example`, headers: { cookie } })).json();
  };
  expect([await read(7), await read(8)]).toEqual(["of-the-preview", null]);
});
