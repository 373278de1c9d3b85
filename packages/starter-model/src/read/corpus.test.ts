/** How well the corpus is read, and that no word of it is lost. Figures and how they came about are in eval/results.md. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scoreOne, summarise } from "../../corpus/score-prompts.mjs";
import { isHeldOut } from "../../corpus/split.mjs";
import { type PromptReading, readingOf } from "../read-prompt.ts";
import { contentWords } from "./account.ts";

type Prompt = { id: string; prompt: string };

const corpus = (name: string): Prompt[] => JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), "utf8"));
const dev = corpus("prompts-dev");
const own = corpus("prompts-own");
const readings = new Map<string, PromptReading>([...dev, ...own].map(({ id, prompt }) => [id, readingOf(prompt)]));
const scoreOf = (prompts: Prompt[]) => summarise(prompts.map((prompt) => scoreOne(prompt, { id: prompt.id, ...readings.get(prompt.id) })));

it("reads what it was made with", () => {
  const { tables, fields } = scoreOf(dev.filter(({ id }) => !isHeldOut(id)));
  expect(tables.f1).toBeGreaterThan(0.85);
  expect(fields.recall).toBeGreaterThan(0.75);
  expect(fields.typeAccuracy).toBeGreaterThan(0.93);
});

it("reads others better than the rules before it did", () => {
  const held = scoreOf(dev.filter(({ id }) => isHeldOut(id)));
  expect(held.tables.f1).toBeGreaterThan(0.5);
  expect(held.fields.recall).toBeGreaterThan(0.35);
  const { tables, fields } = scoreOf(own);
  expect(tables.f1).toBeGreaterThan(0.65);
  expect(fields.recall).toBeGreaterThan(0.6);
});

it.each([...dev, ...own])("$id: each word became something or is listed", ({ id, prompt }) => {
  const reading = readings.get(id)!;
  const said = new Set([
    ...reading.words.filter(({ became }) => became !== "left out").map(({ word }) => word),
    ...reading.leftOut.flatMap(contentWords),
  ]);
  const plain = prompt.replace(/[’‘]/g, "'");
  expect(contentWords(plain).filter((word) => !said.has(word) && !said.has(word.replace(/\.$/, "")))).toEqual([]);
});

it("asks seldom", () => {
  for (const prompts of [dev, own])
    expect(prompts.filter(({ id }) => readings.get(id)!.asks !== null).length / prompts.length).toBeLessThanOrEqual(0.25);
});
