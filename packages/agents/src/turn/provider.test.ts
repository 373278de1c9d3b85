/** The agent against providers over HTTP: aimock, and a bare server for what no well-behaved one sends. */

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { LLMock } from "@copilotkit/aimock";
import { modelSources } from "@edgewright/adapters";
import { first } from "@edgewright/core";
import { createOpenModels } from "@edgewright/models";
import { gate } from "@edgewright/testing";
import { endOf, jobWorld } from "@edgewright/testing/job-world";
import type { LanguageModel } from "ai";
import { afterEach, describe, expect, it } from "vitest";
import { runJob } from "../run/run-job.ts";

const KEY = "sk-very-secret";
const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function modelAt(baseUrl: string): Promise<LanguageModel> {
  const { modelSettings } = await jobWorld("none");
  const starter = () => {
    throw new Error("not asked for");
  };
  const sources = modelSources({
    settings: modelSettings,
    sealKey: "a key for tests only",
    variables: { COMPATIBLE_BASE_URL: baseUrl, COMPATIBLE_API_KEY: KEY },
    ai: undefined,
    outside: { local: true, own: [], lookUp: async () => ({ ok: true as const, value: [] }) },
  });
  const open = createOpenModels({ ...sources, starter });
  const opened = await open("compatible:some-model", "org_1");
  if (!opened.ok) throw new Error(opened.error.message);
  return first(opened.value).model;
}

async function aimock(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: "127.0.0.1" });
  await mock.start();
  open.push(mock);
  return mock;
}

/** Runs one job on a project whose version 1 is live. */
async function run(baseUrl: string, options: { maxRetries?: number; stopWhen?: () => Promise<unknown> } = {}) {
  const world = await jobWorld(await modelAt(baseUrl), { renewMs: 50 });
  await world.live();
  const message = await world.say("A list, please");
  if (options.stopWhen) void options.stopWhen().then(() => world.stream.cancel(message.jobId));
  expect(await runJob({ ...world.deps, maxRetries: options.maxRetries ?? 0 }, message)).toBe("finished");
  const events = await world.events();
  expect(JSON.stringify(events)).not.toContain(KEY);
  return { world, events, end: endOf(events) };
}

const call = (name: string, args: unknown) => ({ name, arguments: typeof args === "string" ? args : JSON.stringify(args) });
const WRITE = call("write_file", { path: "src/List.tsx", text: "export const List = () => 1;\n" });

describe("a provider that answers", () => {
  it("builds the app through its streamed tool calls and reports its usage", async () => {
    const mock = await aimock();
    mock.on({ turnIndex: 0 }, { toolCalls: [WRITE] }, { chunkSize: 7 });
    mock.on({ turnIndex: 1 }, { toolCalls: [call("finish", { summary: "There is a list." })] });
    const { world, events, end } = await run(`${mock.url}/v1`);
    expect(end).toMatchObject({ type: "job.done", data: { summary: "There is a list.", version: 2 } });
    expect(world.current[0]?.files["src/List.tsx"]).toBe("export const List = () => 1;\n");
    const usage = events.findLast(({ type }) => type === "usage");
    expect(usage).toMatchObject({ data: { usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number) } } });
  });

  it("is told when the arguments of its call do not parse", async () => {
    const mock = await aimock();
    mock.on({ turnIndex: 0 }, { toolCalls: [call("write_file", '{"path": "src/A.tsx", "te')] });
    mock.on({ turnIndex: 1 }, { toolCalls: [call("finish", { summary: "Nothing was written." })] });
    const { end } = await run(`${mock.url}/v1`);
    expect(end).toMatchObject({ type: "job.done", data: { version: null } });
    expect(JSON.stringify(mock.getLastRequest()?.body)).toContain("tool_arguments");
  });
});

describe("a provider that refuses", () => {
  it.each([
    [400, "bad_request"],
    [401, "model_auth"],
    [402, "model_credit"],
    [404, "model_unknown"],
    [429, "model_rate_limited"],
    [500, "model_unavailable"],
    [503, "model_unavailable"],
  ])("with %i ends the job with %s, says what to do and passes on nothing of its text", async (status, code) => {
    const mock = await aimock();
    mock.on({}, { error: { message: `the key ${KEY} is not good` }, status });
    const { world, end } = await run(`${mock.url}/v1`);
    expect(end).toMatchObject({
      type: "job.failed",
      data: { error: { code, message: expect.stringContaining(`(${status})`), next: expect.any(String) }, kept: { liveVersion: 1 } },
    });
    expect(await world.currentVersion()).toBe(1);
  });

  it("once with 500 or 429 is asked again", async () => {
    const mock = await aimock();
    mock.on({}, { toolCalls: [call("finish", { summary: "Here." })] });
    mock.nextRequestError(429, { message: "slow down" });
    const { end } = await run(`${mock.url}/v1`, { maxRetries: 2 });
    expect(end).toMatchObject({ type: "job.done", data: { summary: "Here." } });
  });

  it("by not being there is said to be out of reach", async () => {
    const { end } = await run("http://127.0.0.1:9/v1");
    expect(end).toMatchObject({
      type: "job.failed",
      data: { error: { code: "model_unavailable", message: expect.stringContaining("cannot be reached"), next: expect.any(String) } },
    });
  });
});

describe("a provider that dies in the middle", () => {
  it("of a file leaves what was whole as a draft and the working version live", async () => {
    const mock = await aimock();
    mock.on({ turnIndex: 0 }, { toolCalls: [WRITE] });
    const long = call("write_file", { path: "src/Half.tsx", text: "const a = 1;\n".repeat(50) });
    mock.on({ turnIndex: 1 }, { toolCalls: [long] }, { chunkSize: 20, latency: 5, truncateAfterChunks: 8 });
    const { world, end } = await run(`${mock.url}/v1`);
    expect(end).toMatchObject({
      type: "job.failed",
      data: { error: { code: "model_stream_broken", retry: true }, kept: { liveVersion: 1, draftFiles: ["src/List.tsx"] } },
    });
    expect(await world.versions()).toMatchObject([{ status: "draft" }, { status: "ok" }]);
  });

  it("of a sentence, by ending its answer as if nothing were, is noticed", async () => {
    const url = await bareServer((response) => {
      response.write(chunk({ content: "I will " }));
      response.end();
    });
    const { end } = await run(url);
    expect(end).toMatchObject({ type: "job.failed", data: { error: { code: "model_stream_broken" } } });
  });

  it("by an error inside a good answer is told by that error's status", async () => {
    const url = await bareServer((response) => {
      response.end(`data: ${JSON.stringify({ error: { code: 402, message: `no credit for ${KEY}` } })}\n\n`);
    });
    const { end } = await run(url);
    expect(end).toMatchObject({ type: "job.failed", data: { error: { code: "model_credit" } } });
  });

  it("by sending bytes that are no UTF-8 has its file refused, not stored", async () => {
    let requests = 0;
    const url = await bareServer((response) => {
      if (requests++ > 0) return void response.end(chunk({ content: "I cannot." }) + STOP);
      const text = chunk(toolCall("write_file", '{"path":"src/Cafe.tsx","text":"caf#"}'));
      response.write(Buffer.from(text.replace("#", "\u00e9"), "latin1"));
      response.end(STOP);
    });
    const { world, events } = await run(url);
    expect(events.find(({ type }) => type === "file.refused")).toMatchObject({ data: { error: { code: "not_text" } } });
    expect(await world.versions()).toHaveLength(1);
  });
});

describe("stop", () => {
  it("closes the request to the provider: no token is read after it", async () => {
    let sent = 0;
    const closed = gate<number>();
    const url = await bareServer(async (response) => {
      response.on("close", () => closed.open(sent));
      // Bounded, should the agent never hang up.
      while (sent < 2000 && !response.destroyed) {
        response.write(chunk({ content: `word${sent++} ` }));
        await delay(2);
      }
      response.end(STOP);
    });
    let sentAtStop = 0;
    const stopWhen = async () => {
      while (sent < 30) await delay(1);
      sentAtStop = sent;
    };
    const { end, events } = await run(url, { stopWhen });
    expect(end).toMatchObject({ type: "job.cancelled", data: { kept: { liveVersion: 1, draftFiles: [] } } });
    const sentInAll = await closed.passed;
    // Renewed every 50 ms, the lease learns of the stop within about 25 tokens.
    expect(sentInAll - sentAtStop).toBeLessThan(300);
    await delay(100);
    expect(sent).toBe(sentInAll);
    const last = events.at(-1);
    expect(last?.type).toBe("job.cancelled");
  });

  it("ends the wait for a provider that lets one wait", async () => {
    const url = await bareServer(() => {});
    const { end } = await run(url, { stopWhen: () => delay(50) });
    expect(end.type).toBe("job.cancelled");
  });

  it("ends the pause before another try", async () => {
    const mock = await aimock();
    mock.on({}, { error: { message: "slow down" }, status: 429, retryAfter: 3600 });
    const { end } = await run(`${mock.url}/v1`, { maxRetries: 2, stopWhen: () => delay(50) });
    expect(end.type).toBe("job.cancelled");
  });
});

const chunk = (delta: object) =>
  `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`;
const STOP = `${chunk({}).replace('"finish_reason":null', '"finish_reason":"stop"')}data: [DONE]\n\n`;
const toolCall = (name: string, args: string) => ({
  tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name, arguments: args } }],
});

/** A provider that answers every request as `answer` says. */
async function bareServer(answer: (response: ServerResponse) => void | Promise<void>): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    void answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}
