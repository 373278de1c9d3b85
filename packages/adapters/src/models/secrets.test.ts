/** A job whose provider sends the key back in its error: nothing of it is kept, said, printed or sent to a model. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { runJob } from "@edgewright/agents";
import { createOpenModels } from "@edgewright/models";
import { endOf, jobWorld } from "@edgewright/testing/job-world";
import { expect, test, vi } from "vitest";
import { modelSources } from "./sources.ts";

const KEY = "sk-very-secret-key";

test.each(["openrouter:a/b", "openai:gpt-5-mini", "compatible:m"])("%s", async (name) => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.writeHead(401, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}`, code: "invalid_api_key" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const variables = { OPENROUTER_API_KEY: KEY, OPENROUTER_BASE_URL: url, OPENAI_API_KEY: KEY, OPENAI_BASE_URL: url };
  const printed: unknown[] = [];
  for (const level of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, level).mockImplementation((...args) => void printed.push(args));

  const world = await jobWorld("none");
  const sources = modelSources({
    settings: world.modelSettings,
    sealKey: "seal key of the tests",
    variables: { ...variables, COMPATIBLE_API_KEY: KEY, COMPATIBLE_BASE_URL: url },
    ai: undefined,
    outside: { local: true, own: [], lookUp: async () => ({ ok: true as const, value: ["93.184.215.14"] }) },
  });
  const models = createOpenModels({ ...sources, starter: () => "none" });
  await world.live();
  const message = await world.say("A list, please");
  await runJob({ ...world.deps, models: () => models(name, world.organizationId) }, message);
  vi.restoreAllMocks();
  server.close();

  const events = await world.events();
  expect(endOf(events)).toMatchObject({ type: "job.failed", data: { error: { code: "model_auth" } } });
  expect(bodies.length).toBeGreaterThan(0);
  const job = await world.jobs.get(message.jobId);
  const tables = await Promise.all([world.database.query.chatMessages.findMany(), world.database.query.auditLog.findMany()]);
  for (const kept of [events, job, tables, bodies, printed]) expect(JSON.stringify(kept)).not.toContain(KEY);
});
