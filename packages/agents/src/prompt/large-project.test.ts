/** A job on an app of 400 files, by a model with a window of 64,000 tokens that reads much of it. */

import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { at, first } from "@edgewright/core";
import { largeProject, type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { endOf, jobWorld } from "@edgewright/testing/job-world";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { runJob } from "../run/run-job.ts";
import { estimateTokens } from "./index.ts";
import { TOOLS_TOKENS } from "./window.ts";

const WINDOW = 64_000;
const ANSWER = 8_000;
const LIST = "src/features/invoices/InvoiceList.tsx";
const REQUEST = "Show overdue invoices in red in the list. Always keep the European date format.";
const PROJECT = largeProject();

const readings = Object.keys(PROJECT).filter((path) => path.endsWith("List.tsx"));
/** Reads eight files in a turn, and then the one it changes once more. */
const TURNS: ScriptedTurn[] = [
  {
    calls: [
      { tool: "search", input: { pattern: "isOverdue|dueDate", under: "src", context: 1 } },
      { tool: "outline", input: { under: "src/features/invoices" } },
      { tool: "data_schema", input: {} },
      { tool: "list_files", input: { under: "src/lib" } },
    ],
  },
  ...Array.from({ length: 5 }, (_, turn) => ({
    text: `I decided to look at part ${turn}. `,
    calls: readings.slice(turn * 8, turn * 8 + 8).map((path) => ({ tool: "read_file", input: { path } })),
  })),
  { calls: [{ tool: "read_file", input: { path: LIST, from: 1, to: 12 } }] },
  { calls: [{ tool: "edit_file", input: { path: LIST, edits: [{ search: "const PAGE = 50;", replace: "const PAGE = 40;" }] } }] },
  { calls: [{ tool: "finish", input: { summary: "Overdue invoices are red." } }] },
];

type Prompt = LanguageModelV4CallOptions["prompt"];
const textOf = (part: Prompt | Prompt[number]) => JSON.stringify(part);

async function play() {
  // What is left out of the conversation must not lead the script back.
  const model: ReturnType<typeof scriptedModel> = scriptedModel(() => at(TURNS, model.prompts.length - 1));
  const world = await jobWorld(model, { contextTokens: WINDOW });
  await world.live(PROJECT);
  const result = await runJob(world.deps, await world.say(REQUEST));
  return { result, prompts: model.prompts, world };
}

describe("a job on 400 files", () => {
  it("keeps each request and its answer within the window, and comes to its end", async () => {
    const { result, prompts, world } = await play();
    expect(result).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: 2 } });
    expect(world.current.at(-1)?.files[LIST]).toContain("const PAGE = 40;");
    expect(prompts).toHaveLength(TURNS.length);
    for (const prompt of prompts) expect(estimateTokens(textOf(prompt)) + TOOLS_TOKENS + ANSWER).toBeLessThanOrEqual(WINDOW);
  });

  it("tells the same instructions and the same beginning in each turn, with every file named and those in play in full", async () => {
    const { prompts } = await play();
    const [system, focus, request] = first(prompts);
    expect(system?.content).toContain("- Every list has a search.");
    for (const path of Object.keys(PROJECT)) expect(system?.content).toContain(path);
    for (const path of [LIST, "src/lib/overdue.ts"]) expect(textOf(must(focus))).toContain(JSON.stringify(PROJECT[path]).slice(1, -1));
    expect(textOf(must(request))).toContain(REQUEST);
    for (const prompt of prompts) expect(prompt.slice(0, 3)).toEqual([system, focus, request]);
  });

  it("keeps in short what it leaves out, and the rest word for word from turn to turn", async () => {
    const { prompts } = await play();
    const last = textOf(must(prompts.at(-1)));
    expect(last).toContain("I decided to look at part 0.");
    expect(last).toContain("read it again if needed");
    const changed = prompts
      .slice(1)
      .filter((prompt, index) => textOf(prompt.slice(0, at(prompts, index).length)) !== textOf(at(prompts, index)));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(3);
  });
});
