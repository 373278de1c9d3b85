/** An app served by itself out of a folder: its rows stay over a restart, its windows hear of changes, and only who may opens it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { settingsOf } from "../own/settings.ts";
import { openFolder } from "./open-folder.ts";
import { listenerOf, listenLive } from "./serve.ts";

const COLUMNS = [
  { name: "title", label: "Title", type: "text", required: true, unique: true },
  { name: "hours", label: "Hours", type: "integer" },
  { name: "papers", label: "Papers", type: "files" },
];
const SCHEMA = { tables: [{ name: "tasks", label: "Tasks", columns: COLUMNS }] };
const SERVER = `export default { async fetch(request, env) {
  if (new URL(request.url).pathname === "/api/twice")
    for (const _ of [1, 2]) await env.DATA.create("tasks", { title: "Fig" }, "message-1");
  const { total } = await env.DATA.list("tasks");
  return Response.json({ total, user: JSON.parse(decodeURIComponent(request.headers.get("x-edgewright-user"))), read: [env.MAIL_KEY, env.PATH, env.PORT] });
} };`;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function folderOf(manifest: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "app-"));
  ends.push(() => rmSync(folder, { recursive: true }));
  const files = {
    "app.json": JSON.stringify({ name: "Tasks", ...manifest }),
    "data/schema.json": JSON.stringify(SCHEMA),
    "dist/page/index.html": "<!doctype html><title>Tasks</title>",
    "dist/page/assets/index-1.js": "export {};",
    "dist/server/index.js": SERVER,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Serves the folder; `call` asks as a page of the app would. */
async function serve(folder: string, env: Record<string, string> = {}) {
  const server: Server = createServer();
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections());
  ends.push(() => server.listening && stop());
  const settings = settingsOf({ PORT: String(port), ...env });
  if (!settings.ok) throw new Error(settings.error.message);
  const opened = await openFolder(folder, settings.value);
  if (!opened.ok) throw new Error(opened.error.message);
  server.on("request", listenerOf(opened.value.app));
  listenLive(server, opened.value);
  const url = `http://localhost:${port}`;
  const call = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(url + path, { redirect: "manual", ...init, headers: { origin: url, ...init.headers } });
  const add = (title: string) =>
    call("/_app/data/tasks", {
      method: "POST",
      body: JSON.stringify({ values: { title } }),
      headers: { "content-type": "application/json" },
    });
  return { url, port, call, add, stop };
}

describe("an app served by itself", () => {
  it("keeps files in its folder, and shows none of them as a page", async () => {
    const folder = folderOf();
    const first = await serve(folder);
    const [page, film] = ["<!doctype html><script>alert(1)</script>", `\0\0\0\x18ftypmp42${"0123456789".repeat(10)}`];
    const upload = async (name: string, content: string) => {
      const given = { table: "tasks", column: "papers", name, size: Buffer.byteLength(content) };
      const begun = (await (await first.call("/_app/files", { method: "POST", body: JSON.stringify(given) })).json()) as { id: string };
      const put = await first.call(`/_app/files/${begun.id}/parts/0`, { method: "PUT", body: content });
      expect(await (await first.call(`/_app/files/${begun.id}`)).json()).toEqual(await put.json());
      return begun.id;
    };
    const [pageId, filmId] = [await upload("a b.html", page), await upload("film.mp4", film)];
    const { id } = (await (
      await first.call("/_app/data/tasks", {
        method: "POST",
        body: JSON.stringify({ values: { title: "Files", papers: [pageId, filmId] } }),
      })
    ).json()) as { id: string };
    await first.stop();
    const second = await serve(folder);
    const read = (file: string, headers: Record<string, string> = {}) => second.call(`/_app/files/tasks/${id}/papers/${file}`, { headers });
    const saved = await read(pageId);
    expect(await saved.text()).toBe(page);
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      ...{ "content-type": "text/plain; charset=utf-8", "content-disposition": "attachment; filename*=UTF-8''a%20b.html" },
      ...{ "x-content-type-options": "nosniff", "content-security-policy": expect.stringContaining("sandbox") },
    });
    const part = await read(filmId, { range: "bytes=12-15" });
    expect([part.status, await part.text(), part.headers.get("content-range"), part.headers.get("content-type")]).toEqual([
      ...[206, film.slice(12, 16), `bytes 12-15/${film.length}`, "video/mp4"],
    ]);
    expect((await read(filmId, { "if-none-match": String(part.headers.get("etag")) })).status).toBe(304);
    expect((await read(`fil_${"0".repeat(26)}`)).status).toBe(404);
    const large = await second.call(`/_app/files/${pageId}/parts/0`, { method: "PUT", body: new Uint8Array(5 * 1024 * 1024) });
    expect(large.status).toBe(413);
  });

  it("keeps its rows over a restart", async () => {
    const folder = folderOf();
    const first = await serve(folder);
    expect((await first.add("Tea")).status).toBe(201);
    expect(await (await first.add("")).json()).toMatchObject({ code: "row_invalid", fields: { title: expect.any(String) } });
    await first.stop();
    const second = await serve(folder);
    expect(await (await second.call("/_app/data/tasks")).json()).toMatchObject({
      total: 1,
      rows: [{ title: "Tea", createdBy: "usr_local" }],
    });
  });

  it("does once what comes again under its key, also after a restart, as the app's page and its server code send it", async () => {
    const folder = folderOf();
    const first = await serve(folder);
    const send = async ({ call }: typeof first, path: string, body: object, key: string) => {
      const headers = { "content-type": "application/json", "idempotency-key": key };
      const answer = await call(`/_app/data/tasks${path}`, { method: "POST", body: JSON.stringify(body), headers });
      return { status: answer.status, ...((await answer.json()) as { id: string; hours: number }) };
    };
    const tea = await send(first, "/upsert", { by: "title", values: { title: "Tea", hours: 1 } }, "k1");
    const add = { by: { hours: 2 } };
    expect(await send(first, `/${tea.id}/increment`, add, "k2")).toMatchObject({ status: 200, hours: 3 });
    expect(await send(first, "/upsert", { by: "title", values: { title: "tea" } }, "k3")).toMatchObject({ id: tea.id, hours: 3 });
    await first.stop();
    const second = await serve(folder);
    expect(await send(second, `/${tea.id}/increment`, add, "k2")).toMatchObject({ status: 200, hours: 3 });
    expect(await send(second, `/${tea.id}/increment`, add, "k1")).toMatchObject({ status: 409, code: "conflict" });
    expect(await send(second, `/${tea.id}/increment`, add, "no key")).toMatchObject({ status: 400 });
    expect(await send(second, "", { values: { title: "Milk" }, zone: "Nowhere" }, "k4")).toMatchObject({ status: 400 });
    const server = await second.call("/api/twice", { method: "POST" });
    expect(await server.json()).toMatchObject({ total: 2 });
  });

  it("answers with the page wherever the app routes, and with no page for a file that is not there", async () => {
    const { call } = await serve(folderOf());
    for (const path of ["/", "/tasks/row_1"]) expect(await (await call(path)).text()).toContain("<title>Tasks</title>");
    expect((await call("/assets/index-1.js")).headers.get("cache-control")).toContain("immutable");
    for (const path of ["/none.png", "/app.json", "/.data/app.sqlite", "/..%2fapp.json"]) expect((await call(path)).status, path).toBe(404);
  });

  it("gives its server code the rows and who asks, whatever a header claims", async () => {
    const { call, add } = await serve(folderOf());
    await add("Tea");
    const answer = await call("/api/count", { headers: { "x-edgewright-user": "null" } });
    expect(await answer.json()).toMatchObject({ total: 1, user: { id: "usr_local", role: "admin" } });
  });

  it("gives its server code the variables of the process, and none that say how it is served", async () => {
    const { call } = await serve(folderOf(), { MAIL_KEY: "sk-of-mail-123", PATH: "/bin" });
    expect(await (await call("/api/count")).json()).toMatchObject({ read: ["sk-of-mail-123", null, null] });
  });

  it("tells open windows of a change", async () => {
    const { url, add } = await serve(folderOf());
    const socket = new WebSocket(`${url.replace("http", "ws")}/_app/live`, { origin: url });
    ends.push(() => socket.terminate());
    await new Promise((resolve) => socket.once("open", resolve));
    const heard = new Promise((resolve) => socket.once("message", (text) => resolve(JSON.parse(String(text)))));
    await add("Tea");
    expect(await heard).toMatchObject({ table: "tasks", type: "created", row: { title: "Tea" } });
  });

  it("refuses other sites, and names of its own that lead to this computer", async () => {
    const { port, call, url } = await serve(folderOf());
    expect((await call("/_app/data/tasks", { method: "POST", body: "{}", headers: { origin: "https://evil.example" } })).status).toBe(403);
    const socket = new WebSocket(`${url.replace("http", "ws")}/_app/live`, { origin: "https://evil.example" });
    expect(await new Promise((resolve) => socket.once("error", ({ message }) => resolve(message)))).toContain("403");
    const rebound = await new Promise<number>((resolve) => {
      import("node:http").then(({ get }) =>
        get({ port, host: "127.0.0.1", headers: { host: "evil.example" } }, ({ statusCode }) => resolve(statusCode ?? 0)),
      );
    });
    expect(rebound).toBe(403);
  });

  it("is not served to others while nobody could sign in", async () => {
    await expect(serve(folderOf(), { HOST: "0.0.0.0" })).rejects.toThrow("Tasks is for members, and nobody could sign in");
    await expect(serve(folderOf(), { APP_URL: "https://tasks.example.com" })).rejects.toThrow("nobody could sign in");
  });

  it("knows nobody among those whom everybody's app lets in", async () => {
    const open = folderOf({ visibility: "link" });
    const own = "https://tasks.example.com";
    for (const [env, origin] of [
      [{ HOST: "0.0.0.0" }, null],
      [{ APP_URL: own }, own],
    ] as const) {
      const { call, stop, url } = await serve(open, env);
      const headers = { origin: origin ?? url };
      expect((await call("/", { headers })).status).toBe(200);
      expect(await (await call("/_app/user", { headers })).json()).toBeNull();
      await stop();
    }
    const { call } = await serve(open);
    expect(await (await call("/_app/user")).json()).toMatchObject({ id: "usr_local" });
    // A proxy on this computer asks for others.
    expect((await call("/_app/user", { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(403);
  });

  it("keeps its data where it is told to", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "data-"));
    ends.push(() => rmSync(elsewhere, { recursive: true }));
    await serve(folderOf(), { DATA_DIR: elsewhere });
    expect(existsSync(join(elsewhere, "app.sqlite"))).toBe(true);
  });

  it("says which variable is wrong", () => {
    expect(settingsOf({ PORT: "many" })).toMatchObject({ ok: false, error: { message: expect.stringContaining("port") } });
    expect(settingsOf({ OIDC_ISSUER: "https://id.example" })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("clientId") },
    });
  });
});
