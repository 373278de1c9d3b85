/** The platform's other workers, as dispatch's tests need them: a directory of two projects, their code, and rows that say what was asked of them. */
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";

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

export class Directory extends WorkerEntrypoint {
  resolve(slug) {
    return ["todo", "other"].includes(slug)
      ? { projectId: `prj_${slug}`, organizationId: "org_acme", name: `<img src=x onerror=alert(1)> ${slug}`, hosts: HOSTS }
      : null;
  }
  people(organizationId) {
    return [{ id: "usr_editor", name: `Ed of ${organizationId}` }];
  }
  async standing({ holder }) {
    const { visibility, viewers, roles } = await this.env.WORKSPACE.get(this.env.WORKSPACE.idFromName("prj_todo")).access();
    if (holder.kind === "link") return visibility === "link" ? { role: null, may: "write", roles: [] } : { end: "no_access" };
    const role = holder.userId in ROLES ? ROLES[holder.userId] : "editor";
    return role === null
      ? { end: "no_access" }
      : { role, may: role === "viewer" ? viewers : "write", roles: roles.map(({ name }) => name) };
  }
}

export class Workspace extends DurableObject {
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
  reportError() {}
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
