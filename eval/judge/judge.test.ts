/** The judge's steps on pages that do what is asked, and on pages that do not. */
import { last } from "@edgewright/core";
import { sampleOf } from "@edgewright/testing/share";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../bench/browser.ts";
import { openPages, type Pages, steps } from "./testing/open-pages.ts";
import { WORKING } from "./testing/pages.ts";

let browser: Browser;
let pages: Pages;
beforeAll(async () => {
  browser = await launchBrowser();
  pages = await openPages(browser);
});
afterAll(async () => {
  await pages?.close();
  await browser?.close();
});

const PATIENCE = 60_000;
/** For what never comes true. */
const SHORT = 300;
const TEA = { do: "add", fields: { Name: "Tea", Amount: 3, Stage: "Second" } };
const JAM = { do: "add", fields: { Name: "Jam", Amount: 4.5, Size: "large", Due: "today" } };

const PASSING: [string, ...unknown[]][] = [
  [
    "adds by labels of every kind and sees the item",
    JAM,
    { do: "see", text: "large", near: "Jam" },
    { do: "see", text: "\\d{4}-\\d\\d-\\d\\d", near: "Jam" },
  ],
  ["keeps what is added after a reload", TEA, { do: "reload" }, { do: "see", text: "Tea" }],
  [
    "changes an item in its dialog",
    TEA,
    { do: "change", item: "Tea", fields: { Name: "Coffee" } },
    { do: "see", text: "Coffee" },
    { do: "miss", text: "Tea" },
  ],
  [
    "removes an item and answers the question",
    TEA,
    JAM,
    { do: "remove", item: "Jam", apart: "Tea" },
    { do: "miss", text: "Jam" },
    { do: "see", text: "Tea" },
  ],
  [
    "ticks the right item",
    TEA,
    JAM,
    { do: "tick", item: "Jam", apart: "Tea" },
    { do: "reload" },
    { do: "tick", item: "Jam", apart: "Tea", on: false },
  ],
  [
    "drags a card to another column",
    { do: "go", to: "Board" },
    JAM,
    { do: "move", item: "Card Jam", to: "Second", apart: "First", field: "Stage" },
    { do: "see", text: "Jam", near: "Second", apart: "First" },
  ],
  ["searches", TEA, JAM, { do: "fill", fields: { Search: "tea" } }, { do: "see", text: "Tea" }, { do: "miss", text: "Jam" }],
  [
    "types into a field",
    { do: "type", field: "Diary", text: "world" },
    { do: "type", field: "Diary", text: "Hello ", at: "start" },
    { do: "see", text: "Hello world" },
  ],
  [
    "counts and adds up",
    TEA,
    JAM,
    { do: "count", text: "Tea|Jam", is: 2 },
    { do: "amount", is: 7.5, near: "The sum" },
    { do: "order", texts: ["Tea", "Jam"] },
  ],
  ["reads numbers however they are written", { do: "amount", is: 1250.5, near: "price" }],
  [
    "sees fields, buttons, headings, pictures and charts",
    { do: "see", kind: "field", text: "Name" },
    { do: "see", kind: "button", text: "Add" },
    { do: "see", kind: "heading", text: "Things" },
    { do: "see", kind: "image", text: "sunrise" },
    { do: "see", kind: "chart", text: "Food" },
  ],
  [
    "looks after several people at once",
    { do: "together", steps: [TEA, { do: "see", in: "colleague", text: "Things" }] },
    { do: "see", text: "Tea" },
  ],
];

const FAILING: [string, RegExp, ...unknown[]][] = [
  ["a text that is not there", /"Tea" is not shown\. The page shows: Things/, { do: "see", text: "Tea" }],
  ["a text that is hidden until then", /"Coffee" is not shown/, TEA, { do: "see", text: "Coffee" }],
  ["a part of a word", /"Thing" near "Board" is not shown/, { do: "see", text: "Thing", near: "Board", apart: "thing" }],
  ["a text that should be gone", /"Tea" is shown/, TEA, { do: "miss", text: "Tea" }],
  ["a text beside another item", /"large" near "Tea" is not shown/, TEA, JAM, { do: "see", text: "large", near: "Tea", apart: "Jam" }],
  ["a number that is a part of another", /5 is not shown near "The sum"/, JAM, { do: "amount", is: 5, near: "The sum" }],
  ["a wrong sum", /7 is not shown near "The sum"/, TEA, { do: "amount", is: 7, near: "The sum" }],
  ["a wrong count", /"Tea" is shown 1 times, not 2/, TEA, { do: "count", text: "Tea", is: 2 }],
  ["a wrong order", /are not shown in this order/, TEA, JAM, { do: "order", texts: ["Jam", "Tea"] }],
  ["a field that is not there", /There is no field "Colour"/, { do: "fill", fields: { Colour: "red" } }],
  ["a form that is not there", /There is no field "Colour" in the form/, { do: "add", fields: { Colour: "red" } }],
  ["a choice that is not there", /"Stage" has no choice "Third"/, { do: "fill", fields: { Stage: "Third" } }],
  ["a button that is not there", /nothing to press called "Publish"/, { do: "press", what: "Publish" }],
  ["a screen that is not there", /no way to a screen called "Reports"/, { do: "go", to: "Reports" }],
  ["an item that is not there", /"Tea" is not there/, { do: "change", item: "Tea", fields: { Name: "Coffee" } }],
  ["a chart of something else", /A chart "Travel" is not shown/, { do: "see", kind: "chart", text: "Travel" }],
  [
    "a card that does not move",
    /"Card Jam" (?:is not on the board|cannot be moved)/,
    JAM,
    { do: "move", item: "Card Jam", to: "Second", apart: "First", field: "Stage" },
  ],
  ["another window that sees nothing of it", /"Tea" is not shown/, TEA, { do: "see", in: "colleague", text: "Tea" }],
  ["an agent that did not say so", /The agent did not say "cannot" but: nothing/, { do: "reply", text: "cannot" }],
];

describe("a step comes true when the page", () => {
  it.each(sampleOf(PASSING, 5))("%s", async (_, ...raw) => {
    await pages.show(WORKING);
    expect(await pages.take(steps(...raw), { patience: PATIENCE })).toBeNull();
  });
});

describe("a step fails, and says so, for", () => {
  it.each(sampleOf(FAILING, 5))("%s", async (_, reason, ...raw) => {
    const taken = steps(...raw);
    await pages.show(WORKING);
    expect(await pages.take(taken.slice(0, -1), { patience: PATIENCE })).toBeNull();
    const failure = await pages.take([last(taken)], { patience: SHORT });
    expect(failure).toMatchObject({ step: 1, reason: expect.stringMatching(reason) });
  });
});

it("reads what the agent said", async () => {
  expect(await pages.take(steps({ do: "reply", text: "cannot" }), { patience: 0, reply: "I cannot send SMS." })).toBeNull();
});
