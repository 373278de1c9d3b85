/** An organization's models over HTTP. */
import type { CreatedProject, ModelSettings } from "@edgewright/contracts";
import { unseal } from "@edgewright/core";
import { API_VARIABLES, apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

const KEY = "sk-very-secret";
const json = async <T>(response: Response) => (await response.json()) as T;
const open = async (variables = {}) => {
  const world = await apiWorld({ variables });
  const ada = await world.signUp("Ada");
  const path = `/api/orgs/${ada.organizationId}/models`;
  const put = (body: object) => ada.call("PUT", path, body);
  const get = async () => json<ModelSettings>(await ada.call("GET", path));
  const keyOf = async () => {
    const sealed = (await world.modelSettings.get(ada.organizationId))?.sealedKey;
    return sealed ? unseal(sealed, API_VARIABLES.SEAL_KEY, ada.organizationId) : null;
  };
  return { world, ada, put, get, keyOf };
};
const provider = { baseUrl: "https://models.example/v1", model: "big", key: KEY };

test("at first there is the built-in model, and the platform's where it has one", async () => {
  const { get } = await open({ COMPATIBLE_BASE_URL: "http://localhost:11434/v1", COMPATIBLE_MODEL: "llama" });
  const settings = await get();
  expect(settings).toMatchObject({ defaultModel: "starter:builtin", compatible: null });
  expect(settings.available.map(({ id }) => id)).toEqual(["starter:builtin", "compatible:llama"]);
});

test("a key goes in sealed and never comes out", async () => {
  const { world, put, get, keyOf } = await open();
  const answer = await (await put({ compatible: provider, defaultModel: "compatible:big" })).text();
  expect(answer).not.toContain(KEY);
  expect(await get()).toMatchObject({ defaultModel: "compatible:big", compatible: { model: "big", hasKey: true } });
  expect(await keyOf()).toBe(KEY);
  expect(JSON.stringify(await world.database.query.auditLog.findMany())).not.toContain(KEY);
  expect(JSON.stringify(await world.database.query.modelSettings.findMany())).not.toContain(KEY);
});

test("a key stays with its host, and is not sent to another one", async () => {
  const { put, keyOf } = await open();
  await put({ compatible: provider });
  await put({ compatible: { baseUrl: "https://models.example/v2", model: "bigger" } });
  expect(await keyOf()).toBe(KEY);
  await put({ compatible: { baseUrl: "https://elsewhere.example/v1", model: "bigger" } });
  expect(await keyOf()).toBeNull();
});

test("a message uses its own model, else the organization's default", async () => {
  const { world, ada, put } = await open();
  await put({ compatible: provider, defaultModel: "compatible:big" });
  const made = await json<CreatedProject>(await ada.call("POST", "/api/projects", { prompt: "A list" }));
  expect((await world.jobs.get(made.jobId!))?.model).toBe("compatible:big");
  const sent = await ada.call("POST", `/api/sessions/${made.sessionId}/messages`, { text: "More", model: "starter:builtin" });
  const { jobId } = await json<{ jobId: string }>(sent);
  expect((await world.jobs.get(jobId))?.model).toBe("starter:builtin");
});

test("a provider that is removed leaves the built-in model", async () => {
  const { put, get } = await open();
  await put({ compatible: provider, defaultModel: "compatible:big" });
  await put({ compatible: null });
  expect(await get()).toMatchObject({ defaultModel: "starter:builtin", compatible: null, available: [{ id: "starter:builtin" }] });
  expect((await put({ defaultModel: "compatible:big" })).status).toBe(422);
});
