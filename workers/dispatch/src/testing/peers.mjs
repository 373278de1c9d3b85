/** The platform's other workers, as dispatch's tests need them: a directory of two projects, their code, and rows that say what was asked of them. */

import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
import { brotliCompressSync } from "node:zlib";

const ROLES = { usr_viewer: "viewer", usr_gone: null };
/** Confirmed, of which the version asks for one. */
const HOSTS = { connect: ["api.example.com", "former.example.com"] };
const PAGE = {
  version: 1,
  hash: "1",
  html: { text: "<!doctype html><title>App</title>", head: 15, foot: 33, hasIcon: false },
  css: "",
  modules: {},
  entry: "src/main.tsx",
  externals: [],
  served: [],
  hosts: { connect: ["api.example.com", "other.example.com"] },
  findings: [],
};

const SCRIPT = `${"a".repeat(32)}.js`;
const STYLE = `${"b".repeat(32)}.css`;
const OLD = `${"c".repeat(32)}.js`;
const LOGO = `${"d".repeat(32)}.svg`;
const bytes = (text) => new TextEncoder().encode(text);
const ASSETS = {
  [SCRIPT]: { body: brotliCompressSync(bytes("startApp()")), type: "text/javascript; charset=utf-8", encoding: "br" },
  [STYLE]: { body: bytes("body{}"), type: "text/css; charset=utf-8", encoding: null },
  [OLD]: { body: bytes("old()"), type: "text/javascript; charset=utf-8", encoding: null },
  [LOGO]: { body: bytes("<svg/>"), type: "image/svg+xml; charset=utf-8", encoding: null },
};
const published = (code) => ({
  version: 2,
  page: { html: PAGE.html, script: SCRIPT, style: STYLE, sources: [], externals: ["react"], uses: {}, hosts: PAGE.hosts },
  server: { hash: code.slice(0, 20), code, sources: [] },
  files: { "/logo.svg": { asset: LOGO, type: "image/svg+xml; charset=utf-8" } },
});
const BUILDS = {
  dep_2: published(`export default { fetch: (request, env) => request.url.endsWith("/env")
    ? Response.json([env.MAIL_KEY, process.env.MAIL_KEY])
    : env.DATA.list("tasks").then((rows) => Response.json(rows)) };`),
  dep_broken: published("throw new Error('no such thing');"),
};

export class Directory extends WorkerEntrypoint {
  resolve(slug) {
    if (!["todo", "other", "shop"].includes(slug)) return null;
    const name = `<img src=x onerror=alert(1)> ${slug}`;
    return {
      projectId: `prj_${slug}`,
      organizationId: "org_acme",
      name,
      hosts: HOSTS,
      published: slug === "shop" ? this.#published() : null,
    };
  }
  #published() {
    return { deploymentId: "dep_2", version: 2, buildOf: "dep_2", visibility: "public", linkNumber: 3 };
  }
  /** Of a deployment that loads, and of one whose server code does not. */
  publishedBuild(_projectId, deploymentId) {
    return BUILDS[deploymentId] ?? null;
  }
  publishedAsset(_projectId, name) {
    return ASSETS[name] ?? null;
  }
  /** 7 is of people who may write to the repository, 8 of a stranger's fork; others are closed. */
  pull(_projectId, number) {
    return { 7: { trusted: true }, 8: { trusted: false } }[number] ?? null;
  }
  /** The published app's and the previews', as they are told apart. */
  variables(_projectId, buildOf) {
    const value = (text) => ({ value: text, secret: true });
    return {
      ok: true,
      value: { MAIL_KEY: value(buildOf === null ? "of-the-preview" : `of-${buildOf}`), GREETING: { value: "Hello", secret: false } },
    };
  }
  people(organizationId) {
    return [{ id: "usr_editor", name: `Ed of ${organizationId}` }];
  }
  async standing({ published, holder }) {
    if (published) return holder.kind === "link" && holder.number === 3 ? { role: null, may: "write", roles: [] } : { end: "no_access" };
    const { visibility, viewers, roles } = await this.env.WORKSPACE.get(this.env.WORKSPACE.idFromName("prj_todo")).access();
    if (holder.kind === "link") return visibility === "link" ? { role: null, may: "write", roles: [] } : { end: "no_access" };
    const role = holder.userId in ROLES ? ROLES[holder.userId] : "editor";
    return role === null
      ? { end: "no_access" }
      : { role, may: role === "viewer" ? viewers : "write", roles: roles.map(({ name }) => name) };
  }
}

export class Workspace extends DurableObject {
  #reported = "";
  #app = { visibility: "members", viewers: "read", roles: [], code: null };
  set(app) {
    Object.assign(this.#app, app);
  }
  access() {
    return this.#app;
  }
  page() {
    return this.#app.code === "none" ? { ok: false, error: { code: "not_found", message: "No version yet." } } : { ok: true, value: PAGE };
  }
  file({ pathname }) {
    return { ok: true, value: pathname === "/logo.svg" ? { body: "<svg/>", type: "image/svg+xml; charset=utf-8", tag: "t1" } : null };
  }
  server() {
    const { code } = this.#app;
    const hash = code === null ? "" : String([...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7));
    return { ok: true, value: code === null ? null : { hash, code, sources: [] } };
  }
  reportError({ error }) {
    this.#reported = JSON.stringify(error);
  }
  reported() {
    return this.#reported;
  }
  fetch() {
    return new Response(null, { status: 101, webSocket: new WebSocketPair()[0] });
  }
}

export class ProjectData extends DurableObject {
  list(scope, ...given) {
    return given[0] === "refused"
      ? { ok: false, error: { code: "forbidden", message: "Not this.", next: "Ask." } }
      : asked("list", scope, given);
  }
  get(scope, ...given) {
    return asked("get", scope, given);
  }
  create(scope, ...given) {
    return asked("create", scope, given);
  }
  update(scope, ...given) {
    return asked("update", scope, given);
  }
  remove(scope, ...given) {
    return asked("remove", scope, given);
  }
  erase() {
    return "everything is gone";
  }
  setSchema() {
    return "every policy is gone";
  }
}

const asked = (method, scope, given) => ({ ok: true, value: { method, scope, given, types: given.map((one) => typeof one) } });

export default { fetch: () => new Response("export {};", { headers: { "content-type": "text/javascript" } }) };
