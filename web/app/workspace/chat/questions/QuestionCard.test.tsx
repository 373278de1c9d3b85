import type { Question } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi, refused } from "../../../testing/api.ts";
import { inWorkspace, message } from "../../../testing/in-workspace.tsx";
import QuestionCard from "./QuestionCard.tsx";

const api = fakeApi();
const ANSWER = "POST /api/sessions/s1/answers";

const QUESTIONS: Question[] = [
  { id: "who", text: "Who uses it?", kind: "one", options: ["Only me", "My team"], suggested: ["My team"] },
  { id: "what", text: "What is kept?", kind: "several", options: ["Fuel", "Photos"], suggested: [] },
  { id: "more", text: "What must not be missing?", kind: "text", options: [], suggested: [] },
];

const draw = async (around: Parameters<typeof inWorkspace>[1] = {}) => {
  const asking = message("m1", "Before I begin:", { role: "assistant", asked: { questions: QUESTIONS, answers: null } });
  const screen = await inWorkspace(<QuestionCard message={asking} questions={QUESTIONS} jobId="j1" />, around);
  return { ...screen, send: screen.getByRole("button", { name: "Send answers" }) };
};

test("what is suggested is chosen, and answers go once each question has one", async () => {
  api.answer({ [ANSWER]: {} });
  const { getByRole, send } = await draw();
  await expect.element(getByRole("radio", { name: "My team suggested" })).toBeChecked();
  await expect.element(send).toHaveAttribute("aria-disabled", "true");
  await getByRole("checkbox", { name: "Fuel" }).click();
  await getByRole("checkbox", { name: "Photos" }).click();
  const words = getByRole("textbox", { name: "What must not be missing?" });
  await words.fill("A map");
  await expect.element(send).not.toHaveAttribute("aria-disabled");
  await words.click();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .poll(() => api.asked)
    .toMatchObject([{ body: { kind: "questions", jobId: "j1", answers: { who: "My team", what: ["Fuel", "Photos"], more: "A map" } } }]);
});

test("own words stand where something else is chosen", async () => {
  api.answer({ [ANSWER]: {} });
  const { getByRole, send } = await draw();
  await getByRole("radio", { name: "Something else" }).click();
  await userEvent.keyboard("The whole yard");
  await getByRole("group", { name: "What is kept?" }).getByRole("checkbox", { name: "You decide" }).click();
  await getByRole("textbox", { name: "What must not be missing?" }).fill("A map");
  await send.click();
  await expect.poll(() => api.asked).toMatchObject([{ body: { answers: { who: "The whole yard", what: null, more: "A map" } } }]);
});

test("everything can be left to the agent", async () => {
  api.answer({ [ANSWER]: {} });
  await (await draw()).getByRole("button", { name: "You decide everything" }).click();
  await expect.poll(() => api.asked).toMatchObject([{ body: { answers: { who: null, what: null, more: null } } }]);
});

test("answers are kept through a reload, and no longer once they were taken", async () => {
  api.answer({ [ANSWER]: {} });
  const first = await draw();
  await first.getByRole("radio", { name: "Only me" }).click();
  await first.getByRole("checkbox", { name: "Fuel" }).click();
  await first.getByRole("textbox", { name: "What must not be missing?" }).fill("A map");
  await first.unmount();
  const second = await draw();
  await expect.element(second.getByRole("radio", { name: "Only me" })).toBeChecked();
  await second.send.click();
  await expect.poll(() => api.asked).toHaveLength(1);
  await second.unmount();
  const third = await draw();
  await expect.element(third.getByRole("textbox", { name: "What must not be missing?" })).toHaveValue("");
});

test("a refusal is said, and the answers can be sent again", async () => {
  api.answer({ [ANSWER]: () => refused(503, { code: "unavailable", detail: "Not now.", next: "Try again." }) });
  const { getByRole } = await draw();
  const leave = getByRole("button", { name: "You decide everything" });
  await leave.click();
  await expect.element(getByRole("alert")).toHaveTextContent("Not now. Try again.");
  await leave.click();
  await expect.poll(() => api.asked).toHaveLength(2);
});

test("a viewer can answer nothing and reads why", async () => {
  const { getByRole, getByText } = await draw({ role: "viewer" });
  await expect.element(getByRole("radio", { name: "Only me" })).toHaveAttribute("aria-disabled", "true");
  await expect.element(getByText("Viewers cannot do this; it takes an editor or admin.").last()).toBeVisible();
});
