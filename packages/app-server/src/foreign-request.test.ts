import { describe, expect, it } from "vitest";
import { foreignRequest } from "./foreign-request.ts";

const APP = "https://todo.previews.example";
const OTHER = "https://evil.previews.example";
const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  foreignRequest(new Request(APP + path, { method, headers })) === null;

const page = (site: string) => ({ "sec-fetch-site": site, "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" });
const link = (site: string) => ({ "sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" });
const frame = (site: string) => ({ ...link(site), "sec-fetch-dest": "iframe" });
const picture = (site: string) => ({ "sec-fetch-site": site, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" });

describe("a request to an app's host", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"])("with %s must come from the app's own origin", (method) => {
    for (const path of ["/_app/data/tasks", "/api/orders", "/", "/any/page"]) {
      expect(ask(method, path, { origin: APP, ...page("same-origin") })).toBe(true);
      expect(ask(method, path, { origin: APP })).toBe(true);
      expect(ask(method, path)).toBe(false);
      for (const origin of [OTHER, "null", APP.replace("https", "http"), `${APP}.evil.example`, `${APP}, ${APP}`])
        expect(ask(method, path, { origin, ...page("cross-site") })).toBe(false);
      expect(ask(method, path, { ...link("cross-site"), origin: OTHER })).toBe(false);
    }
  });

  it("that opens a socket must come from the app's own origin, however the upgrade is spelt", () => {
    for (const upgrade of ["websocket", "WebSocket", "h2c"]) {
      expect(ask("GET", "/_app/live", { upgrade, origin: OTHER })).toBe(false);
      expect(ask("GET", "/_app/live", { upgrade })).toBe(false);
      expect(ask("GET", "/api/socket", { upgrade, ...link("cross-site") })).toBe(false);
      expect(ask("GET", "/_app/reload", { upgrade, origin: APP })).toBe(true);
    }
  });

  it("that reads is not answered into another site, not even into a sibling", () => {
    for (const site of ["cross-site", "same-site"])
      for (const path of ["/api/report", "/_app/user", "/", "/__v/1/react.js"]) {
        expect(ask("GET", path, page(site))).toBe(false);
        expect(ask("GET", path, picture(site))).toBe(false);
        expect(ask("HEAD", path, page(site))).toBe(false);
      }
    expect(ask("GET", "/api/report", { origin: OTHER })).toBe(false);
    expect(ask("GET", "/api/report", page("same-origin"))).toBe(true);
    expect(ask("GET", "/api/report")).toBe(true);
  });

  it("may be a link from elsewhere, or the workspace's frame, to a page; a download only a link", () => {
    for (const site of ["cross-site", "same-site", "none"]) {
      expect(ask("GET", "/tasks/1", link(site))).toBe(true);
      expect(ask("GET", "/api/export.csv", link(site))).toBe(true);
    }
    expect(ask("GET", "/tasks/1", frame("cross-site"))).toBe(true);
    expect(ask("GET", "/api/clear", frame("cross-site"))).toBe(false);
    expect(ask("GET", "/_app/data/tasks", link("cross-site"))).toBe(false);
    expect(ask("GET", "/", { ...link("cross-site"), "sec-fetch-dest": "object" })).toBe(false);
  });

  it("is never for a service worker's script", () => {
    expect(ask("GET", "/sw.js", { "service-worker": "script", ...page("same-origin") })).toBe(false);
    expect(ask("GET", "/api/sw.js", { ...page("same-origin"), "sec-fetch-dest": "serviceworker" })).toBe(false);
  });
});
