import { expect, test } from "vitest";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import BudgetQuestion from "./BudgetQuestion.tsx";

const api = fakeApi();
const ANSWER = "POST /api/sessions/s1/answers";
const STOP = "POST /api/jobs/j1/cancel";

const draw = async (role: "editor" | "viewer" = "editor") => {
  const reached = { scope: "job" as const, limit: 0.5, spent: 0.48, needed: 0.1 };
  const screen = await inWorkspace(<BudgetQuestion jobId="j1" reached={reached} />, { role });
  return { ...screen, go: screen.getByRole("button", { name: /^Go on for/ }), stop: screen.getByRole("button", { name: "Stop" }) };
};

test("one press goes on, and no other is possible meanwhile", async () => {
  api.answer({ [ANSWER]: {} });
  const { go, stop } = await draw();
  await go.click();
  await expect.element(stop).toHaveAttribute("aria-disabled", "true");
  await stop.click({ force: true });
  expect(api.asked).toEqual([{ method: "POST", path: "/api/sessions/s1/answers", body: { kind: "budget", jobId: "j1", scope: "job" } }]);
});

test("a refusal is said, and can be answered otherwise", async () => {
  api.answer({ [ANSWER]: () => refused(403, { code: "forbidden", detail: "An admin decides this." }), [STOP]: {} });
  const { go, stop, getByText } = await draw();
  await go.click();
  await expect.element(getByText("An admin decides this.")).toBeVisible();
  await stop.click();
  await expect.poll(() => api.asked.map(({ path }) => path)).toEqual(["/api/sessions/s1/answers", "/api/jobs/j1/cancel"]);
});

test("a viewer decides nothing", async () => {
  const { go, stop } = await draw("viewer");
  await go.click({ force: true });
  await stop.click({ force: true });
  expect(api.asked).toEqual([]);
});
