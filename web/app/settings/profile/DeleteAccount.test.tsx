import type { AccountDeletion } from "@edgewright/contracts";
import { expect, test } from "vitest";
import type { Answer } from "../../api/answer.ts";
import { fakeApi, refused } from "../../testing/api.ts";
import { inPage } from "../../testing/in-page.tsx";
import { DeleteAccount } from "./DeleteAccount.tsx";

const api = fakeApi();
const known = (more: Partial<AccountDeletion> = {}): Answer<AccountDeletion> => ({
  ok: true,
  value: { organizations: [], blockedBy: [], ...more },
});

const draw = async (deletion: Answer<AccountDeletion>) => {
  const screen = await inPage(<DeleteAccount email="ada@example.test" hasPassword deletion={deletion} />);
  return { ...screen, open: screen.getByRole("button", { name: "Delete account" }).first() };
};

test("what goes along is said, by name and number", async () => {
  const { getByText } = await draw(known({ organizations: [{ name: "Acme", projects: 2 }] }));
  await expect.element(getByText(/Acme, with its 2 projects and their apps/)).toBeVisible();
});

test("who is the only administrator somewhere makes another one first", async () => {
  const { open, getByText } = await draw(known({ blockedBy: [{ id: "o1", name: "Acme" }] }));
  await expect.element(getByText("You are the only administrator of Acme.")).toBeVisible();
  await expect.element(open).toHaveAccessibleDescription("Others need an administrator.");
});

test("it is asked twice, and a wrong password is told with all still typed", async () => {
  api.answer({
    "DELETE /api/me": () =>
      refused(403, { code: "forbidden", detail: "The password is wrong.", fields: { password: "It is not this one." } }),
  });
  const { open, getByRole, getByLabelText, getByText } = await draw(known());
  await open.click();
  const go = getByRole("dialog").getByRole("button", { name: "Delete account" });
  await expect.element(go).toHaveAccessibleDescription("Type your address first.");
  await getByLabelText(/^Type ada/).fill("Ada@example.test");
  await expect.element(go).toHaveAccessibleDescription("Enter your password first.");
  await getByLabelText("Your password").fill("wrong");
  await go.click();
  await expect.element(getByText("It is not this one.")).toBeVisible();
  await expect.element(getByLabelText(/^Type ada/)).toHaveValue("Ada@example.test");
  expect(api.asked.map(({ body }) => body)).toEqual([{ email: "Ada@example.test", password: "wrong" }]);
});
