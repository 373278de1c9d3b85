/**
 * Prints how well the parts of the corpora are read: `node packages/starter-model/corpus/measure.ts`.
 * With a file of weights (`train.ts without dev-tuned,own-tuned FILE`) these are taken instead of those in the repository.
 * With `only more,held` it reads these parts alone.
 * With `worst PART` it says what was wrong with each prompt of a part; of a held part only the scores may be looked at.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import type { PromptReading } from "../src/read-prompt.ts";
import { scoreOne, summarise } from "./score-prompts.mjs";
import { type Prompt, partsOfCorpus } from "./prompts.ts";

type Scored = { reading: PromptReading; score: ReturnType<typeof scoreOne>; prompt: Prompt };

const args = process.argv.slice(2);
const weights = args.find((arg) => arg.endsWith(".ts"));
const worst = args[args.indexOf("worst") + 1];
if (weights)
  registerHooks({
    load: (url, context, next) =>
      url.endsWith("/tagger-weights.ts") ? { format: "module-typescript", source: readFileSync(weights, "utf8"), shortCircuit: true } : next(url, context),
  });
const { readingOf } = await import("../src/read-prompt.ts");

const all = partsOfCorpus();
const chosen = args.includes("only") ? args[args.indexOf("only") + 1]?.split(",") : undefined;
const parts = Object.fromEntries(Object.entries(all).filter(([name]) => chosen?.includes(name) ?? true));

const percent = (part: number, of: number): string => (of === 0 ? "–" : `${Math.round((100 * part) / of)} %`);

function figuresOf(all: readonly Scored[]): string[] {
  const built = all.filter(({ reading }) => reading.asks === null);
  const whole = summarise(all.map(({ score }) => score));
  const ofBuilt = summarise(built.map(({ score }) => score));
  const { fields, options, refs, needs } = whole;
  return [
    `${all.length}`,
    percent(whole.tables.f1 ?? 0, 1),
    percent(ofBuilt.tables.f1 ?? 0, 1),
    `${built.filter(({ score }) => score.tables.nonsense > 0 || score.tables.over).length}`,
    percent(all.length - built.length, all.length),
    percent(fields.recall, 1),
    percent(fields.typeAccuracy, 1),
    percent(options.right, options.of),
    percent(refs.right, refs.of),
    percent(needs.met, needs.of),
    percent(needs.met + needs.namedNotBuilt, needs.of),
  ];
}

const TITLES = ["prompts", "tables F1", "of built", "wrong built", "asked", "fields", "types", "options", "refs", "needs met", "or named"];
const line = (name: string, cells: readonly string[]): string => name.padEnd(18) + cells.map((cell) => cell.padStart(12)).join("");
console.log(line("", TITLES));
const started = performance.now();
for (const [name, prompts] of Object.entries(parts)) {
  const scored = prompts.map((prompt): Scored => {
    const reading = readingOf(prompt.prompt);
    return { prompt, reading, score: scoreOne(prompt, { id: prompt.id, ...reading }) };
  });
  console.log(line(name, figuresOf(scored)));
  if (args.includes("styles"))
    for (const style of new Set(prompts.map((prompt) => prompt.style))) console.log(line(`  ${style}`, figuresOf(scored.filter(({ prompt }) => prompt.style === style))));
  if (worst === name)
    for (const { prompt, reading, score } of scored.filter(({ score: { structureRight } }) => !structureRight).sort((a, b) => a.score.quality - b.score.quality)) {
      console.log(`\n#${prompt.id} ${prompt.style}${reading.asks ? ` ASKS ${reading.asks}` : ""}\n${prompt.prompt}`);
      for (const { label, columns } of reading.tables) console.log(`  = ${label}: ${columns.map(({ label, type, options, ref }) => `${label}:${type}${options ? `[${options}]` : ""}${ref ? `->${ref}` : ""}`).join(", ")}`);
      for (const reason of score.reasons) console.log(`  ! ${reason}`);
    }
}
console.log(`read in ${((performance.now() - started) / 1000).toFixed(1)} s`);
