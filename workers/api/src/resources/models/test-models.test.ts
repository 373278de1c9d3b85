/** "Test this key": the cause of each failure is told apart, and nothing of a key comes out anywhere. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestedModel } from "@edgewright/contracts";
import { apiWorld } from "@edgewright/testing/api-world";
import { afterEach, expect, test, vi } from "vitest";

const KEY = "sk-very-secret-key";
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = { status?: number; type?: string; body?: string; headers?: Record<string, string>; silent?: boolean };
/** A model server that answers as it is told, and the keys it was given. */
async function serverWith({ status = 200, type = "application/json", body = "", headers = {}, silent = false }: Answer) {
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers.authorization);
    if (!silent) response.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, keys };
}

const GOOD = JSON.stringify({
  id: "c",
  object: "chat.completion",
  created: 1,
  model: "m",
  choices: [{ index: 0, message: { role: "assistant", content: "ok" }, finish_reason: "stop" }],
  usage: { prompt_tokens: 8, completion_tokens: 1, total_tokens: 9 },
});
const error = (message: string, more: object = {}) => JSON.stringify({ error: { message: `${message} ${KEY}`, ...more } });

async function open(variables = {}) {
  const world = await apiWorld({ variables });
  const ada = await world.signUp("Ada");
  const path = `/api/orgs/${ada.organizationId}/models`;
  const attempt = (body: object) => ada.call("POST", `${path}/test`, body);
  const run = async (body: object) => (await (await attempt(body)).json()) as TestedModel;
  return { world, ada, path, attempt, run };
}

test("a right key answers, and the server was given it", async () => {
  const { run } = await open();
  const { url, keys } = await serverWith({ body: GOOD });
  expect(await run({ provider: "compatible", baseUrl: url, model: "m", key: KEY })).toMatchObject({
    ok: true,
    next: null,
    ms: expect.any(Number),
  });
  expect(keys).toEqual([`Bearer ${KEY}`]);
});

test.each<[string, Answer, string]>([
  ["a wrong key", { status: 401, body: error("bad key") }, "The key was refused (401)."],
  ["no credit", { status: 402, body: error("pay") }, "no credit left"],
  ["no credit, as OpenAI says it", { status: 429, body: error("quota", { code: "insufficient_quota" }) }, "no credit left"],
  ["an unknown model", { status: 404, body: error('model "m" not found') }, "does not know the model m"],
  ["a wrong path", { status: 404, type: "text/plain", body: "404 page not found" }, "not like a model server (404)"],
  ["a web page", { type: "text/html", body: "<html>Welcome</html>" }, "not like a model server"],
  ["a redirect", { status: 302, headers: { location: "https://elsewhere.example/" } }, "not like a model server"],
  ["a busy provider", { status: 429, body: error("slow down") }, "takes no more requests"],
  ["a provider in trouble", { status: 503, body: error("oh") }, "trouble of its own (503)"],
])("%s is told as such, with what to do", async (_cause, answer, message) => {
  const { run } = await open();
  const { url } = await serverWith(answer);
  const tested = await run({ provider: "compatible", baseUrl: url, model: "m", key: KEY });
  expect(tested).toMatchObject({ ok: false, message: expect.stringContaining(message), next: expect.any(String) });
});

test("a server that is not there is said to be out of reach", async () => {
  const { run } = await open();
  const tested = await run({ provider: "compatible", baseUrl: "http://127.0.0.1:9/v1", model: "m" });
  expect(tested).toMatchObject({ ok: false, message: "The server cannot be reached." });
});

test("a saved key is tested where it was given for, and goes to no other host", async () => {
  const { ada, path, run } = await open();
  const [own, other] = [await serverWith({ body: GOOD }), await serverWith({ body: GOOD })];
  await ada.call("PUT", path, { providers: { compatible: { baseUrl: own.url, models: [{ model: "m" }], key: KEY } } });
  await run({ provider: "compatible" });
  await run({ provider: "compatible", baseUrl: other.url, model: "m" });
  expect(own.keys).toEqual([`Bearer ${KEY}`]);
  expect(other.keys).toEqual([undefined]);
});

test("the platform's key is tested at the platform's address", async () => {
  const { url, keys } = await serverWith({ body: GOOD });
  const { run, attempt } = await open({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: url });
  expect(await run({ provider: "openai" })).toMatchObject({ ok: true, message: "gpt-5-mini answered." });
  expect(keys).toEqual([`Bearer ${KEY}`]);
  expect((await attempt({ provider: "openai", baseUrl: "https://evil.example" })).status).toBe(400);
});

test("what is not set up cannot be tested", async () => {
  const { attempt } = await open();
  expect((await attempt({ provider: "openrouter" })).status).toBe(422);
  expect((await attempt({ provider: "compatible" })).status).toBe(400);
  expect((await attempt({ provider: "workers-ai" })).status).toBe(422);
});

test("no log, answer or record holds the key, even where the provider sends it back", async () => {
  const printed: unknown[] = [];
  for (const level of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, level).mockImplementation((...args) => void printed.push(args));
  const { world, ada, path, attempt } = await open();
  const { url } = await serverWith({ status: 401, body: error("this key is wrong:") });
  await ada.call("PUT", path, { providers: { compatible: { baseUrl: url, models: [{ model: "m" }], key: KEY } } });
  const answer = await (await attempt({ provider: "compatible" })).text();
  vi.restoreAllMocks();
  const tables = await Promise.all([world.database.query.auditLog.findMany(), world.database.query.modelProviders.findMany()]);
  expect(printed.length).toBeGreaterThan(0);
  for (const text of [answer, JSON.stringify(printed), JSON.stringify(tables)]) expect(text).not.toContain(KEY);
});
