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

/** The best states, and their score; `barred` says which may not stand where. */
function bestPath(
  { emit, step }: Lattice,
  barred: (at: number, state: number) => boolean = () => false,
): { path: number[]; score: number } {
  const back: Int8Array[] = [];
  let scores = new Float64Array(STATES.length + 1).fill(Number.NEGATIVE_INFINITY);
  scores[START] = 0;
  for (const [at, row] of emit.entries()) {
    const next = new Float64Array(STATES.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int8Array(STATES.length).fill(-1);
    for (let before = 0; before <= START; before++) {
      if (scores[before] === Number.NEGATIVE_INFINITY) continue;
      for (const to of follows[before]!) {
        const score = scores[before]! + step(before, to) + row[to]!;
        if (score > next[to]! && !barred(at, to)) {
          next[to] = score;
          from[to] = before;
        }
      }
    }
    back.push(from);
    scores = next;
  }
  let state = 0;
  for (let other = 1; other < STATES.length; other++) if (scores[other]! > scores[state]!) state = other;
  const score = scores[state]!;
  const path: number[] = [];
  for (let at = emit.length - 1; at >= 0; at--) {
    path.unshift(state);
    state = back[at]![state]!;
  }
  return { path, score };
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
  const { path, score } = bestPath(lattice);
  const spans = spansIn(path);
  if (!spans.some(({ role }) => role !== "p")) return eagerSpans(lattice, tokens);
  return spans.map((span) => {
    if (span.role === "f" || span.role === "p") return { ...span, margin: 0 };
    const without = bestPath(lattice, (at, state) => at === span.from && /^[BI][tcr]$/.test(STATES[state]!));
    return { ...span, margin: score - without.score };
  });
}

/** Where nothing was found, less is asked of a word, step by step, until there is something to show of which a word is known. */
function eagerSpans({ emit, step }: Lattice, tokens: readonly Token[]): Span[] {
  for (let less = 100; less <= 500; less += 100) {
    const easier = emit.map((row) => row.map((score, state) => (STATES[state]!.startsWith("O") ? score - less : score)));
    const spans = spansIn(bestPath({ emit: easier, step }).path);
    if (spans.some(({ to }) => isKnown(tokens[to - 1]?.lower ?? ""))) return spans.map((span) => ({ ...span, margin: 0 }));
  }
  return [];
}
