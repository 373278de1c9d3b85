/** The resolver's JSON, against a server on this machine that answers as resolvers do. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { txtOverHttps } from "./txt-over-https.ts";

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dns-query`;
});
afterAll(() => void server.close());
beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue());

const says = (body: unknown, status = 200) => {
  answer = (_request, response) => {
    response.writeHead(status, { "content-type": "application/dns-json", ...(status === 302 ? { location: "/elsewhere" } : {}) });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
};
const ask = (timeoutMs?: number) => txtOverHttps({ url, timeoutMs }).texts("_edgewright.example.com");

test("asks for the TXT records of the name, in JSON", async () => {
  const asked: (string | undefined)[] = [];
  answer = (request, response) => {
    asked.push(request.url, request.headers.accept);
    response.end(JSON.stringify({ Status: 0 }));
  };
  expect(await ask()).toEqual({ ok: true, value: [] });
  expect(asked).toEqual(["/dns-query?name=_edgewright.example.com&type=TXT", "application/dns-json"]);
});

test("reads records with quotes, without, in pieces, and no others", async () => {
  const name = "_edgewright.example.com";
  says({
    Status: 0,
    Answer: [
      { name, type: 5, TTL: 60, data: "elsewhere.example.com." },
      { name, type: 16, TTL: 60, data: '"edgewright-verify=abc"' },
      { name, type: 16, TTL: 60, data: "edgewright-verify=def" },
      { name, type: 16, TTL: 60, data: '"edgewright-" "verify=ghi"' },
      { name, type: 16, TTL: 60, data: '"a \\"quote\\" and \\\\"' },
    ],
  });
  expect(await ask()).toEqual({
    ok: true,
    value: ["edgewright-verify=abc", "edgewright-verify=def", "edgewright-verify=ghi", 'a "quote" and \\'],
  });
});

test("a name that there is not has no records", async () => {
  says({ Status: 3 });
  expect(await ask()).toEqual({ ok: true, value: [] });
});

test.each([
  ["a failure of the name servers", { Status: 2 }, 200],
  ["a refusal", { Status: 5 }, 200],
  ["an error", "no", 500],
  ["a redirection", "", 302],
  ["no JSON", "<html>", 200],
  ["another shape", { answer: [] }, 200],
])("%s is no answer, and may be tried again", async (_what, body, status) => {
  says(body, status);
  expect(await ask()).toMatchObject({ ok: false, error: { code: "unavailable", retry: true, next: expect.any(String) } });
});

test("a server that says nothing is not waited for, and one that is not there is none", async () => {
  answer = () => undefined;
  expect(await ask(20)).toMatchObject({ ok: false, error: { code: "unavailable" } });
  expect(await txtOverHttps({ url: "http://127.0.0.1:1/" }).texts("a.example")).toMatchObject({
    ok: false,
    error: { code: "unavailable" },
  });
});
