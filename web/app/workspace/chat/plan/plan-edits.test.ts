import { describe, expect, it } from "vitest";
import { movedBefore } from "../reorder.ts";
import { approvedSteps, asProposed, editedPlan, moveStep, renameStep, strikeStep } from "./plan-edits.ts";

const steps = ["tables", "list", "form"].map((id) => ({ id, title: `The ${id}`, files: [`${id}.ts`] }));
const order = (edits: typeof asProposed) => editedPlan(steps, edits).map(({ id }) => id);

describe("a plan's edits", () => {
  it("leave the plan as it was proposed when there are none", () => {
    expect(approvedSteps(steps, asProposed)).toEqual(steps);
  });

  it("move a step up, down and to the end", () => {
    const up = moveStep(steps, asProposed, "form", "list");
    expect(order(up)).toEqual(["tables", "form", "list"]);
    expect(order(moveStep(steps, up, "tables", null))).toEqual(["form", "list", "tables"]);
    expect(movedBefore(["a", "b"], "a", "gone")).toEqual(["b", "a"]);
  });

  it("strike a step, which stays in its place and can be brought back", () => {
    const struck = strikeStep(asProposed, "list");
    expect(editedPlan(steps, struck).map(({ id, struck }) => [id, struck])).toEqual([
      ["tables", false],
      ["list", true],
      ["form", false],
    ]);
    expect(approvedSteps(steps, struck).map(({ id }) => id)).toEqual(["tables", "form"]);
    expect(approvedSteps(steps, strikeStep(struck, "list"))).toEqual(steps);
  });

  it("rename a step, but not to nothing", () => {
    expect(approvedSteps(steps, renameStep(asProposed, "list", " A board "))[1]?.title).toBe("A board");
    expect(approvedSteps(steps, renameStep(asProposed, "list", "  "))[1]?.title).toBe("The list");
  });
});
