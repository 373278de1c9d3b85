import type { ModelSettings } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace, job, sessionOf } from "../../testing/in-workspace.tsx";
import { Composer } from "./Composer.tsx";

const api = fakeApi();
const SEND = "POST /api/sessions/s1/messages";
const working = sessionOf({ card: job("j1"), text: "A fleet" });

const draw = async (around: Parameters<typeof inWorkspace>[1] = {}) => {
  const screen = await inWorkspace(<Composer />, around);
  return { ...screen, field: screen.getByRole("textbox", { name: "Message to the agent" }) };
};

test("Enter sends what is written, Shift+Enter breaks the line", async () => {
  api.answer({ [SEND]: {} });
  const { field } = await draw();
  await field.fill("A fleet");
  await userEvent.keyboard("{Shift>}{Enter}{/Shift}of vans{Enter}");
  await expect.element(field).toHaveValue("");
  expect(api.asked).toMatchObject([{ body: { text: "A fleet\nof vans", deliver: "steer" } }]);
});

test("Alt+Enter, and the menu, leave a message for after the running job", async () => {
  api.answer({ [SEND]: {} });
  const { field, getByRole } = await draw({ session: working });
  await field.fill("First");
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  await field.fill("Second");
  await getByRole("button", { name: "Ways to send" }).click();
  await getByRole("menuitem", { name: /^Queue for afterwards/ }).click();
  await expect
    .poll(() => api.asked.map(({ body }) => body))
    .toMatchObject([
      { text: "First", deliver: "queue" },
      { text: "Second", deliver: "queue" },
    ]);
});

test("what was refused comes back before what was typed since, with the reason", async () => {
  const sent = Promise.withResolvers<Response>();
  api.answer({ [SEND]: () => sent.promise });
  const { field, getByRole } = await draw();
  await field.fill("Lost");
  await userEvent.keyboard("{Enter}");
  await field.fill("typed since");
  sent.resolve(refused(402, { code: "budget", detail: "The month's budget is used up.", next: "Ask an admin." }));
  await expect.element(getByRole("alert")).toHaveTextContent("The month's budget is used up. Ask an admin.");
  await expect.element(field).toHaveValue("Lost\ntyped since");
});

test("two messages arrive in the order in which they were written", async () => {
  const first = Promise.withResolvers<object>();
  api.answer({ [SEND]: ({ text }: { text: string }) => (text === "One" ? first.promise : {}) });
  const { field } = await draw();
  for (const text of ["One", "Two"]) {
    await field.fill(text);
    await userEvent.keyboard("{Enter}");
  }
  expect(api.asked.map(({ body }) => body)).toMatchObject([{ text: "One" }]);
  first.resolve({});
  await expect.poll(() => api.asked.map(({ body }) => body)).toMatchObject([{ text: "One" }, { text: "Two" }]);
});

test("what is written outlives a reload", async () => {
  const { field, unmount } = await draw();
  await field.fill("Not sent yet");
  await unmount();
  await expect.element((await draw()).field).toHaveValue("Not sent yet");
});

test("a viewer reads why the field is off", async () => {
  const { field } = await draw({ role: "viewer" });
  await expect.element(field).toBeDisabled();
  await expect.element(field).toHaveAttribute("placeholder", "Viewers cannot do this; it takes an editor or admin.");
});

const model = (id: string, name: string) => ({ id, name, description: "", contextTokens: 1, tools: true, price: null });
const MODELS: ModelSettings = {
  defaultModel: "starter:builtin",
  fallbacks: [],
  providers: [],
  available: [model("starter:builtin", "Starter"), model("openai:large", "Large")],
};

test("a model chosen here goes along with the message, the standard one does not", async () => {
  api.answer({ [SEND]: {} });
  const { field, getByRole } = await draw({ models: MODELS });
  const choose = async (name: string) => {
    await getByRole("combobox", { name: "Model" }).click();
    await getByRole("option", { name }).click();
    await field.fill(`To ${name}`);
    await userEvent.keyboard("{Enter}");
    await expect.element(field).toHaveValue("");
  };
  await choose("Large");
  await choose("Starter · free");
  await expect
    .poll(() => api.asked.map(({ body }) => body))
    .toEqual([
      { text: "To Large", model: "openai:large", deliver: "steer" },
      { text: "To Starter · free", deliver: "steer" },
    ]);
});
