/** A conditional random field over whole prompts: it learns how likely each state is at each token, by the features there and the state before. */
import { featuresOf, STATED } from "../src/read/features.ts";
import { FIRST, follows, LABELS, labelOf, STATES, WIDTH } from "../src/read/tagger.ts";
import type { Example, Random } from "./tagged.ts";

const START = STATES.length;
const COUNT = STATES.length;

/** The states that the labels stand for: outside is parted by what stood last. */
export function statesOf(labels: readonly number[]): number[] {
  let last = "";
  return labels.map((label) => {
    const name = LABELS[label] ?? "O";
    if (name === "O") return STATES.indexOf(`O${last}`);
    last = /[tcr]$/.test(name) ? "t" : name.slice(-1);
    return STATES.indexOf(name);
  });
}

export type Trained = { index: Map<string, number>; weights: Float32Array };
type Row = { features: Int32Array[]; states: number[] };

/** In how many tokens a feature has to stand to be learnt. */
const LEAST_SEEN = 5;
const EPOCHS = 8;
/** How much large weights cost, for the whole of the examples. */
const COST = 2;
const RATE = 0.1;
/** Of how many tokens the words are hidden, in half of the prompts, so that the form of a sentence is learnt and not its words alone. */
const HIDDEN = 0.5;

const allowed: boolean[] = [...STATES, "start"].flatMap((_, from) => STATES.map((__, to) => (follows[from] ?? []).includes(to)));

export function train(examples: readonly Example[], random: Random): Trained {
  const { index, rows, isWord } = indexed(examples);
  const weights = new Float32Array(index.size * WIDTH);
  const sums = new Float64Array(index.size * WIDTH);
  const order = rows.map((_, at) => at);
  const decay = COST / rows.length;
  /** The weights are `scale` times what is stored, so that all of them can shrink at once. */
  let scale = 1;
  let step = 0;
  let kept = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at];
      if (!row) continue;
      const rate = RATE / (1 + step++ * RATE * decay * 10);
      scale *= 1 - rate * decay;
      learn(hidden(row, isWord, random), weights, scale, rate);
      if (scale < 1e-6) {
        for (let place = 0; place < weights.length; place++) weights[place] = (weights[place] ?? 0) * scale;
        scale = 1;
      }
    }
    // The later rounds are averaged.
    if (epoch < EPOCHS / 2) continue;
    kept++;
    for (let place = 0; place < weights.length; place++) sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0) * scale;
  }
  return { index, weights: Float32Array.from(sums, (sum) => sum / kept) };
}

function indexed(examples: readonly Example[]): { index: Map<string, number>; rows: Row[]; isWord: Uint8Array } {
  const lists = examples.map(({ tokens }) => featuresOf(tokens));
  const counts = new Map<string, number>();
  for (const list of lists) for (const token of list) for (const feature of token) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const state of [...STATES, "start"]) index.set(`>${state}`, index.size);
  for (const [feature, count] of counts) if (count >= LEAST_SEEN) index.set(feature, index.size);
  const isWord = new Uint8Array(index.size);
  for (const [feature, at] of index) if (/^(?:w|suf|pw|bw|first|k3)/.test(feature)) isWord[at] = 1;
  const rows = examples.map(({ labels }, at) => ({
    features: (lists[at] ?? []).map((token) => Int32Array.from(token.map((feature) => index.get(feature) ?? -1))),
    states: statesOf(labels),
  }));
  return { index, rows, isWord };
}

function shuffle(order: number[], random: Random): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = two;
    order[other] = one;
  }
}

function hidden({ features, states }: Row, isWord: Uint8Array, random: Random): Row {
  if (random() >= 0.5) return { features, states };
  return {
    states,
    features: features.map((list) => (random() < HIDDEN ? list.map((feature) => (feature >= 0 && isWord[feature] ? -1 : feature)) : list)),
  };
}

/** The score of each state at each token, by the features alone. */
function scoresOf(features: readonly Int32Array[], weights: Float32Array, scale: number): Float64Array {
  const all = new Float64Array(features.length * COUNT);
  const labels = new Float64Array(LABELS.length);
  for (const [at, list] of features.entries()) {
    labels.fill(0);
    const row = at * COUNT;
    for (let place = 0; place < list.length; place++) {
      const feature = list[place]!;
      if (feature < 0) continue;
      const base = feature * WIDTH;
      for (let label = 0; label < LABELS.length; label++) labels[label]! += weights[base + label]!;
      if (place < STATED) for (let state = 0; state < COUNT; state++) all[row + state]! += weights[base + LABELS.length + state]!;
    }
    for (let state = 0; state < COUNT; state++) all[row + state] = (all[row + state]! + labels[labelOf[state]!]!) * scale;
  }
  return all;
}

/** One step towards the marked states: forward and backward through the prompt, then each weight by what is marked less what is expected. */
function learn({ features, states }: Row, weights: Float32Array, scale: number, rate: number): void {
  const size = features.length;
  if (size === 0) return;
  const scores = scoresOf(features, weights, scale);
  const steps = new Float64Array((COUNT + 1) * COUNT);
  for (let from = 0; from <= COUNT; from++)
    for (let to = 0; to < COUNT; to++)
      steps[from * COUNT + to] = allowed[from * COUNT + to] ? Math.exp(weights[from * WIDTH + LABELS.length + to]! * scale) : 0;
  for (let at = 0; at < size; at++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let state = 0; state < COUNT; state++) most = Math.max(most, scores[at * COUNT + state]!);
    for (let state = 0; state < COUNT; state++) scores[at * COUNT + state] = Math.exp(scores[at * COUNT + state]! - most);
  }
  const ahead = new Float64Array(size * COUNT);
  const sums = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    let sum = 0;
    for (let to = 0; to < COUNT; to++) {
      let value = 0;
      if (at === 0) value = steps[START * COUNT + to]!;
      else for (let from = 0; from < COUNT; from++) value += ahead[(at - 1) * COUNT + from]! * steps[from * COUNT + to]!;
      value *= scores[at * COUNT + to]!;
      ahead[at * COUNT + to] = value;
      sum += value;
    }
    sums[at] = sum;
    for (let to = 0; to < COUNT; to++) ahead[at * COUNT + to]! /= sum;
  }
  const behind = new Float64Array(size * COUNT).fill(1, (size - 1) * COUNT);
  for (let at = size - 2; at >= 0; at--)
    for (let from = 0; from < COUNT; from++) {
      let value = 0;
      for (let to = 0; to < COUNT; to++) value += steps[from * COUNT + to]! * scores[(at + 1) * COUNT + to]! * behind[(at + 1) * COUNT + to]!;
      behind[at * COUNT + from] = value / sums[at + 1]!;
    }
  const by = rate / scale;
  const off = new Float64Array(COUNT);
  const labels = new Float64Array(LABELS.length);
  for (let at = 0; at < size; at++) {
    labels.fill(0);
    let most = 0;
    for (let state = 0; state < COUNT; state++) {
      off[state] = (states[at] === state ? 1 : 0) - ahead[at * COUNT + state]! * behind[at * COUNT + state]!;
      labels[labelOf[state]!]! += off[state]!;
      most = Math.max(most, Math.abs(off[state]!));
    }
    // Of what is nearly certain there is nothing to learn.
    if (most > 0.002) raise(features[at]!, weights, labels, off, by);
    raiseSteps(at, { ahead, behind, scores, sums, steps, states }, weights, by);
  }
}

function raise(list: Int32Array, weights: Float32Array, labels: Float64Array, off: Float64Array, by: number): void {
  for (let place = 0; place < list.length; place++) {
    const feature = list[place]!;
    if (feature < 0) continue;
    const base = feature * WIDTH;
    for (let label = 0; label < LABELS.length; label++) weights[base + label]! += by * labels[label]!;
    if (place < STATED) for (let state = 0; state < COUNT; state++) weights[base + LABELS.length + state]! += by * off[state]!;
  }
}

type Walk = { ahead: Float64Array; behind: Float64Array; scores: Float64Array; sums: Float64Array; steps: Float64Array; states: number[] };

function raiseSteps(at: number, { ahead, behind, scores, sums, steps, states }: Walk, weights: Float32Array, by: number): void {
  const before = at === 0 ? START : states[at - 1]!;
  weights[before * WIDTH + LABELS.length + states[at]!]! += by;
  for (let to = 0; to < COUNT; to++) {
    const after = (scores[at * COUNT + to]! * behind[at * COUNT + to]!) / sums[at]!;
    if (after === 0) continue;
    if (at === 0) weights[START * WIDTH + LABELS.length + to]! -= by * steps[START * COUNT + to]! * after;
    else
      for (let from = 0; from < COUNT; from++) {
        const likely = ahead[(at - 1) * COUNT + from]! * steps[from * COUNT + to]! * after;
        if (likely > 1e-5) weights[from * WIDTH + LABELS.length + to]! -= by * likely;
      }
  }
}

/** A weight of one is this in the text. */
const UNIT = 60;
/** What is smaller than this is left out, which also keeps the tagger from learning by heart. */
const LEAST_WEIGHT = 7;

export function packed({ index, weights }: Trained): string {
  const lines: string[] = [];
  for (const [feature, at] of index) {
    let line = "";
    for (let place = 0; place < WIDTH; place++) {
      const value = Math.round((weights[at * WIDTH + place] ?? 0) * UNIT);
      if (Math.abs(value) >= LEAST_WEIGHT || (feature.startsWith(">") && value !== 0)) line += `${String.fromCharCode(FIRST + place)}${value}`;
    }
    if (line !== "") lines.push(`${feature}\t${line}`);
  }
  return lines.join("\n");
}
