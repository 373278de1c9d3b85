import type { Role } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { NewToken } from "./NewToken.tsx";

const api = fakeApi();
const ROLE: Role = "admin";
const MAKE = "POST /api/me/tokens";

const draw = async () => {
  let created = 0;
  const turns: boolean[] = [];
  const screen = await inPage(
    <NewToken path="/api/me/tokens" role={ROLE} open onOpenChange={(open) => turns.push(open)} onCreated={() => created++} />,
  );
  return { ...screen, turns, created: () => created, create: screen.getByRole("button", { name: "Create token" }) };
};

test("a token needs a name and a scope", async () => {
  const { create, getByText, getByRole } = await draw();
  await getByRole("checkbox", { name: /See projects/ }).click();
  await create.click();
  await expect.element(getByText("Enter a name.")).toBeVisible();
  await expect.element(getByText("Choose at least one scope.")).toBeVisible();
  expect(api.asked).toEqual([]);
});

test("it is made as it was chosen, and shown once", async () => {
  api.answer({ [MAKE]: { token: { name: "CI" }, secret: "ew_secret" } });
  const { create, getByRole, getByText, created } = await draw();
  await getByRole("textbox", { name: "Name" }).fill("CI");
  await getByRole("checkbox", { name: /Change the data of apps/ }).click();
  await getByRole("combobox", { name: "Ends" }).click();
  await getByRole("option", { name: /^Never/ }).click();
  await create.click();
  await expect.element(getByText("ew_secret")).toBeVisible();
  expect(api.asked.map(({ body }) => body)).toEqual([{ name: "CI", scopes: ["projects:read", "data:write"], role: "editor", days: null }]);
  expect(created()).toBe(1);
});

test("a refusal is said, and nothing that was chosen is lost", async () => {
  api.answer({ [MAKE]: () => refused(403, { code: "sign_in_again", detail: "You signed in long ago.", next: "Sign in again." }) });
  const { create, getByRole } = await draw();
  await getByRole("textbox", { name: "Name" }).fill("CI");
  await create.click();
  await expect.element(getByRole("alert")).toMatchTextContent("You signed in long ago.");
  await expect.element(getByRole("button", { name: "Sign in again" })).toBeVisible();
  await expect.element(getByRole("textbox", { name: "Name" })).toHaveValue("CI");
});
