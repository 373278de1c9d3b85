/** The way from a refusal on an app's host through the platform and back. */
import { openAppPath } from "@edgewright/contracts";
import { RouterContextProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { platform } from "../api/platform.ts";
import { loader } from "./project.open.ts";

const SITE = "https://edgewright.example";
const APP = "https://todo.previews.example";

/** What the page says to somebody with this cookie, and what it asked of the API. */
async function open(address: string, { cookie = "session=ada" } = {}) {
  const asked: { url: string; method: string; origin: string | null; body: unknown }[] = [];
  const API = {
    async fetch(request: Request) {
      asked.push({ url: request.url, method: request.method, origin: request.headers.get("origin"), body: await request.json() });
      return request.headers.get("cookie") === "session=ada"
        ? Response.json({ url: `${APP}/?ew_token=t`, origin: APP, expiresAt: "2026-11-29T00:00:00Z" })
        : Response.json({ status: 401, code: "unauthenticated", title: "No", detail: "Sign in.", requestId: "r" }, { status: 401 });
    },
  };
  const url = new URL(address, SITE);
  const args = {
    request: new Request(url, { headers: { cookie } }),
    url,
    params: { slug: url.pathname.split("/")[2] ?? "" },
    context: new RouterContextProvider(new Map([[platform, { env: { API } }]])),
  } as unknown as Parameters<typeof loader>[0];
  const answer = await loader(args).catch((thrown: unknown) => thrown as Response);
  return { asked, status: answer.status, to: answer.headers.get("location") ?? "", cache: answer.headers.get("cache-control") };
}

describe("opening an app by the platform", () => {
  it("leads a member back to the version and path they asked for, signed in there", async () => {
    const { asked, ...answer } = await open(openAppPath("todo", "draft", "/tasks/1?a=b&c=%26d"));
    expect(answer).toEqual({ status: 302, to: `${APP}/tasks/1?a=b&c=%26d&ew_token=t`, cache: "no-store" });
    expect(asked).toEqual([{ url: `${SITE}/api/projects/todo/previews`, method: "POST", origin: SITE, body: { channel: "draft" } }]);
  });

  it("never leads to another host, or past the token, whatever the path is", async () => {
    const away = ["//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/", "@evil.example", "/\t/evil.example"];
    for (const path of [...away, "javascript:alert(1)", ".evil.example", ":99/", "/?ew_token=theirs", "/a\r\nset-cookie: x=1", ""]) {
      const { to } = await open(openAppPath("todo", "current", path));
      expect([path, new URL(to).origin, new URL(to).searchParams.getAll("ew_token")]).toEqual([path, APP, ["t"]]);
    }
  });

  it("takes what cannot be meant for the app's start", async () => {
    for (const query of ["", "?channel=v0", "?channel=../../x&path=/", `?path=/${"a".repeat(9000)}`]) {
      const { asked, to } = await open(`/projects/todo/open${query}`);
      expect([query, asked[0]?.body, to]).toEqual([query, { channel: "current" }, `${APP}/?ew_token=t`]);
    }
    expect(openAppPath("todo", "current", `/${"a".repeat(9000)}`)).toBe("/projects/todo/open?channel=current");
  });

  it("asks for signing in first, and comes back here", async () => {
    const path = openAppPath("todo", "current", "/tasks/1");
    expect((await open(path, { cookie: "" })).to).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });
});
