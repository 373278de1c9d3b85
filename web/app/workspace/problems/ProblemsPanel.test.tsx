import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import { emptySession, type PreviewProblem } from "../stream/state.ts";
import { ProblemsPanel } from "./ProblemsPanel.tsx";

const api = fakeApi();
const SEND = "POST /api/sessions/s1/messages";

const problem = (key: string, message: string, more: Partial<PreviewProblem> = {}): PreviewProblem => ({
  key,
  channel: "current",
  error: { source: "browser", message, stack: "", file: "src/App.tsx", line: 4, column: 1, path: "/tasks" },
  count: 1,
  at: Date.parse("2026-11-03T00:00:00Z"),
  by: "editor",
  ...more,
});
const PROBLEMS = [
  problem("a", "boom", { count: 3 }),
  problem("b", "bang", { by: "visitor" }),
  problem("c", "of another channel", { channel: "draft" }),
  problem("d", "from before this version", { at: Date.parse("2026-11-01T00:00:00Z") }),
];

const draw = async (role: "editor" | "viewer" = "editor") => {
  const screen = await inWorkspace(<ProblemsPanel />, { session: { ...emptySession, problems: PROBLEMS }, role });
  await screen.getByRole("button", { name: "Problems 2" }).click();
  return { ...screen, rows: screen.getByRole("listitem") };
};

test("says what is wrong in the app in sight, how often, and before whom", async () => {
  const { rows } = await draw();
  await expect
    .poll(() => rows.elements().map(({ textContent }) => textContent))
    .toEqual([
      expect.stringMatching(/^boom.*on \/tasks.*seen by an editor.*3 times/),
      expect.stringMatching(/^bang.*reported by a visitor with the link/),
    ]);
});

test("a problem is sent to the agent once", async () => {
  api.answer({ [SEND]: {} });
  const { rows } = await draw();
  await rows.nth(0).getByRole("button", { name: "Fix" }).click();
  const asked = rows.nth(0).getByRole("button", { name: "Asked" });
  await expect.element(asked).toHaveAccessibleDescription("The agent was asked to fix this.");
  await asked.click({ force: true });
  expect(api.asked).toMatchObject([{ body: { text: expect.stringContaining("boom") } }]);
});

test("what could not be sent can be sent again", async () => {
  api.answer({ [SEND]: () => refused(402, { code: "budget", detail: "The month's budget is used up." }) });
  const { rows, getByText } = await draw();
  await rows.nth(0).getByRole("button", { name: "Fix" }).click();
  await expect.element(getByText("The month's budget is used up.")).toBeVisible();
  await expect.element(rows.nth(0).getByRole("button", { name: "Fix" })).not.toHaveAttribute("aria-disabled");
});

test("what was dismissed stays away", async () => {
  const { rows, getByRole } = await draw();
  await rows.nth(0).getByRole("button", { name: "Dismiss" }).click();
  await expect.element(getByRole("button", { name: "Problems 1" })).toBeVisible();
});
