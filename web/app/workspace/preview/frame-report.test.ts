import { FrameReport } from "@edgewright/contracts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readReport } from "./frame-report.ts";

const type = fc.constantFrom(
  "edgewright:location",
  "edgewright:rendered",
  "edgewright:ended",
  "edgewright:palette",
  "edgewright:go",
  "",
  1,
  null,
);
const text = fc.oneof(fc.string(), fc.constantFrom("x".repeat(2000), "x".repeat(2001)), fc.jsonValue());
const nearReport = fc.record({ type, path: text, hash: text, more: fc.jsonValue() }, { requiredKeys: [] });

test("the reports that are heard are those of the contract, whatever a page sends", () => {
  fc.assert(
    fc.property(fc.oneof(nearReport, fc.jsonValue(), fc.constant(undefined)), (message) => {
      expect(readReport(message)).toEqual(FrameReport.safeParse(message).data ?? null);
    }),
    { numRuns: 2000 },
  );
});
