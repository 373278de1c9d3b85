import { expect, it } from "vitest";
import { nextStep } from "./next-step.ts";

const nothing = { liveVersion: 1, draftFiles: [] };
const some = { liveVersion: 1, draftFiles: ["a.ts"] };

it("goes on from what was kept, begins again where nothing was, and never tries again what cannot help", () => {
  expect(nextStep({ code: "repair_stuck", message: "" }, some)).toBe("continue");
  expect(nextStep({ code: "model_unavailable", message: "" }, nothing)).toBe("retry");
  expect(nextStep({ code: "model_auth", message: "" }, some)).toBe("settings");
  expect(nextStep({ code: "forbidden", message: "" }, some)).toBe("none");
  expect(nextStep(null, some)).toBe("continue");
  expect(nextStep(null, nothing)).toBe("retry");
});
