import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { BudgetsForm } from "./BudgetsForm.tsx";

const api = fakeApi();
const draw = async (locked: string | null = null) => {
  const screen = await inPage(<BudgetsForm path="/budgets" budgets={{ jobBudget: 1, monthBudget: null }} locked={locked} />);
  return { ...screen, save: screen.getByRole("button", { name: "Save" }), month: screen.getByRole("textbox", { name: "A month, in $" }) };
};

test("a card's Save is off until something has changed, and shows the page anew", async () => {
  api.answer({ "PUT /budgets": {} });
  const { save, month, getByText, loads } = await draw();
  await expect.element(save).toHaveAccessibleDescription("Nothing has changed.");
  await month.fill("20");
  await save.click();
  await expect.element(getByText("Budgets saved")).toBeVisible();
  expect(api.asked.map(({ body }) => body)).toEqual([{ jobBudget: 1, monthBudget: 20 }]);
  expect(loads()).toBe(2);
});

test("what is no amount is not sent, and a refusal stays with what was typed", async () => {
  api.answer({ "PUT /budgets": () => refused(503, { code: "unavailable", detail: "Not now." }) });
  const { save, month, getByText, getByRole } = await draw();
  await month.fill("much");
  await save.click();
  await expect.element(getByText("An amount in dollars, such as 5 or 0.50.")).toBeVisible();
  expect(api.asked).toEqual([]);
  await month.fill("20");
  await save.click();
  await expect.element(getByRole("alert")).toMatchTextContent("Not now.");
  await expect.element(month).toHaveValue("20");
});

test("who may not change them is told why", async () => {
  const { save, month } = await draw("Only an administrator can do this.");
  await expect.element(month).toBeDisabled();
  await expect.element(save).toHaveAccessibleDescription("Only an administrator can do this.");
});
