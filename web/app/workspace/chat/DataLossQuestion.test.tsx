import { expect, test } from "vitest";
import { fakeApi } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import DataLossQuestion from "./DataLossQuestion.tsx";

const api = fakeApi();
const ANSWER = "POST /api/sessions/s1/answers";

const draw = async (role: "editor" | "viewer" = "editor") => {
  const step = {
    key: "tasks.phone removed",
    effect: "lossy" as const,
    says: "'Phone' of Tasks is removed: 214 rows have a value.",
    misfits: [],
  };
  const screen = await inWorkspace(<DataLossQuestion jobId="j1" plan={{ steps: [step] }} />, { role });
  return {
    ...screen,
    agree: screen.getByRole("button", { name: "Make the change" }),
    keep: screen.getByRole("button", { name: "Keep the values" }),
  };
};

test("says what is lost, and a yes is to just that", async () => {
  api.answer({ [ANSWER]: {} });
  const { agree, getByText } = await draw();
  await expect.element(getByText(/214 rows have a value/)).toBeVisible();
  await agree.click();
  await expect
    .poll(() => api.asked)
    .toEqual([{ method: "POST", path: "/api/sessions/s1/answers", body: { kind: "data", jobId: "j1", accepts: ["tasks.phone removed"] } }]);
});

test("a no loses nothing", async () => {
  api.answer({ [ANSWER]: {} });
  const { keep } = await draw();
  await keep.click();
  await expect.poll(() => api.asked.map(({ body }) => body)).toEqual([{ kind: "data", jobId: "j1", accepts: [] }]);
});

test("a viewer decides nothing", async () => {
  const { agree, keep } = await draw("viewer");
  await agree.click({ force: true });
  await keep.click({ force: true });
  expect(api.asked).toEqual([]);
});
