import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi, refused } from "../../../testing/api.ts";
import { inWorkspace, job, sessionOf } from "../../../testing/in-workspace.tsx";
import { WaitingList } from "./WaitingList.tsx";

const api = fakeApi();
const TOO_LATE = () => refused(409, { code: "conflict", detail: "The job is at work." });

const session = sessionOf(
  { card: job("j1"), text: "A fleet" },
  { card: job("j2", { status: "queued", deliver: "queue" }), text: "Add drivers" },
  { card: job("j3", { status: "queued", deliver: "queue" }), text: "Add photos" },
);

const draw = async (role: "editor" | "viewer" = "editor") => {
  const lost: string[] = [];
  const screen = await inWorkspace(<WaitingList onLost={(text) => lost.push(text)} />, { session, role });
  const rows = screen.getByRole("listitem");
  const texts = () => [...document.querySelectorAll("li > p")].map(({ textContent }) => textContent);
  return { ...screen, lost, rows, texts };
};

test("a message that waits is edited in its place: Enter saves, Esc leaves it", async () => {
  const { rows, texts } = await draw();
  await rows.nth(0).getByRole("button", { name: "Edit this message" }).click();
  await userEvent.keyboard(", by name{Enter}");
  expect(texts()).toEqual(["Add drivers, by name", "Add photos"]);
  await rows.nth(1).getByRole("button", { name: "Edit this message" }).click();
  await userEvent.keyboard(" and more{Escape}");
  expect(texts()).toEqual(["Add drivers, by name", "Add photos"]);
  expect(api.asked).toEqual([{ method: "PATCH", path: "/api/jobs/j2", body: { text: "Add drivers, by name" } }]);
});

test("a change that came too late is taken back, and its text is not lost", async () => {
  api.answer({ "PATCH /api/jobs/j2": TOO_LATE });
  const { rows, texts, lost, getByText } = await draw();
  await rows.nth(0).getByRole("button", { name: "Edit this message" }).click();
  await userEvent.keyboard(", by name{Enter}");
  await expect.element(getByText("The agent is already at work on this message.")).toBeVisible();
  expect(lost).toEqual(["Add drivers, by name"]);
  expect(texts()).toEqual(["Add drivers", "Add photos"]);
});

test("messages are moved past each other and taken away, at once", async () => {
  const { rows, texts } = await draw();
  await rows.nth(1).getByRole("button", { name: "Move up" }).click();
  await expect.poll(texts).toEqual(["Add photos", "Add drivers"]);
  await rows.nth(0).getByRole("button", { name: "Delete this message" }).click();
  await expect.poll(texts).toEqual(["Add drivers"]);
  expect(api.asked).toMatchObject([
    { method: "PATCH", path: "/api/jobs/j3", body: { before: "j2" } },
    { method: "POST", path: "/api/jobs/j3/cancel" },
  ]);
});

test("when a message is delivered is chosen from a menu", async () => {
  const { rows, getByRole } = await draw();
  await rows.nth(0).getByRole("button", { name: "Delivery: Afterwards" }).click();
  await getByRole("menuitem", { name: "Into the running job, at its next step" }).click();
  await expect.element(rows.nth(0).getByRole("button", { name: "Delivery: Next step" })).toBeVisible();
  expect(api.asked).toMatchObject([{ path: "/api/jobs/j2", body: { deliver: "steer" } }]);
});

test("a viewer changes nothing, and each button says why", async () => {
  const { rows } = await draw("viewer");
  const edit = rows.nth(0).getByRole("button", { name: "Edit this message" });
  await expect.element(edit).toHaveAttribute("aria-disabled", "true");
  await expect.element(edit).toHaveAccessibleDescription(/Viewers cannot do this/);
});
