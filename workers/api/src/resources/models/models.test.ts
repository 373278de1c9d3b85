/** An organization's models over HTTP. */
import { mayBeAsked, outsideFetch } from "@edgewright/adapters";
import { type CreatedProject, ModelSettings } from "@edgewright/contracts";
import { first, ok, unseal } from "@edgewright/core";
import { changeProvider } from "@edgewright/models";
import { API_VARIABLES, apiWorld } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { describe, expect, test } from "vitest";

const KEY = "sk-very-secret";
const json = async <T>(response: Response) => (await response.json()) as T;
const open = async (variables = {}) => {
  const world = await apiWorld({ variables });
  const ada = await world.signUp("Ada");
  const path = `/api/orgs/${ada.organizationId}/models`;
  const put = (body: object) => ada.call("PUT", path, body);
  const get = async () => ModelSettings.parse(await json(await ada.call("GET", path)));
  const keyOf = async (provider: string) => {
    const { providers: rows } = await world.modelSettings.of(ada.organizationId);
    const sealed = rows.find((row) => row.provider === provider)?.sealedKey;
    return sealed ? unseal(sealed, API_VARIABLES.SEAL_KEY, ada.organizationId) : null;
  };
  return { world, ada, put, get, keyOf };
};
const compatible = { baseUrl: "https://models.example/v1", models: [{ model: "big" }], key: KEY };
const DEFAULTS = { contextTokens: 32_000, tools: true, price: null };
const idsOf = ({ available }: ModelSettings) => available.map(({ id }) => id);
const providerOf = ({ providers }: ModelSettings, name: string) => providers.find(({ provider }) => provider === name);

describe("what is available", () => {
  test("is at first the built-in model, and the platform's where it has some", async () => {
    expect(idsOf(await (await open()).get())).toEqual(["starter:builtin"]);
    const { get } = await open({ COMPATIBLE_BASE_URL: "http://localhost:11434/v1", COMPATIBLE_MODEL: "llama, qwen3:30b" });
    const settings = await get();
    expect(settings.defaultModel).toBe("starter:builtin");
    expect(idsOf(settings)).toEqual(["starter:builtin", "compatible:llama", "compatible:qwen3:30b"]);
    expect(providerOf(settings, "compatible")).toMatchObject({ ofPlatform: true, baseUrl: null, hasKey: false, models: [] });
  });

  test("is what is known of a provider as soon as there is a key, and what was added", async () => {
    const { put, get } = await open();
    await put({
      providers: { openai: { models: [{ model: "gpt-next", contextTokens: 99_000, price: { input: 1, cached: 1, output: 2 } }] } },
    });
    expect(idsOf(await get())).toEqual(["starter:builtin"]);
    await put({ providers: { openai: { key: KEY } } });
    const { available } = await get();
    expect(available[1]).toMatchObject({ id: "openai:gpt-next", contextTokens: 99_000, tools: true, price: { output: 2 } });
    expect(available.find(({ id }) => id === "openai:gpt-5-mini")).toMatchObject({ name: "GPT-5 mini", price: { input: 0.25 } });
  });

  test("is the platform's known models with the platform's key", async () => {
    const { get } = await open({ OPENROUTER_API_KEY: "sk-or", OPENROUTER_MODELS: "some/other" });
    const ids = idsOf(await get());
    expect(ids).toContain("openrouter:anthropic/claude-haiku-4.5");
    expect(ids).toContain("openrouter:some/other");
  });
});

describe("a key", () => {
  test("goes in sealed and never comes out", async () => {
    const { world, put, get, keyOf } = await open();
    const answer = await (await put({ providers: { compatible }, defaultModel: "compatible:big" })).text();
    expect(answer).not.toContain(KEY);
    const settings = await get();
    expect(settings.defaultModel).toBe("compatible:big");
    expect(providerOf(settings, "compatible")).toMatchObject({ baseUrl: "https://models.example/v1", hasKey: true });
    expect(await keyOf("compatible")).toBe(KEY);
    expect(JSON.stringify(await world.database.query.auditLog.findMany())).not.toContain(KEY);
    expect(JSON.stringify(await world.database.query.modelProviders.findMany())).not.toContain(KEY);
  });

  test("stays with its host, and is not sent to another one", async () => {
    const { put, keyOf } = await open();
    await put({ providers: { compatible } });
    await put({ providers: { compatible: { baseUrl: "https://models.example/v2" } } });
    expect(await keyOf("compatible")).toBe(KEY);
    await put({ providers: { compatible: { baseUrl: "https://elsewhere.example/v1" } } });
    expect(await keyOf("compatible")).toBeNull();
  });

  test("is removed by an empty one, and goes with its provider", async () => {
    const { put, get, keyOf } = await open();
    await put({ providers: { openai: { key: KEY }, openrouter: { key: KEY } } });
    await put({ providers: { openai: { key: "" }, openrouter: null } });
    expect([await keyOf("openai"), await keyOf("openrouter")]).toEqual([null, null]);
    expect(idsOf(await get())).toEqual(["starter:builtin"]);
  });
});

describe("a provider", () => {
  test.each([
    ["an address of a known provider", { openai: { baseUrl: "https://evil.example" } }, "providers.openai.baseUrl"],
    ["a server without an address", { compatible: { models: [{ model: "x" }] } }, "providers.compatible.baseUrl"],
    ["a server without a model", { compatible: { baseUrl: "https://models.example" } }, "providers.compatible.models"],
    ["a model twice", { compatible: { ...compatible, models: [{ model: "x" }, { model: "x" }] } }, "providers.compatible.models"],
    ["a key of Workers AI", { "workers-ai": { key: KEY } }, "providers.workers-ai.key"],
    ["an address that is none", { compatible: { ...compatible, baseUrl: "file:///etc/passwd" } }, "providers.compatible.baseUrl"],
    [
      "a negative price",
      { compatible: { ...compatible, models: [{ model: "x", price: { input: -1, cached: 0, output: 0 } }] } },
      "providers",
    ],
  ])("is refused with %s, by the field", async (_what, providers, field) => {
    const { put } = await open();
    const response = await put({ providers });
    expect(response.status).toBe(400);
    const { fields } = await json<{ fields: Record<string, string> }>(response);
    expect(Object.keys(fields)[0]).toContain(field);
  });

  test("of a platform on the internet may not be inside a network", async () => {
    const { world } = await open();
    const leadsTo = (name: string) => (name === "rebound.example" ? "10.0.0.1" : "93.184.215.14");
    const rules = { local: false, own: ["https://edgewright.example"], lookUp: async (name: string) => ok([leadsTo(name)]) };
    const outside = { mayBeAsked: (address: string) => mayBeAsked(address, rules), fetch: outsideFetch(rules) };
    const services = { ...world.services, modelSources: { ...world.services.modelSources, outside } };
    const provider = { provider: "compatible" as const, before: null, organizationId: "org_1", by: "usr_1" };
    const change = (baseUrl: string) =>
      changeProvider(services, provider, { baseUrl, models: [{ ...first(compatible.models), ...DEFAULTS }] });
    expect(await change("http://169.254.169.254/v1")).toMatchObject({ ok: false, error: { code: "bad_request" } });
    for (const inside of ["https://rebound.example/v1", "https://198.18.0.1/v1", "https://api.edgewright.example/v1"])
      expect(await change(inside)).toMatchObject({ ok: false, error: { fields: { baseUrl: expect.any(String) } } });
    expect(await change("https://models.example/v1")).toMatchObject({ ok: true });
  });

  test("that is removed leaves the built-in model", async () => {
    const { put, get } = await open();
    await put({ providers: { compatible }, defaultModel: "compatible:big", fallbacks: ["compatible:big", "starter:builtin"] });
    await put({ providers: { compatible: null } });
    expect(await get()).toMatchObject({ defaultModel: "starter:builtin", fallbacks: ["starter:builtin"] });
    expect((await put({ defaultModel: "compatible:big" })).status).toBe(422);
    expect(await json(await put({ fallbacks: ["starter:builtin", "openai:none"] }))).toMatchObject({
      fields: { "fallbacks.1": "unknown" },
    });
  });
});

test("a message uses its own model, else the project's, else the organization's default", async () => {
  const { world, ada, put } = await open();
  const models = [{ model: "big" }, { model: "small" }];
  await put({ providers: { compatible: { ...compatible, models } }, defaultModel: "compatible:big" });
  const made = await json<CreatedProject>(await ada.call("POST", "/api/projects", { prompt: "A list" }));
  const modelOf = async (jobId: string) => (await world.jobs.get(jobId))?.model;
  expect(await modelOf(must(made.jobId))).toBe("compatible:big");
  const say = async (body: object) =>
    modelOf(
      (await json<{ jobId: string }>(await ada.call("POST", `/api/sessions/${made.sessionId}/messages`, { text: "More", ...body }))).jobId,
    );
  const set = (model: string | null) => ada.call("PATCH", `/api/projects/${made.project.id}`, { settings: { model } });
  expect((await set("compatible:small")).status).toBe(200);
  expect(await say({})).toBe("compatible:small");
  expect(await say({ model: "starter:builtin" })).toBe("starter:builtin");
  expect(await json(await set("compatible:none"))).toMatchObject({ code: "model_unknown", fields: { "settings.model": "unknown" } });
  expect((await set(null)).status).toBe(200);
  expect(await say({})).toBe("compatible:big");
});
