import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import { HostsDialog } from "./HostsDialog.tsx";

const api = fakeApi();
const GET = "GET /api/projects/p1/hosts";
const PUT = "PUT /api/projects/p1/hosts";
const HOSTS = { asked: { connect: ["api.example"], image: ["*"] }, confirmed: { connect: ["old.example"] } };

const draw = async (role: "admin" | "viewer" = "admin") => {
  let closed = 0;
  const screen = await inWorkspace(<HostsDialog open onClose={() => closed++} />, { role });
  return { ...screen, closed: () => closed, save: screen.getByRole("button", { name: "Save" }) };
};

test("what is asked for is confirmed host by host, and what is no longer asked for can go", async () => {
  api.answer({ [GET]: HOSTS, [PUT]: HOSTS });
  const { save, getByRole, closed } = await draw();
  await expect.element(save).toHaveAccessibleDescription("Nothing has changed.");
  await getByRole("checkbox", { name: "api.example" }).click();
  await getByRole("checkbox", { name: /old\.example/ }).click();
  await save.click();
  await expect.poll(closed).toBe(1);
  expect(api.asked.at(-1)).toMatchObject({ method: "PUT", body: { hosts: { connect: ["api.example"] } } });
});

test("chosen and taken back is unchanged", async () => {
  api.answer({ [GET]: HOSTS });
  const { save, getByRole } = await draw();
  const box = getByRole("checkbox", { name: /old\.example/ });
  await box.click();
  await expect.element(save).not.toHaveAttribute("aria-disabled");
  await box.click();
  await expect.element(save).toHaveAttribute("aria-disabled", "true");
});

test("a refusal stays with what was chosen", async () => {
  api.answer({ [GET]: HOSTS, [PUT]: () => refused(409, { code: "conflict", detail: "It changed meanwhile." }) });
  const { save, getByRole, closed } = await draw();
  await getByRole("checkbox", { name: "any site" }).click();
  await save.click();
  await expect.element(getByRole("alert")).toMatchTextContent("It changed meanwhile.");
  await expect.element(getByRole("checkbox", { name: "any site" })).toBeChecked();
  expect(closed()).toBe(0);
});

test("a viewer looks, and closes it", async () => {
  api.answer({ [GET]: HOSTS });
  const { getByRole, closed } = await draw("viewer");
  await expect.element(getByRole("checkbox", { name: "api.example" })).toHaveAttribute("aria-disabled", "true");
  await getByRole("button", { name: "Close" }).click();
  expect(closed()).toBe(1);
});

test("what could not be loaded can be asked for again; an app may ask for none", async () => {
  let asked = 0;
  api.answer({ [GET]: () => (++asked === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : { asked: {}, confirmed: {} }) });
  const { getByRole, getByText } = await draw();
  await getByRole("button", { name: "Try again" }).click();
  await expect.element(getByText(/asks for none/)).toBeVisible();
});
