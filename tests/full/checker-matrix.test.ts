/** Every export of the catalogue in every way of importing it, and every type that was thinned or cut: the packed checker says what the real compiler says. */
import { describe, expect, it } from "vitest";
import { compareCheckers } from "../../packages/app-check/tools/matrix.ts";
import { openChecker } from "../../packages/app-check/tools/open-checker.ts";
import { programs } from "../../packages/app-check/tools/programs.ts";
import { openRealChecker } from "../../packages/app-check/tools/real-checker.ts";

describe("the packed types say what the real ones say", { timeout: 1_800_000 }, () => {
  const generated = programs(openRealChecker());

  it.each(["imports", "globals", "members", "styles", "attributes"] as const)("of %s", async (kind) => {
    const { lines, meant, differences } = compareCheckers(await openChecker(), openRealChecker(), generated[kind]);
    console.log(`${lines} lines of ${kind}: ${differences.length} differ, ${meant} as is meant`);
    expect(differences).toEqual([]);
  });
});
