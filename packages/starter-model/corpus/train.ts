/**
 * Makes src/knowledge/tagger-weights.ts out of the marked prompts in `tagged`: `node packages/starter-model/corpus/train.ts`, some two minutes.
 * `train.ts without dev-tuned,own-tuned FILE` leaves some of them out and writes to FILE, so that `measure.ts FILE` reads them as unseen.
 * `train.ts folds` writes nothing and prints how well the parts of marked prompts are found that were not trained with, in four folds.
 */
import { writeFileSync } from "node:fs";
import { spansIn, statesBy, WIDTH, type Weights } from "../src/read/tagger.ts";
import { packed, statesOf, type Trained, train } from "./crf.ts";
import { asides, type Example, exampleOf, type Marked, markedPrompts, poolsOf, randomFrom, type Random, varied, wishes } from "./tagged.ts";
import { composed } from "./templates.ts";

const COPIES = 4;
const COMPOSED = 4000;
const SEEDS = { examples: 7, order: 11 };
const FOLDS = 4;

/** Each marked prompt with variants of it, and prompts that are put together. */
function examplesFrom(prompts: readonly Marked[], random: Random): Example[] {
  const pools = poolsOf(prompts);
  const all = wishes();
  const others = all.filter((wish) => !/\b(?:Ts?|F|O)\b/.test(wish));
  return [
    ...prompts.flatMap((prompt) => [exampleOf(prompt), ...Array.from({ length: COPIES }, () => exampleOf(varied(prompt, pools, others, random)))]),
    ...Array.from({ length: COMPOSED }, () => {
      const made = composed(pools, all, asides(), random);
      return exampleOf(random() < 0.25 ? varied(made, pools, others, random) : made);
    }),
  ];
}

const trained = (prompts: readonly Marked[]): Trained => train(examplesFrom(prompts, randomFrom(SEEDS.examples)), randomFrom(SEEDS.order));

const weightsOf =
  ({ index, weights }: Trained): Weights =>
  (feature) => {
    const at = index.get(feature);
    return at === undefined ? undefined : weights.subarray(at * WIDTH, (at + 1) * WIDTH);
  };

const keysOf = (states: readonly number[]): Set<string> => new Set(spansIn(states).map(({ role, from, to }) => `${role} ${from} ${to}`));

type Tally = { right: number; found: number; marked: number };

function measure(prompts: readonly Marked[]): Map<string, Tally> {
  const tally = new Map<string, Tally>();
  const of = (key: string): Tally => {
    const role = key[0] ?? "";
    const counts = tally.get(role) ?? { right: 0, found: 0, marked: 0 };
    tally.set(role, counts);
    return counts;
  };
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = weightsOf(trained(prompts.filter((_, at) => at % FOLDS !== fold)));
    for (const { tokens, labels } of prompts.filter((_, at) => at % FOLDS === fold).map(exampleOf)) {
      const found = keysOf(statesBy(tokens, weights));
      const marked = keysOf(statesOf(labels));
      for (const key of marked) of(key).marked++;
      for (const key of found) of(key).found++;
      for (const key of found) if (marked.has(key)) of(key).right++;
    }
  }
  return tally;
}

const written = (weights: string): string =>
  `/** What the tagger learnt: a feature, and its weight for each label and state. Made by corpus/train.ts. */\nexport const TAGGER_WEIGHTS =\n  ${JSON.stringify(weights)};\n`;

const [mode, without, file] = process.argv.slice(2);
const prompts = markedPrompts(mode === "without" ? without?.split(",") : []);
if (mode === "folds")
  for (const [role, { right, found, marked }] of measure(prompts))
    console.log(`${role}: precision ${((right / found) * 100).toFixed(1)} %, recall ${((right / marked) * 100).toFixed(1)} % of ${marked}`);
else {
  const text = packed(trained(prompts));
  writeFileSync(file ?? new URL("../src/knowledge/tagger-weights.ts", import.meta.url), written(text));
  console.log(`${prompts.length} marked prompts, ${text.split("\n").length} features, ${text.length} characters`);
}
