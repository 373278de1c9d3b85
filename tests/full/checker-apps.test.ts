/** Generated apps before the packed checker and the real compiler: clean with both; what is broken in them, both find in the same line. */
import { templateFiles } from "@edgewright/app-kit/template";
import { createStarterModel } from "@edgewright/starter-model";
import { describe, it } from "vitest";
import { openChecker } from "../../packages/app-check/tools/open-checker.ts";
import { openRealChecker } from "../../packages/app-check/tools/real-checker.ts";
import { expectClean, expectSamePlaces, OWN } from "../../packages/app-check/tools/spoil.ts";
import { play } from "../../packages/starter-model/src/testing/play.ts";

const PROMPTS = [
  "job applicants with name, email, role, stage (applied, interview, offer, rejected), notes; a board by stage",
  "expenses with amount, category, date; a chart of spending by category and month",
  "companies and contacts, each contact belongs to a company; meetings with contact, start and end, on a calendar",
];

describe("a generated app", { timeout: 1_800_000 }, () => {
  const real = openRealChecker();

  it.each(PROMPTS)("is judged alike: %s", async (prompt) => {
    const packed = await openChecker();
    const { files } = await play(createStarterModel(), templateFiles(), prompt);
    // The template's components are the same in each, and are looked at once.
    expectClean(packed, real, files, prompt === PROMPTS[0] ? undefined : Object.keys(files).filter((path) => OWN.test(path)));
    expectSamePlaces(packed, real, files);
  });
});
