import { PROMPT_MAX } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi } from "../testing/api.ts";
import { inPage } from "../testing/in-page.tsx";
import { EXAMPLES } from "./examples.ts";
import { PromptBox } from "./PromptBox.tsx";

fakeApi();
const draw = async (more: { busy?: boolean; lockedReason?: string } = {}) => {
  const sent: string[] = [];
  const screen = await inPage(<PromptBox onSend={(text) => sent.push(text)} {...more} />);
  return { ...screen, sent, field: screen.getByRole("textbox", { name: "What do you want to build?" }) };
};

test("Enter sends, Shift+Enter breaks the line", async () => {
  const { field, sent } = await draw();
  await field.fill("Track");
  await userEvent.keyboard("{Shift>}{Enter}{/Shift}tasks{Enter}");
  expect(sent).toEqual(["Track\ntasks"]);
});

test("what was typed is there again after the page was left", async () => {
  const first = await draw();
  await first.field.fill("Track tasks");
  await first.unmount();
  const second = await draw();
  await expect.element(second.field).toHaveValue("Track tasks");
});

test("an example fills the field, to be gone on with", async () => {
  const { field, getByRole, sent } = await draw();
  const [example] = EXAMPLES;
  await getByRole("button", { name: example?.label }).click();
  await expect.element(field).toHaveValue(example?.prompt ?? "");
  await expect.element(field).toHaveFocus();
  expect(sent).toEqual([]);
});

test("nothing is sent twice, nor by who may not build", async () => {
  const busy = await draw({ busy: true });
  await busy.field.click();
  await userEvent.keyboard("{Enter}");
  expect(busy.sent).toEqual([]);
  await busy.unmount();
  const locked = await draw({ lockedReason: "Viewers cannot do this." });
  await locked.field.fill("Track tasks");
  await userEvent.keyboard("{Enter}");
  expect(locked.sent).toEqual([]);
  await expect.element(locked.getByText("Viewers cannot do this.").last()).toBeVisible();
});

test("near its end, the length is counted", async () => {
  const { field, getByText } = await draw();
  await field.fill("a".repeat(PROMPT_MAX + 1));
  await expect.element(getByText(`${(PROMPT_MAX + 1).toLocaleString("en")} of ${PROMPT_MAX.toLocaleString("en")}`)).toBeVisible();
});
