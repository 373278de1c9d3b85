import { describe, expect, it } from "vitest";
import { accessCookie, appCookie, appCookies } from "./app-cookie.ts";
import { serverAnswer } from "./server-answer.ts";

const FRAME = "Secure; SameSite=None; Partitioned";

describe("a cookie that server code sets", () => {
  it("stays on its host and works in the workspace's frame", () => {
    expect(appCookie("seen=1; Domain=preview.localhost; Path=/api; Max-Age=60; HttpOnly; SameSite=Lax")).toBe(
      `seen=1; Path=/api; Max-Age=60; HttpOnly; ${FRAME}`,
    );
    expect(appCookie("a=b=c;DOMAIN=.x;;")).toBe(`a=b=c; ${FRAME}`);
  });

  it.each(["__Host-ew_access=t", "__HOST-EW_ACCESS=t", "ew_access=t", " __Secure-x=1", "=__Host-ew_access=t", "__Host-ew_access", ""])(
    "does not go out as %j",
    (line) => expect(appCookie(line)).toBeNull(),
  );
});

describe("the cookies of a request", () => {
  it("let in by exactly one of the platform's", () => {
    expect(accessCookie("a=1; __Host-ew_access=token; b=2")).toBe("token");
    for (const header of [
      "",
      "ew_access=t",
      "__Host-ew_access=a; __Host-ew_access=b",
      "__Host-ew_access=a; __host-EW_access=b",
      "x__Host-ew_access=t",
    ])
      expect(accessCookie(header)).toBeNull();
  });

  it("reach the app's server without the platform's", () => {
    expect(appCookies("a=1; __Host-ew_access=token; ew_access=old; b=2; lone")).toBe("a=1; b=2");
  });
});

describe("the headers of an answer of server code", () => {
  it("are those that concern this answer alone", () => {
    const said = new Headers({
      "content-type": "text/html",
      location: "/next",
      "x-total-count": "3",
      "cache-control": "private",
      "access-control-allow-origin": "*",
      "access-control-allow-credentials": "true",
      "content-security-policy": "default-src *",
      "service-worker-allowed": "/",
      "clear-site-data": '"*"',
      "strict-transport-security": "max-age=1; includeSubDomains",
      refresh: "0; url=https://evil.example",
      "x-frame-options": "ALLOWALL",
      "x-edgewright-reported": "1",
      "www-authenticate": "Basic",
      "report-to": "{}",
      "alt-svc": "h3",
      "cross-origin-opener-policy": "unsafe-none",
    });
    said.append("set-cookie", "a=1; Domain=preview.localhost");
    said.append("set-cookie", "__Host-ew_access=x; Path=/; Secure");
    said.append("set-cookie", "b=2");
    const answer = serverAnswer(new Response("x", { status: 404, headers: said }));
    expect(answer.status).toBe(404);
    expect([...answer.headers].map((header) => header.join(": "))).toEqual([
      "cache-control: private",
      "content-type: text/html",
      "location: /next",
      `set-cookie: a=1; ${FRAME}`,
      `set-cookie: b=2; ${FRAME}`,
      "x-total-count: 3",
    ]);
  });
});
