import type { ProviderSettings } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { ProviderSection } from "./ProviderSection.tsx";

const api = fakeApi();
const OPENROUTER: ProviderSettings = { provider: "openrouter", baseUrl: null, hasKey: false, models: [], ofPlatform: false };
const SERVER: ProviderSettings = { provider: "compatible", baseUrl: null, hasKey: false, models: [], ofPlatform: false };

const draw = async (settings: ProviderSettings, locked: string | null = null) => {
  const screen = await inPage(<ProviderSection path="/models" settings={settings} locked={locked} />);
  return {
    ...screen,
    button: (name: string | RegExp) => screen.getByRole("button", { name }),
    key: screen.getByLabelText("Key", { exact: true }),
  };
};

test("a key is saved and never shown again", async () => {
  api.answer({ "PUT /models": {} });
  const { button, key, getByText, loads } = await draw(OPENROUTER);
  await expect.element(button("Save")).toHaveAttribute("aria-disabled", "true");
  await key.fill("sk-or-1");
  await button("Save").click();
  await expect.element(getByText(/saved$/)).toBeVisible();
  await expect.element(key).toHaveValue("");
  expect(api.asked.map(({ body }) => body)).toEqual([{ providers: { openrouter: { key: "sk-or-1" } } }]);
  expect(loads()).toBe(2);
});

test("what is typed is tested, and what a test said goes with the next letter", async () => {
  api.answer({ "POST /models/test": { ok: true, ms: 120, message: "It answered.", next: null } });
  const { button, key, getByText } = await draw(OPENROUTER);
  await key.fill("sk-or-1");
  await button("Test this key").click();
  await expect.element(getByText(/It answered\./)).toBeVisible();
  expect(api.asked.map(({ body }) => body)).toEqual([{ provider: "openrouter", key: "sk-or-1" }]);
  await key.fill("sk-or-2");
  await expect.element(getByText(/It answered\./)).not.toBeInTheDocument();
});

test("without a key there is nothing to test, without an address and a model no server", async () => {
  const first = await draw(OPENROUTER);
  await expect.element(first.button("Test this key")).toHaveAccessibleDescription("Enter a key first.");
  const second = await draw(SERVER);
  await expect.element(second.button("Test").last()).toHaveAccessibleDescription("Enter an address and a model first.");
});

test("a complaint of the API stands at its field", async () => {
  const fields = { "providers.compatible.baseUrl": "It is inside a network." };
  api.answer({ "PUT /models": () => refused(400, { code: "bad_request", detail: "Not right.", fields }) });
  const { button, getByLabelText, getByText } = await draw(SERVER);
  await getByLabelText("Address").fill("http://10.0.0.1/v1");
  await getByLabelText("Model", { exact: true }).fill("llama");
  await button("Save").click();
  await expect.element(getByText("It is inside a network.")).toBeVisible();
  await expect.element(getByLabelText("Address")).toHaveValue("http://10.0.0.1/v1");
});

test("a model is added in a dialog, which sends nothing of the form it stands in", async () => {
  api.answer({ "PUT /models": {} });
  const { button, key, getByRole, getByLabelText } = await draw(OPENROUTER);
  await key.fill("sk-half");
  await button("Add a model").click();
  await getByLabelText("Name").fill("acme/one");
  await getByLabelText("In", { exact: true }).fill("1");
  await getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect.element(getByRole("dialog").getByText("A price needs this too.")).toBeVisible();
  await getByLabelText("Out", { exact: true }).fill("2");
  await getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect.element(getByRole("dialog")).not.toBeInTheDocument();
  const model = { model: "acme/one", contextTokens: 32_000, tools: true, price: { input: 1, cached: 1, output: 2 } };
  expect(api.asked.map(({ body }) => body)).toEqual([{ providers: { openrouter: { models: [model] } } }]);
  await expect.element(key).toHaveValue("sk-half");
});

test("a key is removed after a question", async () => {
  api.answer({ "PUT /models": {} });
  const { button, getByRole } = await draw({ ...OPENROUTER, hasKey: true });
  await button("Remove key").click();
  await getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expect.element(getByRole("dialog")).not.toBeInTheDocument();
  await button("Remove key").click();
  await getByRole("dialog").getByRole("button", { name: "Remove key" }).click();
  await expect.poll(() => api.asked.map(({ body }) => body)).toEqual([{ providers: { openrouter: { key: "" } } }]);
});
