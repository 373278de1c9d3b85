import type { Question } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { answerOf, answersOf, nothingDecided, suggestedAnswer, suggestedDraft } from "./draft.ts";

const question = (patch: Partial<Question>): Question => ({ id: "q", text: "?", kind: "one", options: [], suggested: [], ...patch });
const who = question({ id: "who", options: ["Me", "A team"], suggested: ["A team"] });
const parts = question({ id: "parts", kind: "several", options: ["List", "Board", "Chart"], suggested: ["List", "Chart", "A map"] });
const name = question({ id: "name", kind: "text", options: ["Fleet", "Garage"], suggested: ["Fleet"] });
const bare = question({ id: "bare", kind: "text" });
const nothing = { decide: false, chosen: [], other: false, text: "" };

describe("a question card's draft", () => {
  it("begins with what the agent suggests, so it can be sent as it is", () => {
    const questions = [who, parts, name];
    expect(answersOf(questions, suggestedDraft(questions))).toEqual({
      who: "A team",
      parts: ["List", "Chart", "A map"],
      name: "Fleet",
    });
  });

  it("cannot be sent while a question has neither an answer nor is left to the agent", () => {
    expect(answersOf([who, bare], suggestedDraft([who, bare]))).toBeNull();
    expect(answersOf([who, bare], { bare: { ...nothing, decide: true } })).toEqual({ who: "A team", bare: null });
    expect(answersOf([bare], { bare: { ...nothing, text: "  \n" } })).toBeNull();
  });

  it("takes own words in place of an option, or beside several", () => {
    expect(answerOf(who, { ...nothing, chosen: ["Me"], other: true, text: " My club " })).toBe("My club");
    expect(answerOf(who, { ...nothing, chosen: ["Me"], other: true })).toBeUndefined();
    expect(answerOf(parts, { ...nothing, chosen: ["Board"], other: true, text: "A map" })).toEqual(["Board", "A map"]);
    expect(answerOf(parts, { ...nothing, chosen: ["Board"], text: "left over" })).toEqual(["Board"]);
    expect(answerOf(parts, nothing)).toBeUndefined();
  });

  it("keeps what was chosen before a question is left to the agent", () => {
    const left = { ...suggestedAnswer(who), decide: true };
    expect(answerOf(who, left)).toBeNull();
    expect(answerOf(who, { ...left, decide: false })).toBe("A team");
  });

  it("can leave everything to the agent", () => {
    expect(nothingDecided([who, name])).toEqual({ who: null, name: null });
  });
});
