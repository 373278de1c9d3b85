/** Each app that the model builds passes the platform's own type checker without a finding. */

import { checkDataFiles } from "@edgewright/app-check";
import { templateFiles } from "@edgewright/app-kit/template";
import { sampleOf } from "@edgewright/testing/share";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedChecker } from "../../app-check/tools/open-checker.ts";
import { createStarterModel } from "./index.ts";
import { play } from "./testing/play.ts";
import { HOME_PROMPTS, OTHER_PROMPTS } from "./testing/prompts.ts";

let checker: Awaited<ReturnType<typeof sharedChecker>>;
beforeAll(async () => {
  checker = await sharedChecker();
});

describe("an app from a description", () => {
  it.each(sampleOf([...HOME_PROMPTS, ...OTHER_PROMPTS], 8))("%s", async (prompt) => {
    const { files, plan, summary, refused } = await play(createStarterModel(), templateFiles(), prompt);
    expect([...checkDataFiles(files), ...checker.check({ files })]).toEqual([]);
    expect(refused).toEqual([]);
    expect(plan.length).toBeGreaterThan(1);
    expect(summary).toMatch(/^You can now/);
  });
});
