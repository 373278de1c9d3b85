/** Finds the tables, fields and options of a prompt: a linear model over the features of its tokens, whose weights corpus/train.ts makes. */
import { TAGGER_WEIGHTS } from "../knowledge/tagger-weights.ts";
import { featuresOf, isKnown, STATED } from "./features.ts";
import type { Token } from "./tokens.ts";

/** A table spoken of, a child of it, what a table belongs to, a field, an option. */
export type Role = "t" | "c" | "r" | "f" | "p";
/** From this margin on a table is taken whatever it is called. */
export const SURE = 500;
export type Span = {
  role: Role;
  from: number;
  to: number;
  /** How much worse the best reading without it is. */
  margin: number;
  /** What it is called, where the person's words say it otherwise: who "takes" makes a withdrawal. */
  name?: string;
  /** It stands in a series of tables. */
  listed?: boolean;
};
export type Weights = (feature: string) => ArrayLike<number> | undefined;

export const ROLES: readonly Role[] = ["t", "c", "r", "f", "p"];
/** Outside, then the beginning and the inside of each role. */
export const LABELS: readonly string[] = ["O", ...ROLES.flatMap((role) => [`B${role}`, `I${role}`])];
/** Outside is parted by what stood last, so that a list knows what it continues. */
export const STATES: readonly string[] = ["O", "Ot", "Of", "Op", ...LABELS.slice(1)];
export const labelOf: readonly number[] = STATES.map((state) => (state.startsWith("O") ? 0 : LABELS.indexOf(state)));
const START = STATES.length;

const group = (state: string): string => (/[tcr]$/.test(state) ? "t" : /[fp]$/.test(state) ? state.slice(-1) : "");

export const follows: readonly (readonly number[])[] = [...STATES, "start"].map((from) =>
  STATES.flatMap((to, index) => {
    if (from === "start") return to === "O" || to.startsWith("B") ? [index] : [];
    if (to.startsWith("I")) return from.slice(1) === to.slice(1) && !from.startsWith("O") ? [index] : [];
    if (to.startsWith("O")) return group(from) === group(to) ? [index] : [];
    return [index];
  }),
);

/** The score of each state at each token, and of each step from one to the next. */
type Lattice = { emit: Float64Array[]; step: (from: number, to: number) => number };

/** The weights are laid out as: a label each, then a state each for the first features. */
export const WIDTH = LABELS.length + STATES.length;

function latticeOf(features: readonly string[][], weights: Weights): Lattice {
  const emit = features.map((list) => {
    const row = new Float64Array(STATES.length);
    for (const [index, feature] of list.entries()) {
      const values = weights(feature);
      if (!values) continue;
      for (let state = 0; state < STATES.length; state++) {
        row[state]! += values[labelOf[state]!]!;
        if (index < STATED) row[state]! += values[LABELS.length + state]!;
      }
    }
    return row;
  });
  const steps = [...STATES, "start"].map((state) => weights(`>${state}`));
  return { emit, step: (from, to) => steps[from]?.[LABELS.length + to] ?? 0 };
}

/** The best score of all tokens up to each one, by its state, and which state came before. */
function forwards({ emit, step }: Lattice): { best: Float64Array[]; back: Int8Array[] } {
  const best: Float64Array[] = [];
  const back: Int8Array[] = [];
  let scores = new Float64Array(STATES.length + 1).fill(Number.NEGATIVE_INFINITY);
  scores[START] = 0;
  for (const row of emit) {
    const next = new Float64Array(STATES.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int8Array(STATES.length).fill(-1);
    for (let before = 0; before <= START; before++) {
      if (scores[before] === Number.NEGATIVE_INFINITY) continue;
      for (const to of follows[before]!) {
        const score = scores[before]! + step(before, to) + row[to]!;
        if (score > next[to]!) {
          next[to] = score;
          from[to] = before;
        }
      }
    }
    back.push(from);
    best.push(next);
    scores = next;
  }
  return { best, back };
}

/** The best score of all tokens after each one, by its state. */
function backwards({ emit, step }: Lattice): Float64Array[] {
  const rests: Float64Array[] = [];
  let rest = new Float64Array(STATES.length);
  for (let at = emit.length - 1; at >= 0; at--) {
    rests.push(rest);
    const row = emit[at]!;
    const before = new Float64Array(STATES.length).fill(Number.NEGATIVE_INFINITY);
    for (let state = 0; state < STATES.length; state++)
      for (const to of follows[state]!) before[state] = Math.max(before[state]!, step(state, to) + row[to]! + rest[to]!);
    rest = before;
  }
  return rests.reverse();
}

type BestPath = { path: number[]; score: number };

function bestPath(lattice: Lattice, { best, back } = forwards(lattice)): BestPath {
  const scores = best.at(-1);
  if (!scores) return { path: [], score: 0 };
  let state = 0;
  for (let other = 1; other < STATES.length; other++) if (scores[other]! > scores[state]!) state = other;
  const score = scores[state]!;
  const path: number[] = [];
  for (const from of back.toReversed()) {
    path.push(state);
    state = from[state]!;
  }
  return { path: path.reverse(), score };
}

export function spansIn(path: readonly number[]): Omit<Span, "margin">[] {
  const spans: Omit<Span, "margin">[] = [];
  for (const [at, state] of path.entries()) {
    const name = STATES[state]!;
    const last = spans.at(-1);
    if (name.startsWith("B")) spans.push({ role: name.slice(1) as Role, from: at, to: at + 1 });
    else if (name.startsWith("I") && last) last.to = at + 1;
  }
  return spans;
}

/** The likeliest states by other weights than those in the repository. */
export const statesBy = (tokens: readonly Token[], weights: Weights): number[] => bestPath(latticeOf(featuresOf(tokens), weights)).path;

let learnt: Map<string, Int16Array> | undefined;

/** Each line is a feature, a tab, and letters with their weights: the place in a row, and its value. */
function unpacked(text: string): Map<string, Int16Array> {
  const weights = new Map<string, Int16Array>();
  for (const line of text.split("\n")) {
    const tab = line.lastIndexOf("\t");
    const values = new Int16Array(WIDTH);
    for (const [, place, value] of line.slice(tab + 1).matchAll(/([^\d-])(-?\d+)/g)) values[place!.charCodeAt(0) - FIRST] = Number(value);
    weights.set(line.slice(0, tab), values);
  }
  return weights;
}

/** The letter of the first place in a row of weights. */
export const FIRST = 97;

function latticeFor(tokens: readonly Token[]): Lattice {
  learnt ??= unpacked(TAGGER_WEIGHTS);
  const weights = learnt;
  return latticeOf(featuresOf(tokens), (feature) => weights.get(feature));
}

/** Whether a clause by itself names several fields or options. */
export const namesFields = (tokens: readonly Token[]): boolean =>
  spansIn(bestPath(latticeFor(tokens)).path).filter(({ role }) => role === "f" || role === "p").length > 1;

export function tag(tokens: readonly Token[]): Span[] {
  if (tokens.length === 0) return [];
  const lattice = latticeFor(tokens);
  const ahead = forwards(lattice);
  const { path, score } = bestPath(lattice, ahead);
  const spans = spansIn(path);
  if (!spans.some(({ role }) => role !== "p")) return eagerSpans(lattice, tokens);
  // What each path would come to that has none of these states at one token: once over all tokens, not once for each of them.
  const rests = backwards(lattice);
  const without = (at: number) => Math.max(...OTHERS.map((state) => ahead.best[at]![state]! + rests[at]![state]!));
  return spans.map((span) => ({ ...span, margin: span.role === "f" || span.role === "p" ? 0 : score - without(span.from) }));
}

/** States in which a token is no part of a table. */
const OTHERS = STATES.flatMap((state, index) => (/^[BI][tcr]$/.test(state) ? [] : [index]));

/** Where nothing was found, less is asked of a word, step by step, until there is something to show of which a word is known. */
function eagerSpans({ emit, step }: Lattice, tokens: readonly Token[]): Span[] {
  for (let less = 100; less <= 500; less += 100) {
    const easier = emit.map((row) => row.map((score, state) => (STATES[state]!.startsWith("O") ? score - less : score)));
    const spans = spansIn(bestPath({ emit: easier, step }).path);
    if (spans.some(({ to }) => isKnown(tokens[to - 1]?.lower ?? ""))) return spans.map((span) => ({ ...span, margin: 0 }));
  }
  return [];
}
