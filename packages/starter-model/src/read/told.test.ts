/** What the person is told of a reading: background is passed over, and nothing that was asked for is. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readingOf } from "../read-prompt.ts";
import { isBackground } from "./background.ts";
import { needKinds } from "./needs.ts";

const BAKERY = "I run a small bakery. We're a team of six. Cakes with name, price and picture.";

describe("background", () => {
  it("is not told as left out, but is listed", () => {
    const { text, leftOut } = readingOf(BAKERY);
    expect(text).not.toMatch(/bakery|team of six/i);
    expect(leftOut).toEqual(expect.arrayContaining(["I run a small bakery"]));
  });

  it.each(["We lend out lab equipment to students", "It used to be done in Excel but that got out of hand", "We have two locations"])(
    "%s",
    (clause) => expect(isBackground(clause)).toBe(true),
  );

  it.each([
    "I run a bakery and want to see the orders of tomorrow",
    "We have customers with name and phone",
    "I keep a list of my plants",
    "We are only allowed to see our own",
    "They must be approved",
    "It is red when late",
  ])("is not what asks or describes: %s", (clause) => expect(isBackground(clause)).toBe(false));
});

describe("what was asked for", () => {
  const asked = (wish: string) => {
    const { needs, leftOut } = readingOf(`Members with name, phone and joined on; payments with member, date and amount. ${wish}`);
    return { kinds: needs.map(({ kind }) => kind), leftOut };
  };

  it.each([
    ["See the orders of tomorrow on one page.", "special-list"],
    ["Who is missing?", "special-list"],
    ["Ones not seen for 6 weeks", "special-list"],
    ["I want to know how much each member paid.", "total"],
    ["The sum at the bottom.", "total"],
    ["How often was each room used?", "count"],
    ["Tell the treasurer when somebody leaves.", "notify"],
    ["Nobody but me may change them.", "role-rule"],
    ["If it is full they come on a waiting list.", "availability"],
    ["Due date = date + 30 days", "computed"],
    ["Members get a mail on their birthday.", "notify"],
    ["In the end I'd like to see what everyone owes.", "total"],
    ["The treasurer signs each one off.", "approval"],
    ["Members must not see each other's payments.", "own-rows"],
    ["The names are on a big screen in the hall.", "public-page"],
    ["Neighbours tell us by a page where people can report, no account needed.", "public-form"],
  ])("is a need of its kind: %s", (wish, kind) => expect(asked(wish).kinds).toContain(kind));

  /** Each line is a kind, a bar, and a clause that asks for it. */
  const clauses = readFileSync(new URL("../../corpus/asked.txt", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const clauseOf = (line: string): string => line.slice(line.indexOf("|") + 1);

  it("is told by its kind in nearly all clauses that the words were gathered from, and never taken for background", () => {
    const missed = clauses.filter((line) => !needKinds(clauseOf(line)).some((kind) => line.startsWith(`${kind}|`)));
    expect(missed.length / clauses.length).toBeLessThan(0.05);
    expect(clauses.filter((line) => isBackground(clauseOf(line)))).toEqual([]);
  });

  it("is named in the person's words when its kind is not known", () => {
    const { needs, text } = readingOf("Members with name and phone. A member may have at most three bikes.");
    expect(needs).toEqual([expect.objectContaining({ kind: "other", built: false })]);
    expect(text).toContain("“A member may have at most three bikes”");
  });

  it("is told whole when only a part of it was built", () => {
    const { text } = readingOf("Could parents see the homework of their class? Homework: class, subject, text, due");
    expect(text).toContain("Not all of this is built: “Could parents see the homework of their class?”");
  });

  it("is met where a field is worked out of others", () => {
    const { needs } = readingOf("budgets with department, planned amount, actual amount and difference");
    expect(needs).toContainEqual(expect.objectContaining({ kind: "computed", asked: "difference", built: true }));
  });
});
