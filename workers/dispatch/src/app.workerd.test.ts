/** What an app's host lets in, and under which rules it answers, as a stranger, a sibling app or the app itself would try it. */

import { OpenApp } from "@edgewright/contracts";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { ACCESS_COOKIE } from "./app-cookie.ts";
import { ask, askAs, cookieFor, member, ORIGIN, serverCode, setApp, tokenFor, tokenParam } from "./testing/app-host.ts";

const ADA = member("usr_ada");
const HTML = { accept: "text/html", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", "sec-fetch-site": "cross-site" };
const at = (label: string) => `https://${label}.previews.example`;
const askWith = (cookie: string, path = "/_app/user", label = "todo") => ask(path, { origin: at(label), headers: { cookie } });

describe("the way in", () => {
  it("leads to the same host without the token, whatever the path looks like", async () => {
    const token = await tokenFor(ADA, "handover");
    for (const path of ["/", "//evil.example/x", "/\\evil.example", "/%2f%2fevil.example", "/a?b=1&", "//evil.example//"]) {
      const answer = await ask(`${path}${path.includes("?") ? "" : "?"}${tokenParam}=${token}`);
      const target = new URL(answer.headers.get("location") ?? "", ORIGIN);
      expect([answer.status, target.origin, target.searchParams.has(tokenParam)]).toEqual([303, ORIGIN, false]);
    }
  });

  it("gives a cookie for this host alone, as strict as where it is shown allows", async () => {
    const enter = async (into: string) =>
      (
        await ask(`/?${tokenParam}=${await tokenFor(ADA, "handover")}`, { headers: { ...HTML, "sec-fetch-dest": into } })
      ).headers.getSetCookie();
    const [framed, ...more] = await enter("iframe");
    expect(more).toEqual([]);
    expect(framed).toMatch(new RegExp(`^${ACCESS_COOKIE}=[^;]+; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=None; Partitioned$`));
    expect((await enter("document"))[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it("is open to the cookie of this project and channel only, and to one alone", async () => {
    const own = await cookieFor(ADA);
    expect((await askWith(own)).status).toBe(200);
    const others = [
      await cookieFor(ADA, "draft"),
      await cookieFor(ADA, "v3"),
      await cookieFor(ADA, "current", "prj_other"),
      `${own}; ${own}`,
      `${ACCESS_COOKIE}=forged; ${own}`,
      own.replace("__Host-", ""),
      `${ACCESS_COOKIE}=${await tokenFor(ADA, "handover")}`,
    ];
    for (const cookie of others) expect((await askWith(cookie)).status).toBe(401);
    for (const label of ["todo--draft", "todo--v3", "other"]) expect((await askWith(own, "/_app/user", label)).status).toBe(401);
    expect((await askWith(await cookieFor(ADA, "draft"), "/_app/user", "todo--draft")).status).toBe(200);
  });

  it("is open to visitors with the link on the live host only, and makes no member a visitor", async () => {
    await setApp({ visibility: "link" });
    const enter = async (label: string, token: string, cookie = "") =>
      (await ask(`/?${tokenParam}=${token}`, { origin: at(label), headers: { cookie } })).headers.getSetCookie().length;
    const share = await tokenFor(null, "share");
    expect(await enter("todo", share)).toBe(1);
    expect(await enter("todo", share, await cookieFor(ADA))).toBe(0);
    for (const label of ["todo--draft", "todo--v1", "other"]) expect(await enter(label, share)).toBe(0);
    expect((await askWith(await cookieFor(null, "draft"), "/", "todo--draft")).status).toBe(403);
    expect((await askWith(await cookieFor(null, "v1"), "/", "todo--v1")).status).toBe(403);
    await setApp({ visibility: "members" });
    expect(await enter("todo", await tokenFor(null, "share"))).toBe(0);
    expect((await askWith(await cookieFor(null))).status).toBe(403);
  });

  it("never shows a token to the app, not even one that opens nothing", async () => {
    const answer = await askAs(ADA, `/page?${tokenParam}=${await tokenFor(ADA, "handover", "v9")}&a=1`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${ORIGIN}/page?a=1`]);
  });

  it("is closed to whoever is a member no more, whose browser forgets the app", async () => {
    const answer = await askAs(member("usr_gone"), "/", { headers: { accept: "text/html" } });
    expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([403, '"cache", "storage"']);
    expect((await ask("/", { headers: { accept: "text/html" } })).headers.has("clear-site-data")).toBe(false);
  });
});

describe("the preview of a pull request", () => {
  const seenAt = async (number: number) => {
    const cookie = await cookieFor(ADA, `pr-${number}`);
    const label = `todo--pr-${number}`;
    const page = await askWith(cookie, "/", label);
    const [user, people] = await Promise.all(
      ["/_app/user", "/_app/people"].map(async (path) => (await askWith(cookie, path, label)).json()),
    );
    return { policy: page.headers.get("content-security-policy"), user, people };
  };

  it("has what the project has, where its code is of people who may write to the repository", async () => {
    const { policy, user, people } = await seenAt(7);
    expect(policy).toContain("api.example.com");
    expect(JSON.stringify([user, people])).toMatch(/usr_ada.*usr_editor/);
    expect(user).toMatchObject({ email: ADA.email });
  });

  it("of a fork reaches no other host, and is told nobody's name", async () => {
    const { policy, user, people } = await seenAt(8);
    expect(policy).not.toContain("example.com");
    expect(JSON.stringify(people)).not.toContain("usr_editor");
    expect(user).toMatchObject({ id: ADA.id, name: "A member", email: "" });
  });

  it("is gone once it is closed", async () => {
    expect((await askWith(await cookieFor(ADA, "pr-9"), "/", "todo--pr-9")).status).toBe(404);
  });
});

describe("whoever is not signed in here", () => {
  const linkOf = (html: string) => new URL(/<a href="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "");
  const refused = async (path: string, init: { label?: string; into?: string } = {}) => {
    const { label = "todo", into = "document" } = init;
    const answer = await ask(path, { origin: at(label), headers: { ...HTML, "sec-fetch-dest": into } });
    expect(answer.status).toBe(401);
    return answer.text();
  };

  it("is offered the way in by the platform, back to the same version and path", async () => {
    const link = linkOf(await refused("/tasks/1?a=b&c=%26d"));
    expect([link.origin, link.pathname]).toEqual(["https://edgewright.example", "/projects/todo/open"]);
    expect(OpenApp.parse(Object.fromEntries(link.searchParams))).toEqual({ channel: "current", path: "/tasks/1?a=b&c=%26d" });
    expect(linkOf(await refused("/", { label: "todo--draft" })).searchParams.get("channel")).toBe("draft");
    expect(linkOf(await refused("/", { label: "todo--v3" })).searchParams.get("channel")).toBe("v3");
  });

  it("is led to the platform alone, whatever the path looks like", async () => {
    for (const path of [
      "//evil.example/x",
      "/\\evil.example",
      '/"><script>alert(1)</script>',
      "/?x=%22%3E%3Cscript%3E",
      "/&channel=v1",
      `/${"a".repeat(9000)}`,
    ]) {
      const text = await refused(path);
      expect(text).not.toContain("<script");
      const link = linkOf(text);
      expect([link.origin, link.pathname, link.searchParams.getAll("channel")]).toEqual([
        "https://edgewright.example",
        "/projects/todo/open",
        ["current"],
      ]);
    }
  });

  it("leaves the workspace's frame by a window of its own, and does not from a window", async () => {
    expect(await refused("/", { into: "iframe" })).toContain('target="_blank" rel="noopener"');
    expect(await refused("/")).toContain('target="_self"');
  });
});

describe("what a viewer of the organization may do, and whoever has a role in the app", () => {
  const scope = async () => {
    const answer = await askAs(member("usr_viewer"), "/_app/data/tasks", { method: "POST", body: '{"values":{}}' });
    return ((await answer.json()) as { scope: { actor: unknown } }).scope.actor;
  };
  it("is to look, unless app.json says write", async () => {
    await setApp({ viewers: "read" });
    expect(await scope()).toMatchObject({ userId: "usr_viewer", may: "read" });
    expect(await (await askAs(member("usr_viewer"), "/_app/user")).json()).toMatchObject({ role: "viewer", access: "read" });
    await setApp({ viewers: "write" });
    expect(await scope()).toMatchObject({ userId: "usr_viewer", may: "write" });
    await setApp({ roles: [{ name: "manager", label: "Manager" }] });
    expect(await scope()).toMatchObject({ userId: "usr_viewer", roles: ["manager"] });
    const asSeen = async (as: string) => ({ cookie: await cookieFor(ADA, "current", "prj_todo", as) });
    const userAs = async (as: string) => (await ask("/_app/user", { headers: await asSeen(as) })).json();
    expect([await userAs("visitor"), await userAs("role:clerk")]).toMatchObject([null, { id: ADA.id, role: "editor", roles: ["clerk"] }]);
    const list = await ask("/_app/data/tasks", {
      method: "POST",
      body: '{"values":{}}',
      headers: { ...(await asSeen("member")), origin: ORIGIN },
    });
    expect(await list.json()).toMatchObject({
      scope: { actor: { userId: ADA.id, roles: [], behind: { userId: ADA.id, roles: ["manager"] } } },
    });
    expect(await (await askAs(ADA, "/_app/user")).json()).toMatchObject({ role: "editor", access: "write", roles: ["manager"] });
  });
});

describe("every answer of an app's host", () => {
  const POLICED = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "referrer-policy": "same-origin",
  };
  it("is under the page's policy: pages, files, data, refusals, notices, what server code says and how it fails", async () => {
    const code = serverCode(`
      const { pathname } = new URL(request.url);
      if (pathname === "/api/throw") throw new Error("no");
      if (pathname === "/api/redirect") return Response.redirect("https://todo.previews.example/x");
      if (pathname === "/api/none") return new Response(null, { status: 304 });
      return new Response("<script>1</script>", { status: 404, headers: { "content-type": "text/html", "content-security-policy": "default-src *", "access-control-allow-origin": "*" } });`);
    await setApp({ code });
    const own = (path: string, init?: RequestInit) => askAs(ADA, path, init);
    const answers = {
      page: await own("/"),
      head: await own("/", { method: "HEAD" }),
      vendored: await own("/__v/1/react.js"),
      user: await own("/_app/user"),
      nothing: await own("/_app/nothing"),
      html: await own("/api/x"),
      thrown: await own("/api/throw"),
      redirect: await own("/api/redirect"),
      unchanged: await own("/api/none"),
      method: await own("/page", { method: "PUT" }),
      foreign: await own("/api/x", { method: "POST", headers: { origin: "https://evil.example" } }),
      stranger: await ask("/", { headers: HTML }),
      unknown: await ask("/", { origin: at("nobody"), headers: HTML }),
      entry: await ask(`/?${tokenParam}=${await tokenFor(ADA, "handover")}`),
      health: await ask("/_health"),
    };
    for (const [name, { headers }] of Object.entries(answers)) {
      expect([name, Object.fromEntries(Object.keys(POLICED).map((header) => [header, headers.get(header)]))]).toEqual([name, POLICED]);
      expect([name, headers.get("content-security-policy")]).toEqual([
        name,
        expect.stringMatching(/^default-src 'self'; .*frame-ancestors 'self' https:\/\/edgewright\.example$/),
      ]);
      expect([name, headers.get("access-control-allow-origin")]).toEqual([name, null]);
    }
    expect(Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]))).toMatchObject({
      page: 200,
      html: 404,
      thrown: 500,
      redirect: 302,
      unchanged: 304,
      method: 404,
      foreign: 403,
      stranger: 401,
      unknown: 404,
    });
  });

  it("shows a project's name as text, and leads out of a frame by a window of its own", async () => {
    await setApp({ code: "none" });
    const text = await (await askAs(ADA, "/", { headers: { ...HTML, "sec-fetch-dest": "iframe" } })).text();
    expect(text).toContain("&lt;img src=x");
    expect(text).not.toContain("<img");
    expect(text).toContain('target="_blank" rel="noopener"');
  });
});

describe("the app's server", () => {
  it("reads its own cookies, and nothing of the platform's, whoever sends it", async () => {
    await setApp({ code: serverCode("return Response.json(Object.fromEntries(request.headers));") });
    const headers = { cookie: "cart=7", "x-edgewright-user": "forged", "x-edgewright-scope": "{}", "x-own": "1" };
    const seen = (await (await askAs(ADA, "/api/x", { headers })).json()) as Record<string, string>;
    expect(seen).toMatchObject({ cookie: "cart=7", "x-own": "1" });
    expect(JSON.parse(decodeURIComponent(must(seen["x-edgewright-user"])))).toMatchObject({
      id: "usr_ada",
      role: "editor",
      access: "write",
    });
    expect(seen).not.toHaveProperty("x-edgewright-scope");
  });

  it("is not asked for what is the platform's, however the path is written", async () => {
    await setApp({ code: serverCode('return new Response("the app answers", { headers: { "content-type": "text/plain" } });') });
    for (const path of [
      "/_app%2fuser",
      "/_app/../api%2fx",
      "/API/x",
      "//api/x",
      "/_app/%2e%2e/_app/user",
      "/__v/../_app/user",
      "/_App/user",
    ])
      expect([path, await (await askAs(ADA, path)).text()]).not.toEqual([path, "the app answers"]);
  });

  it("gets no request of another site, whatever it calls itself", async () => {
    const tries: RequestInit[] = [
      { method: "POST", headers: { origin: at("other"), "sec-fetch-site": "same-site" } },
      { method: "POST", headers: { origin: "null" } },
      { method: "GET", headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" } },
      { method: "GET", headers: { "x-http-method-override": "DELETE", origin: "https://evil.example" } },
      { method: "HEAD", headers: { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" } },
      { method: "GET", headers: { "service-worker": "script" } },
      { method: "GET", headers: { upgrade: "websocket", origin: at("other") } },
    ];
    for (const init of tries) expect((await askAs(ADA, "/api/x", init)).status).toBe(403);
    for (const path of ["/_app/live", "/_app/reload"])
      for (const upgrade of ["websocket", "WebSocket"])
        expect((await askAs(ADA, path, { headers: { upgrade, origin: at("other") } })).status).toBe(403);
    expect((await askAs(ADA, "/_app/reload", { headers: { upgrade: "websocket", origin: ORIGIN } })).status).toBe(101);
  });
});

describe("what the app's server goes on saying", () => {
  const TALKS = `
    if (request.headers.get("upgrade") === "websocket") {
      const { 0: client, 1: server } = new WebSocketPair();
      server.accept();
      server.addEventListener("message", ({ data }) => server.send(data.toUpperCase()));
      return new Response(null, { status: 101, webSocket: client });
    }
    const { readable, writable } = new TransformStream();
    void writable.getWriter().write(new TextEncoder().encode("one"));
    return new Response(readable, { headers: { "content-type": "text/event-stream" } });`;
  const read = async (stream: ReadableStreamDefaultReader<Uint8Array> | undefined) =>
    new TextDecoder().decode((await stream?.read())?.value ?? new Uint8Array());

  it("reaches who asked, and ends once they have no access any more", async () => {
    await setApp({ visibility: "link", code: serverCode(TALKS) });
    const stream = (await askAs(null, "/api/stream")).body?.getReader();
    expect(await read(stream)).toBe("one");
    const { webSocket } = await askAs(null, "/api/socket", { headers: { upgrade: "websocket", origin: ORIGIN } });
    if (!webSocket) throw new Error("The app's server opens a WebSocket");
    webSocket.accept();
    const heard = new Promise((resolve) => webSocket.addEventListener("message", ({ data }) => resolve(data)));
    const closed = new Promise((resolve) => webSocket.addEventListener("close", ({ code }) => resolve(code)));
    webSocket.send("hello");
    expect(await heard).toBe("HELLO");
    await setApp({ visibility: "members" });
    expect(await closed).toBe(4403);
    await expect(read(stream)).rejects.toThrow();
  });
});

describe("a form of the app's own page", () => {
  /** As Chromium sends it, within the workspace's frame and without. */
  const sent = (origin: string, site: string, into: string) => ({
    method: "POST",
    body: "title=Paint",
    headers: {
      origin,
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": site,
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": into,
      "sec-fetch-user": "?1",
    },
  });

  it("reaches its server, and no other page's form does", async () => {
    await setApp({
      code: serverCode('return new Response((await request.formData()).get("title"), { headers: { "content-type": "text/plain" } });'),
    });
    for (const into of ["iframe", "document"]) {
      const answer = await askAs(ADA, "/api/orders", sent(ORIGIN, "same-origin", into));
      expect([answer.status, await answer.text()]).toEqual([200, "Paint"]);
      for (const [origin, site] of [
        ["null", "same-origin"],
        ["null", "cross-site"],
        [at("other"), "same-site"],
        ["https://edgewright.example", "cross-site"],
      ] as const)
        expect((await askAs(ADA, "/api/orders", sent(origin, site, into))).status).toBe(403);
    }
  });

  it("keeps its origin, since no answer has a policy under which browsers leave it out", async () => {
    await setApp({
      code: serverCode('return new Response("<form>", { headers: { "content-type": "text/html", "referrer-policy": "no-referrer" } });'),
    });
    for (const path of ["/", "/api/form"]) expect((await askAs(ADA, path)).headers.get("referrer-policy")).toBe("same-origin");
  });
});

describe("what the page may load", () => {
  it("is what its version asks for and a person has confirmed", async () => {
    const policy = (await askAs(ADA, "/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("connect-src 'self' data: blob: https://api.example.com wss://api.example.com;");
    expect(policy).not.toContain("other.example.com");
    expect(policy).not.toContain("former.example.com");
  });

  it("is a file with its type, kept for as long as its address says, or 404; other addresses are the app's", async () => {
    const logo = await askAs(ADA, "/logo.svg");
    expect([await logo.text(), logo.headers.get("content-type")]).toEqual(["<svg/>", "image/svg+xml; charset=utf-8"]);
    expect(logo.headers.get("cache-control")).toBe("private, no-cache");
    expect((await askAs(ADA, "/logo.svg?v=1")).headers.get("cache-control")).toContain("immutable");
    expect((await askAs(ADA, "/logo.svg", { headers: { "if-none-match": '"t1"' } })).status).toBe(304);
    const statuses = async (paths: string[], headers: Record<string, string>) =>
      Promise.all(paths.map(async (path) => (await askAs(ADA, path, { headers })).status));
    expect(await statuses(["/gone.png", "/data.json", "/x/%E0%A4.txt", "/favicon.ico"], HTML)).toEqual([404, 404, 404, 404]);
    expect(await statuses(["/people", "/people/jane@example.com", "/v1.2/x"], HTML)).toEqual([200, 200, 200]);
    expect(await statuses(["/people/jane@example.com"], { accept: "*/*" })).toEqual([404]);
    expect((await ask("/logo.svg")).status).toBe(401);
  });
});
