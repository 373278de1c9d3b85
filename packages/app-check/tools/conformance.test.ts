/**
 * The packed types against the packages' own: what is right must be right with both, and what is broken
 * must be found in the same line by both. Kept beside the packing, whose every cut it answers for.
 * A share of what there is; `npm run test:full` has the whole matrix, and generated apps.
 */

import type { FileMap } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { beforeAll, describe, expect, it } from "vitest";
import { CATALOGUE_APP } from "./conformance-app.ts";
import { compareCheckers } from "./matrix.ts";
import { sharedChecker } from "./open-checker.ts";
import { type Programs, programs } from "./programs.ts";
import { openRealChecker } from "./real-checker.ts";
import { expectClean, expectSamePlaces } from "./spoil.ts";

const SAMPLE = { most: 1, first: 12 };
const LINES = 150;

let packed: Awaited<ReturnType<typeof sharedChecker>>;
let generated: Programs;
const real = openRealChecker();

beforeAll(async () => {
  packed = await sharedChecker();
  generated = programs(real, SAMPLE);
});

/** All ways of importing each package, and the first lines of one file of what there are many of. */
const sampleOf = (kind: keyof Programs): FileMap => {
  const files = Object.entries(generated[kind]);
  const [path, text] = at(files, SAMPLE.first % files.length);
  return kind === "imports" ? generated[kind] : { [path]: `${text.split("\n").slice(0, LINES).join("\n")}\n` };
};

describe("the packed types", () => {
  it.each(["imports", "globals", "members", "styles", "attributes"] as const)("say what the real ones say of %s", (kind) => {
    const { lines, differences } = compareCheckers(packed, real, sampleOf(kind));
    expect(differences).toEqual([]);
    expect(lines).toBeGreaterThanOrEqual(LINES);
  });

  it("find nothing in an app in which the real ones find nothing", () => expectClean(packed, real, CATALOGUE_APP));

  it("find what is broken where the real ones find it", () => expectSamePlaces(packed, real, CATALOGUE_APP, "one file"));
});
