/** What a name opens, for an organization with providers of its own and for one without. */
import { modelSources } from "@edgewright/adapters";
import { first, seal, unseal } from "@edgewright/core";
import { schema } from "@edgewright/db";
import { testWorld } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { beforeEach, describe, expect, test } from "vitest";
import { createOpenModels } from "./open-models.ts";
import type { ModelVariables } from "./platform.ts";
import type { ModelProviderRecord } from "./ports.ts";

const STAMP = { updatedBy: "usr_1", updatedAt: 0 };
let world: Awaited<ReturnType<typeof testWorld>>;
beforeEach(async () => {
  world = await testWorld();
});

const openWith = (variables: ModelVariables, more: { sealKey?: string; local?: boolean } = {}) => {
  const sources = modelSources({
    settings: world.modelSettings,
    sealKey: more.sealKey ?? "key one",
    variables,
    ai: undefined,
    outside: { local: more.local ?? true, own: [], lookUp: async () => ({ ok: true as const, value: ["93.184.215.14"] }) },
  });
  const open = createOpenModels({ ...sources, starter: () => "starter" });
  return (name: string) => open(name, world.organizationId);
};
const has = async (row: Partial<ModelProviderRecord> & Pick<ModelProviderRecord, "provider">) => {
  const none = { organizationId: world.organizationId, baseUrl: null, sealedKey: null, models: [], ...STAMP };
  await world.database.insert(schema.modelProviders).values({ ...none, ...row });
};
const fallBackOn = (fallbacks: string[]) =>
  world.database.insert(schema.modelSettings).values({ organizationId: world.organizationId, fallbacks, ...STAMP });
const own = { model: "big", contextTokens: 64_000, tools: false, price: { input: 1, cached: 1, output: 2 } };

test("the built-in model opens without anything", async () => {
  expect(await openWith({})("starter:builtin")).toMatchObject({ ok: true, value: [{ model: "starter", info: { price: { output: 0 } } }] });
});

test("a name without a provider, or whose provider is not set up, is refused with what to do", async () => {
  for (const name of ["gpt-5", "evil:x", "openai:gpt-5-mini", "workers-ai:@cf/x", "compatible:x", ""])
    expect(await openWith({})(name)).toMatchObject({
      ok: false,
      error: { code: "model_unknown", next: expect.stringContaining("Settings") },
    });
});

test("an organization's model comes with what it says of it", async () => {
  await has({ provider: "compatible", baseUrl: "http://localhost:1/v1", models: [own] });
  const info = { name: "compatible:big", contextTokens: 64_000, tools: false, price: { output: 2 } };
  expect(await openWith({})("compatible:big")).toMatchObject({ ok: true, value: [{ info }] });
  expect(await openWith({})("compatible:other")).toMatchObject({ ok: false });
  expect(await openWith({ COMPATIBLE_BASE_URL: "http://localhost:2/v1" })("compatible:other")).toMatchObject({ ok: true });
});

test("on the internet a server inside a network is not asked, whoever saved its address", async () => {
  await has({ provider: "compatible", baseUrl: "http://10.0.0.1/v1", models: [own] });
  expect(await openWith({}, { local: false })("compatible:big")).toMatchObject({ ok: false, error: { code: "bad_request" } });
});

describe("fallbacks", () => {
  test("follow in their order; none comes twice, and what cannot be opened is left out", async () => {
    await fallBackOn(["openrouter:a/b", "openai:gpt-5-mini", "workers-ai:@cf/x", "starter:builtin", "openai:gpt-5-mini"]);
    const opened = await openWith({ OPENAI_API_KEY: "sk", OPENROUTER_API_KEY: "sk" })("openai:gpt-5-mini");
    expect(opened.ok && opened.value.map(({ info }) => info.name)).toEqual(["openai:gpt-5-mini", "openrouter:a/b", "starter:builtin"]);
  });

  test("do not stand in for a model that cannot be opened at all", async () => {
    await fallBackOn(["starter:builtin"]);
    expect(await openWith({})("openai:gpt-5-mini")).toMatchObject({ ok: false });
  });
});

describe("a key sealed under an older key", () => {
  const sealedKeyOf = async () => must(first((await world.modelSettings.of(world.organizationId)).providers).sealedKey);

  test("still opens, and is sealed anew on the way", async () => {
    await has({ provider: "openai", sealedKey: await seal("sk", "key one", world.organizationId) });
    expect(await openWith({}, { sealKey: "key two,key one" })("openai:gpt-5-mini")).toMatchObject({ ok: true });
    expect(await unseal(await sealedKeyOf(), "key two", world.organizationId)).toBe("sk");
  });

  test("that is gone says to enter it again", async () => {
    await has({ provider: "openai", sealedKey: await seal("sk", "key one", world.organizationId) });
    expect(await openWith({}, { sealKey: "key two" })("openai:gpt-5-mini")).toMatchObject({ ok: false, error: { code: "model_auth" } });
  });
});
