import { expect, test } from "vitest";
import { fakeApi, refused } from "../../../testing/api.ts";
import { inWorkspace, job } from "../../../testing/in-workspace.tsx";
import PlanApproval from "./PlanApproval.tsx";

const api = fakeApi();
const ANSWER = "POST /api/sessions/s1/answers";

const step = (id: string, title: string) => ({ id, title, files: [], state: "pending" as const });
const CARD = job("j1", {
  status: "waiting",
  asking: { kind: "plan" },
  plan: [step("a", "Tables"), step("b", "A list"), step("c", "A chart")],
});
const draw = (around: Parameters<typeof inWorkspace>[1] = {}) => inWorkspace(<PlanApproval card={CARD} />, around);
const steps = (...titles: string[]) => ({ body: { kind: "plan", jobId: "j1", steps: titles.map((title) => ({ title })) } });

test("what is approved is the plan as it was edited, reordered and struck", async () => {
  api.answer({ [ANSWER]: {} });
  const { getByRole } = await draw();
  await getByRole("textbox", { name: "Step 2" }).fill("A board");
  await getByRole("button", { name: "Move step 2 up" }).click();
  await getByRole("button", { name: "Strike step 3" }).click();
  await expect.element(getByRole("textbox", { name: "Step 1" })).toHaveValue("A board");
  await getByRole("button", { name: "Approve and build" }).click();
  await expect.poll(() => api.asked).toMatchObject([steps("A board", "Tables")]);
});

test("a struck step comes back, and a title that was emptied stays as proposed", async () => {
  api.answer({ [ANSWER]: {} });
  const { getByRole } = await draw();
  await getByRole("button", { name: "Strike step 1" }).click();
  await getByRole("button", { name: "Bring step 1 back" }).click();
  await getByRole("textbox", { name: "Step 3" }).fill("");
  await getByRole("button", { name: "Approve and build" }).click();
  await expect.poll(() => api.asked).toMatchObject([steps("Tables", "A list", "A chart")]);
});

test("a plan without a step is no plan", async () => {
  const { getByRole } = await draw();
  for (const number of [1, 2, 3]) await getByRole("button", { name: `Strike step ${number}` }).click();
  await expect.element(getByRole("button", { name: "Approve and build" })).toHaveAccessibleDescription(/Every step is struck/);
});

test("edits are kept through a reload", async () => {
  const { getByRole, unmount } = await draw();
  await getByRole("textbox", { name: "Step 1" }).fill("Two tables");
  await unmount();
  await expect.element((await draw()).getByRole("textbox", { name: "Step 1" })).toHaveValue("Two tables");
});

test("a refused approval is said, and the plan can be changed again", async () => {
  api.answer({ [ANSWER]: () => refused(409, { code: "conflict", detail: "The job has ended." }) });
  const { getByRole } = await draw();
  await getByRole("button", { name: "Approve and build" }).click();
  await expect.element(getByRole("alert")).toHaveTextContent("The job has ended.");
  await expect.element(getByRole("textbox", { name: "Step 1" })).toBeEnabled();
});

test("stopping a job that has ended by itself is no failure", async () => {
  api.answer({ "POST /api/jobs/j1/cancel": () => refused(409, { code: "conflict", detail: "It has ended." }) });
  const { getByRole } = await draw();
  const stop = getByRole("button", { name: "Stop" });
  await stop.click();
  await expect.poll(() => api.asked).toHaveLength(1);
  await expect.element(stop).toHaveAttribute("aria-busy", "true");
});

test("a viewer reads the plan and why it is not theirs to approve", async () => {
  const { getByRole, getByText } = await draw({ role: "viewer" });
  await expect.element(getByRole("textbox", { name: "Step 1" })).toBeDisabled();
  await expect.element(getByText("Viewers cannot do this; it takes an editor or admin.").last()).toBeVisible();
});
