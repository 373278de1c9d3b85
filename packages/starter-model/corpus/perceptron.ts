/** An averaged perceptron over whole prompts: it learns which states follow which, and what features speak for each. */
import { featuresOf, STATED } from "../src/read/features.ts";
import { FIRST, follows, LABELS, labelOf, STATES, WIDTH } from "../src/read/tagger.ts";
import { type Example, randomFrom } from "./tagged.ts";

const START = STATES.length;

/** The states that the labels stand for: outside is parted by what stood last. */
export function statesOf(labels: readonly number[]): number[] {
  let last = "";
  return labels.map((label) => {
    const name = LABELS[label]!;
    if (name === "O") return STATES.indexOf(`O${last}`);
    last = /[tcr]$/.test(name) ? "t" : name.slice(-1);
    return STATES.indexOf(name);
  });
}

type Row = { features: Int32Array[]; states: number[] };

export type Trained = { index: Map<string, number>; weights: Float32Array };

export function train(examples: readonly Example[]): Trained {
  const counts = new Map<string, number>();
  const lists = examples.map(({ tokens }) => featuresOf(tokens));
  for (const list of lists) for (const token of list) for (const feature of token) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const state of [...STATES, "start"]) index.set(`>${state}`, index.size);
  for (const [feature, count] of counts) if (count >= LEAST_SEEN) index.set(feature, index.size);
  const isWord = new Uint8Array(index.size);
  for (const [feature, at] of index) if (/^(?:w|suf|pw|bw|first|k3)/.test(feature)) isWord[at] = 1;
  const rows: Row[] = examples.map(({ labels }, at) => ({
    features: lists[at]!.map((token) => Int32Array.from(token.map((feature) => index.get(feature) ?? -1))),
    states: statesOf(labels),
  }));
  const weights = new Float32Array(index.size * WIDTH);
  const sums = new Float64Array(index.size * WIDTH);
  let step = 1;
  const change = (features: Int32Array, state: number, by: number) => {
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!;
      if (feature < 0) continue;
      const base = feature * WIDTH;
      weights[base + labelOf[state]!]! += by;
      sums[base + labelOf[state]!]! += by * step;
      if (at < STATED) {
        weights[base + LABELS.length + state]! += by;
        sums[base + LABELS.length + state]! += by * step;
      }
    }
  };
  const changeStep = (from: number, to: number, by: number) => {
    const place = from * WIDTH + LABELS.length + to;
    weights[place]! += by;
    sums[place]! += by * step;
  };
  const random = randomFrom(SEED);
  const order = rows.map((_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const at of order) {
      const { features: all, states } = rows[at]!;
      // Words are hidden at times, so that the form of a sentence is learnt and not its words alone.
      const hidden = random() < 0.5 ? HIDDEN : 0;
      const features = hidden === 0 ? all : all.map((list) => (random() < hidden ? list.map((feature) => (feature >= 0 && isWord[feature] ? -1 : feature)) : list));
      const guess = best(features, weights, states);
      let from = START;
      let guessFrom = START;
      for (const [place, state] of states.entries()) {
        const guessed = guess[place]!;
        if (guessed !== state) {
          change(features[place]!, state, 1);
          change(features[place]!, guessed, -1);
        }
        if (guessed !== state || guessFrom !== from) {
          changeStep(from, state, 1);
          changeStep(guessFrom, guessed, -1);
        }
        from = state;
        guessFrom = guessed;
      }
      step++;
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at]! -= sums[at]! / step;
  return { index, weights };
}

/** The best states, with a small bonus for wrong ones, so that right ones win by a margin. */
export function best(features: readonly Int32Array[], weights: Float32Array, gold: readonly number[]): number[] {
  const count = STATES.length;
  const backs: Int8Array[] = [];
  let scores = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  scores[START] = 0;
  const labels = new Float64Array(LABELS.length);
  for (const [at, list] of features.entries()) {
    labels.fill(0);
    const row = new Float64Array(count);
    for (let place = 0; place < list.length; place++) {
      if (list[place]! < 0) continue;
      const base = list[place]! * WIDTH;
      for (let label = 0; label < LABELS.length; label++) labels[label]! += weights[base + label]!;
      if (place < STATED) for (let state = 0; state < count; state++) row[state]! += weights[base + LABELS.length + state]!;
    }
    const next = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
    const back = new Int8Array(count);
    for (let before = 0; before <= START; before++) {
      if (scores[before] === Number.NEGATIVE_INFINITY) continue;
      for (const to of follows[before]!) {
        const score = scores[before]! + weights[before * WIDTH + LABELS.length + to]! + row[to]! + labels[labelOf[to]!]! + (gold[at] === to ? 0 : MARGIN);
        if (score > next[to]!) {
          next[to] = score;
          back[to] = before;
        }
      }
    }
    backs.push(back);
    scores = next;
  }
  let state = 0;
  for (let other = 1; other < count; other++) if (scores[other]! > scores[state]!) state = other;
  const path: number[] = [];
  for (let at = features.length - 1; at >= 0; at--) {
    path[at] = state;
    state = backs[at]![state]!;
  }
  return path;
}
/** By how much a right state has to win. */
const MARGIN = 3;
/** Of how many tokens the words are hidden, in half of the prompts. */
const HIDDEN = 0.5;
/** In how many tokens a feature has to stand to be learnt. */
const LEAST_SEEN = 5;
const EPOCHS = 6;
const SEED = 11;

/** The weights that matter, as whole numbers in text: what is small is left out, which also keeps the tagger from learning by heart. */
export function packed({ index, weights }: Trained): string {
  const most = weights.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const lines: string[] = [];
  for (const [feature, at] of index) {
    let line = "";
    for (let place = 0; place < WIDTH; place++) {
      const value = Math.round((weights[at * WIDTH + place]! / most) * 500);
      if (Math.abs(value) >= LEAST_WEIGHT) line += `${String.fromCharCode(FIRST + place)}${value}`;
    }
    if (line !== "") lines.push(`${feature}\t${line}`);
  }
  return lines.join("\n");
}

/** The largest weight is 500; what is smaller than this is left out. */
const LEAST_WEIGHT = 12;
