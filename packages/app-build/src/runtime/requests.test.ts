import { describe, expect, it } from "vitest";
import { failedRequest } from "./errors.ts";
import { type FailedRequest, watchRequests } from "./requests.ts";

const BASE = "http://todo.preview.localhost:8788/tasks?x=1";

/** Makes one request that is answered, or refused, as given; resolves with what was told. */
async function ask(
  address: RequestInfo | URL,
  answer: Response | Error,
  options: { init?: RequestInit; excused?: boolean } = {},
): Promise<{ told: FailedRequest[]; thrown: unknown[]; got: Response | Error }> {
  const told: FailedRequest[] = [];
  const thrown: unknown[] = [];
  const fetch = watchRequests(async () => (answer instanceof Error ? Promise.reject(answer) : answer), {
    base: () => BASE,
    excused: () => options.excused ?? false,
    failed: (request, error) => {
      told.push(request);
      thrown.push(error);
    },
  });
  const got = await fetch(address, options.init).catch((error: Error) => error);
  return { told, thrown, got };
}
const messages = async (...args: Parameters<typeof ask>) => (await ask(...args)).told.map(({ message }) => message);
const status = (code: number, headers: HeadersInit = {}) => new Response(null, { status: code, headers });

describe("a request that came to nothing", () => {
  it("is told with its method and path, to the app's server as well as to the platform", async () => {
    expect(await messages("/api/report?month=3", status(500))).toEqual(["GET /api/report failed with status 500."]);
    expect(await messages("/_app/data/tasks", status(503), { init: { method: "post" } })).toEqual([
      "POST /_app/data/tasks failed with status 503.",
    ]);
    expect(await messages(new Request("http://todo.preview.localhost:8788/api/a", { method: "DELETE" }), status(502))).toEqual([
      "DELETE /api/a failed with status 502.",
    ]);
    expect(await messages("/api/report", new TypeError("Failed to fetch"))).toEqual(["GET /api/report got no answer."]);
  });

  it("reaches the app as if nobody watched", async () => {
    const answer = status(500);
    expect((await ask("/api/report", answer)).got).toBe(answer);
    const error = new TypeError("Failed to fetch");
    const { got, thrown } = await ask("/api/report", error);
    expect(got).toBe(error);
    expect(thrown).toEqual([error]);
  });

  it("is not told where the app is answered, stopped it, or has no network", async () => {
    expect(await messages("/api/report", status(404))).toEqual([]);
    expect(await messages("/api/report", Object.assign(new Error("stopped"), { name: "AbortError" }))).toEqual([]);
    expect(await messages("/api/report", new TypeError("Failed to fetch"), { excused: true })).toEqual([]);
  });

  it("is not told twice: neither what the server reported, nor the report itself", async () => {
    expect(await messages("/api/report", status(500, { "x-edgewright-reported": "1" }))).toEqual([]);
    expect(await messages("/_app/errors", status(500))).toEqual([]);
  });

  it("is not told of other places", async () => {
    expect(await messages("https://other.example/api/report", status(500))).toEqual([]);
    expect(await messages("/pictures/a.png", status(500))).toEqual([]);
    expect(await messages("http://[", new TypeError("Invalid URL"))).toEqual([]);
  });

  it("stands at the app's first frame of whoever asked", async () => {
    const stack = `Error: GET /api/report
    at watched (http://todo.preview.localhost:8788/__v/abc/runtime.js:1:900)
    at loadReport (src/report.ts:12:9)
    at Report (src/views/Report.tsx:5:3)`;
    const error = failedRequest({ message: "GET /api/report got no answer.", stack }, (path) => path.startsWith("src/"), "/reports");
    expect(error).toMatchObject({ source: "request", file: "src/report.ts", line: 12, column: 9, path: "/reports" });
    expect((await ask("/api/report", status(500))).told[0]?.stack).toContain("requests.test.ts");
  });
});
