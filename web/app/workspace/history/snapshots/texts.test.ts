import { describe, expect, it } from "vitest";
import { codeText, holdsTexts, settingText, tableText } from "./texts.ts";

describe("a snapshot in words", () => {
  it("says what each part would change", () => {
    expect(codeText({ from: 7, to: 3, files: 4 })).toBe("v7 now → as v3; 4 files differ.");
    expect(codeText({ from: 3, to: 3, files: 0 })).toBe("v3 is live, as it was then.");
    expect(tableText({ name: "tasks", label: "Tasks", now: 1, was: 1200 })).toBe("1 row now → 1,200");
    expect(tableText({ name: "tasks", label: "Tasks", now: null, was: 2 })).toBe("not there now → 2 rows");
    expect(tableText({ name: "notes", label: "Notes", now: 3, was: null })).toBe("3 rows now → not there then");
    expect(holdsTexts({ version: null, tables: 0 })).toEqual(["no version yet"]);
    expect(holdsTexts({ version: 3, tables: 1 })).toEqual(["v3", "1 table"]);
  });

  it("shows settings as their form does", () => {
    expect(settingText({ name: "name", now: "Errands", was: "Tasks" })).toBe("Name: Errands → Tasks");
    expect(settingText({ name: "jobBudget", now: 2, was: null })).toBe("Budget of a job: $2 → no limit");
    expect(settingText({ name: "autoFix", now: true, was: false })).toBe("Fix errors by itself: on → off");
    expect(settingText({ name: "planApproval", now: "ask", was: "auto" })).toBe("Plans: wait for approval → build at once");
    expect(settingText({ name: "model", now: "openai:x", was: null })).toBe("Model: openai:x → the default");
  });
});
