/** Takes the acceptance steps of a turn one after the other, until one does not come true. */
import type { Page } from "playwright-core";
import type { Participant, SingleStep, Step } from "../task.ts";
import { expectAmount, expectCount, expectMissing, expectOrder, expectSeen } from "./expect.ts";
import { fillFields, typeInto } from "./fields.ts";
import { addItem, changeItem, removeItem, tickItem } from "./forms.ts";
import { moveItem } from "./move.ts";
import { goTo, press } from "./press.ts";
import { topOf } from "./scope.ts";
import { UnmetExpectation } from "./unmet.ts";
import { pattern } from "./words.ts";

/** What the steps are taken with. `patience` is how long one may take to come true, in ms. */
export type Stage = { window(who: Participant): Promise<Page>; reply: string; patience: number };
/** Which step failed, counted from 1, how it reads and why. */
export type StepFailure = { step: number; what: string; reason: string; who: Participant };

export async function runSteps(steps: Step[], stage: Stage): Promise<StepFailure | null> {
  for (const [index, step] of steps.entries()) {
    try {
      await take(step, stage);
    } catch (error) {
      return { step: index + 1, what: JSON.stringify(step), reason: reasonOf(error), who: step.in };
    }
  }
  return null;
}

/** The browser's own failures carry a log of what it tried; the first lines say enough. */
function reasonOf(error: unknown): string {
  if (error instanceof UnmetExpectation) return error.message;
  return String(error).split("\n").slice(0, 4).join(" ").slice(0, 500);
}

async function take(step: Step, stage: Stage): Promise<void> {
  if (step.do !== "together") return takeOne(step, stage);
  await Promise.all(step.steps.map((one) => takeOne(one, stage)));
}

async function takeOne(step: SingleStep, { window, reply, patience }: Stage): Promise<void> {
  if (step.do === "reply") {
    if (!pattern(step.text).test(reply))
      throw new UnmetExpectation(`The agent did not say "${step.text}" but: ${reply.slice(0, 300) || "nothing"}`);
    return;
  }
  const page = await window(step.in);
  switch (step.do) {
    case "go":
      return goTo(page, step.to, patience);
    case "reload":
      return void (await page.reload());
    case "press":
      return press(page, step.what, step, patience);
    case "fill":
      return fillFields(await topOf(page), step.fields, patience);
    case "type":
      return typeInto(await topOf(page), step, patience);
    case "add":
      return addItem(page, step, patience);
    case "change":
      return changeItem(page, step, patience);
    case "remove":
      return removeItem(page, step, patience);
    case "tick":
      return tickItem(page, step, patience);
    case "move":
      return moveItem(page, step, patience);
    case "see":
      return expectSeen(page, step, patience);
    case "miss":
      return expectMissing(page, step, patience);
    case "amount":
      return expectAmount(page, step, patience);
    case "order":
      return expectOrder(page, step.texts, patience);
    case "count":
      return expectCount(page, step, patience);
  }
}
