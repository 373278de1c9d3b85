import { ProjectSettings } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { fieldErrors } from "../../forms/field-errors.ts";
import { SettingsValues, settingsFailure, settingsOf, valuesOf } from "./settings-values.ts";

const standard = ProjectSettings.parse({});
const errors = (change: Partial<SettingsValues>) => fieldErrors(SettingsValues, { ...valuesOf(standard), ...change });

describe("a project's settings", () => {
  it("come out of their form as they went in", () => {
    for (const settings of [
      standard,
      { model: "a:b", planApproval: "ask" as const, fixRounds: 0, jobBudget: 0.5, autoFix: true, autoFixBudget: 2.25 },
    ])
      expect(settingsOf(valuesOf(settings))).toEqual(settings);
    expect(settingsOf({ ...valuesOf(standard), jobBudget: " 1,50 " }).jobBudget).toBe(1.5);
  });

  it("are refused where they are no number, or too large a one", () => {
    expect(errors({})).toEqual({});
    expect(Object.keys(errors({ fixRounds: "11" }))).toEqual(["fixRounds"]);
    expect(Object.keys(errors({ fixRounds: "1.5" }))).toEqual(["fixRounds"]);
    expect(Object.keys(errors({ jobBudget: "a lot" }))).toEqual(["jobBudget"]);
    expect(Object.keys(errors({ autoFixBudget: "" }))).toEqual(["autoFixBudget"]);
    expect(Object.keys(errors({ autoFixBudget: "1001" }))).toEqual(["autoFixBudget"]);
  });

  it("show what the API says at the field it is about", () => {
    const failure = { status: 400, code: "bad_request" as const, message: "No.", fields: { "settings.jobBudget": "Too small." } };
    expect(settingsFailure(failure).fields).toEqual({ jobBudget: "Too small." });
  });
});
