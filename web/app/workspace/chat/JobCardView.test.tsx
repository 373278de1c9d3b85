import { expect, test } from "vitest";
import { inWorkspace, job } from "../../testing/in-workspace.tsx";
import { JobCardView } from "./JobCardView.tsx";

const head = async (card: ReturnType<typeof job>) => {
  const { container } = await inWorkspace(<JobCardView card={card} latest />);
  return () => container.querySelector("header")?.textContent;
};

test("a job that waits for a place says the how manieth it is", async () => {
  for (const [place, words] of [
    [1, "1st in the queue"],
    [3, "3rd in the queue"],
    [12, "12th in the queue"],
  ] as const)
    await expect.poll(await head(job("j1", { status: "queued", place }))).toMatch(words);
});

test("of a model that is free a running job says how long it has worked, and nothing else", async () => {
  const usage = { model: "starter:builtin", inputTokens: 900, outputTokens: 90, cachedTokens: 0, cost: 0 };
  await expect.poll(await head(job("j1", { usage: usage as never }))).toMatch(/^Writing\d/);
});
