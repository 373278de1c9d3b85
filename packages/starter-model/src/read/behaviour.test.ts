/** What tells how an app behaves is read by itself, and makes no tables. */
import { expect, it } from "vitest";
import { behavioursOf } from "./behaviour.ts";

it.each([
  ["Every member can add a request with title and amount.", "request with title and amount."],
  ["We lend bikes. Anyone adds a channel by its name.", "We lend bikes. channel with name."],
  ["A photo has a caption. Each photo has a Like button with the number of likes.", "A photo has a caption."],
])("who adds it, and by what button, is not kept: %s", (text, described) => expect(behavioursOf(text).described.trim()).toBe(described));

it("steps are the fields that each asks for, and a summary is none", () => {
  const { steps, described } = behavioursOf(
    "A sign-up in two steps with Next and Back: first name and email, then a choice of workshop (Pottery, Weaving), then a summary.",
  );
  expect(steps).toEqual(["name and email", "workshop (Pottery, Weaving)"]);
  expect(described).toContain("A sign-up with name, email, workshop (Pottery, Weaving)");
});

it("a poll is its question and what there is to vote for", () =>
  expect(behavioursOf('A poll: "Which day suits?" with Monday, Tuesday or Friday. Each person has one vote.').poll).toEqual({
    question: "Which day suits?",
    options: ["Monday", "Tuesday", "Friday"],
  }));

it("figures and screens go by their names", () => {
  const { figures, screens, described } = behavioursOf(
    'Deals with name and amount; at the top the figures "Deals" (how many) and "Worth" (sum of the amounts). A screen Totals with the sum of each month.',
  );
  expect(figures.map(({ label, says }) => [label, says])).toEqual([
    ["Deals", "how many"],
    ["Worth", "sum of the amounts"],
  ]);
  expect(screens.map(({ title }) => title)).toEqual(["Totals"]);
  expect(described).not.toMatch(/figures|Totals/);
});

it("all else stays as it was written: lines, how far in they begin, decimals and times", () => {
  const text = "- visits, from 9:30 to 10:15\n- price 1.5 EUR\n  - paid\nWe lend bikes; a bike has a colour: red, blue.";
  expect(behavioursOf(text).described).toBe(text);
});
