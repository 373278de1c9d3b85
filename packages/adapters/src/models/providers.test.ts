/** Every provider against other people's server (aimock): it streams, calls a tool, says what it used; and each way to fail is told apart. */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { LLMock } from "@copilotkit/aimock";
import { providerFailure } from "@edgewright/agents";
import type { Failure, ModelProvider } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { createOpenModels, type ModelVariables } from "@edgewright/models";
import { testWorld } from "@edgewright/testing";
import { type LanguageModel, streamText, tool } from "ai";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { modelSources } from "./sources.ts";

const KEY = "sk-very-secret";
let mock: LLMock;
beforeEach(async () => {
  mock = new LLMock({ port: 0, host: "127.0.0.1", logLevel: "silent" });
  await mock.start();
});
afterEach(async () => void (await mock.stop()));

const NAMES: Record<ModelProvider, string> = {
  openrouter: "openrouter:anthropic/claude-haiku-4.5",
  openai: "openai:gpt-5-mini",
  "workers-ai": "workers-ai:@cf/openai/gpt-oss-120b",
  compatible: "compatible:qwen3:30b",
};
const PROVIDERS = Object.keys(NAMES) as ModelProvider[];

const variablesAt = (url: string): ModelVariables => ({
  OPENROUTER_API_KEY: KEY,
  OPENROUTER_BASE_URL: `${url}/api/v1`,
  OPENAI_API_KEY: KEY,
  OPENAI_BASE_URL: `${url}/v1`,
  COMPATIBLE_API_KEY: KEY,
  COMPATIBLE_BASE_URL: `${url}/v1`,
  COMPATIBLE_MODEL: "qwen3:30b",
});

/** Workers AI's binding in front of the same server. What it throws begins with Cloudflare's own code. */
const CODES: Record<number, string> = { 401: "3041", 404: "3042", 408: "3008", 429: "3040" };
const bindingAt = (url: string) =>
  ({
    async run(model: string, inputs: object, { signal }: { signal?: AbortSignal } = {}) {
      const init = { method: "POST", headers: { "content-type": "application/json" }, signal };
      const body = JSON.stringify({ model, ...inputs, stream_options: { include_usage: true } });
      const response = await fetch(`${url}/v1/chat/completions`, { ...init, body });
      if (!response.ok) throw new Error(`${CODES[response.status] ?? "3043"}: ${await response.text()}`);
      return response.body;
    },
  }) as unknown as Ai;

async function open(provider: ModelProvider, url = mock.url): Promise<LanguageModel> {
  const { modelSettings, organizationId } = await testWorld();
  const starter = () => Promise.reject(new Error("not asked for")) as never;
  const sources = modelSources({
    settings: modelSettings,
    sealKey: "seal key of the tests",
    variables: variablesAt(url),
    ai: bindingAt(url),
    outside: { local: true, own: [], lookUp: async () => ({ ok: true as const, value: ["93.184.215.14"] }) },
  });
  const opened = await createOpenModels({ ...sources, starter })(NAMES[provider], organizationId);
  if (!opened.ok) throw new Error(opened.error.message);
  return first(opened.value).model;
}

const tools = { write_file: tool({ inputSchema: z.object({ path: z.string() }) }) };
const ask = (model: LanguageModel, signal?: AbortSignal) =>
  streamText({ model, prompt: "A list, please", tools, maxRetries: 0, abortSignal: signal, onError: () => {} });

/** The failure that a call ends with. */
async function failure(model: LanguageModel): Promise<Failure> {
  let started = false;
  try {
    for await (const part of ask(model).fullStream) {
      if (part.type === "text-delta") started = true;
      if (part.type === "error") return providerFailure(part.error, started);
    }
  } catch (error) {
    return providerFailure(error, started);
  }
  throw new Error("The call went well");
}

describe.each(PROVIDERS)("%s", (provider) => {
  test("streams its answer and says what it used", async () => {
    mock.on(
      {},
      { content: "Here is your list, as you asked for it.", usage: { prompt_tokens: 120, completion_tokens: 9, cost: 0.0042 } },
      { chunkSize: 5 },
    );
    const stream = ask(await open(provider));
    const deltas: string[] = [];
    for await (const part of stream.fullStream) if (part.type === "text-delta") deltas.push(part.text);
    expect(deltas.length).toBeGreaterThan(3);
    expect(deltas.join("")).toBe("Here is your list, as you asked for it.");
    expect(await stream.usage).toMatchObject({ inputTokens: 120, outputTokens: 9 });
    const metadata = (await stream.steps)[0]?.providerMetadata;
    if (provider === "openrouter") expect(metadata).toMatchObject({ openrouter: { usage: { cost: 0.0042 } } });
    expect(mock.getLastRequest()?.body).toMatchObject({ model: NAMES[provider].slice(provider.length + 1) });
  });

  test("calls a tool", async () => {
    mock.on({}, { toolCalls: [{ name: "write_file", arguments: '{"path":"src/List.tsx"}' }] });
    const calls = await ask(await open(provider)).toolCalls;
    expect(calls).toMatchObject([{ toolName: "write_file", input: { path: "src/List.tsx" } }]);
  });

  const statuses: [number, string][] = [
    [401, "model_auth"],
    [404, "model_unknown"],
    [408, "model_timeout"],
    [429, "model_rate_limited"],
    [500, "model_unavailable"],
  ];
  if (provider !== "workers-ai") statuses.push([402, "model_credit"], [503, "model_unavailable"]);
  test.each(statuses)("with %i fails as %s, without a word of what it said", async (status, code) => {
    mock.on({}, { error: { message: `the key ${KEY} is not good` }, status });
    const told = await failure(await open(provider));
    expect(told).toMatchObject({ code, next: expect.any(String) });
    expect(JSON.stringify(told)).not.toContain(KEY);
  });

  test("that breaks off in the middle is noticed", async () => {
    mock.on({}, { content: "word ".repeat(50) }, { chunkSize: 10, latency: 2, truncateAfterChunks: 6 });
    expect(await failure(await open(provider))).toMatchObject({ code: "model_stream_broken", retry: true });
  });

  test("that cannot be reached is said to be out of reach", async () => {
    expect(await failure(await open(provider, "http://127.0.0.1:9"))).toMatchObject({ code: "model_unavailable", retry: true });
  });

  test("is hung up on when the job is stopped", async () => {
    mock.on({}, { content: "word ".repeat(2000) }, { chunkSize: 5, latency: 5 });
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const part of ask(await open(provider), stop.signal).fullStream) {
      seen.push(part.type);
      if (seen.length === 10) stop.abort();
    }
    expect(seen.length).toBeLessThan(20);
  });
});

describe("an answer that", () => {
  let server: Server;
  afterEach(() => void server.close());
  const answering = async (status: number, headers: Record<string, string>, body: string) => {
    server = createServer((_, response) => void response.writeHead(status, headers).end(body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const errorBody = (error: object) => JSON.stringify({ error: { message: `no: ${KEY}`, ...error } });

  test.each([
    ["openai", 429, { code: "insufficient_quota" }, "model_credit"],
    ["openai", 404, { code: "model_not_found" }, "model_unknown"],
    ["openrouter", 400, { code: 400, message: "foo/bar is not a valid model ID" }, "model_unknown"],
    ["openrouter", 403, { code: 403 }, "model_auth"],
  ] as const)("%s gives with %i and a name of its own is told by that name", async (provider, status, error, code) => {
    const url = await answering(status, { "content-type": "application/json" }, errorBody(error));
    expect(await failure(await open(provider, url))).toMatchObject({ code });
  });

  test.each([
    ["openrouter", { code: 402 }, "model_credit"],
    ["openrouter", { code: 429 }, "model_rate_limited"],
    ["openai", { code: "rate_limit_exceeded" }, "model_rate_limited"],
    ["openai", { type: "server_error" }, "model_unavailable"],
    ["compatible", { code: 402 }, "model_credit"],
  ] as const)("%s begins well and then holds the error %j is told by it", async (provider, error, code) => {
    const url = await answering(200, { "content-type": "text/event-stream" }, `data: ${errorBody(error)}\n\n`);
    expect(await failure(await open(provider, url))).toMatchObject({ code });
  });

  test("leads elsewhere is not followed, so the key stays where it was given for", async () => {
    const asked = vi.fn();
    const other = createServer((request, response) => {
      asked(request.headers.authorization);
      response.end("{}");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/v1/chat/completions`;
    const url = await answering(307, { location }, "");
    expect(await failure(await open("compatible", url))).toMatchObject({ code: "model_unavailable" });
    expect(asked).not.toHaveBeenCalled();
    other.close();
  });
});
