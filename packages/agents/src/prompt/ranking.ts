/**
 * Which files of an app matter for a request: those that are in play, those whose names or words it uses, and, through
 * the imports, those that are connected to them. The same input gives the same order.
 */
import type { FileMap } from "@edgewright/contracts";
import { type Pause, textOf } from "@edgewright/core";
import type { FileOutline } from "./outline.ts";
import { wordsOf } from "./words.ts";

export type RankingContext = {
  /** What the person asks for. */
  request: string;
  /** What was said before, newest last. */
  conversation?: readonly string[];
  /** Paths of findings, and of what was changed last. */
  recent?: readonly string[];
};

export type Ranking = {
  /** All paths, the one that matters most first. */
  order: string[];
  /** How much of the request, from 0 to 1, a file answers to by itself. */
  match: ReadonlyMap<string, number>;
  /** Named outright, or in `recent`; in the order of the ranking. */
  inPlay: string[];
};

export async function rank(files: FileMap, outlines: readonly FileOutline[], occasion: RankingContext, pause: Pause): Promise<Ranking> {
  const named = namedPaths(outlines, occasion.request);
  const mentioned = new Set((occasion.conversation ?? []).slice(-LATELY).flatMap((text) => [...namedPaths(outlines, text)]));
  const recent = new Set((occasion.recent ?? []).filter((path) => Object.hasOwn(files, path)));
  const match = await matches(files, outlines, occasion.request, pause);
  const start = new Map<string, number>();
  for (const { path } of outlines) {
    const weight =
      BASE +
      (match.get(path) ?? 0) +
      (named.has(path) ? NAMED : 0) +
      (recent.has(path) ? RECENT : 0) +
      (mentioned.has(path) ? MENTIONED : 0);
    start.set(path, weight);
  }
  const scores = spread(outlines, start);
  const order = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([path]) => path);
  return { order, match, inPlay: order.filter((path) => named.has(path) || recent.has(path)) };
}

const LATELY = 6;
const BASE = 0.01;
const NAMED = 3;
const RECENT = 0.6;
const MENTIONED = 0.4;

/** What paths are made of; the name of a file reaches from its beginning to the last ending in it. */
const RUN = /[\w@./()[\]-]+/g;
const ENDING = /(?<=\w)\.[a-z]{2,4}\b/g;

function nameEnd(run: string): number {
  let end = 0;
  for (const { 0: ending, index } of run.matchAll(ENDING)) end = index + ending.length;
  return end;
}

/** Paths, or names of files, that a text writes out. */
function namedPaths(outlines: readonly FileOutline[], text: string): Set<string> {
  const written = new Set((text.match(RUN) ?? []).map((run) => run.slice(0, nameEnd(run))));
  const inside = new Set([...written].map((name) => name.replace(/^[./]+/, "")));
  const isNamed = (path: string) => {
    if (written.has(path)) return true;
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) if (inside.has(path.slice(at + 1))) return true;
    return false;
  };
  return new Set(outlines.flatMap(({ path }) => (isNamed(path) ? [path] : [])));
}

const IN_PATH = 3;
const IN_NAMES = 2;
const IN_LINES = 1;
const IN_TEXT = 0.7;

/**
 * What share of the request's words, rare ones counting more, a file has in its path, its exports or its text.
 * A piece of the work is a word in a file.
 */
async function matches(files: FileMap, outlines: readonly FileOutline[], request: string, pause: Pause): Promise<Map<string, number>> {
  const wanted = [...new Set(wordsOf(request.replace(RUN, (run) => (nameEnd(run) > 0 ? ` ${run.slice(nameEnd(run))}` : run))))].slice(
    0,
    60,
  );
  const scores = new Map<string, number>();
  if (wanted.length === 0) return scores;
  const places = wanted.map((word) => ({ word, found: [] as { path: string; weight: number }[] }));
  for (const file of outlines) {
    const field = fieldsOf(file);
    const text = textOf(files, file.path).toLowerCase();
    for (const { word, found } of places) {
      const weight = field.get(word) ?? (hasWord(text, word) ? IN_TEXT : 0);
      if (weight > 0) found.push({ path: file.path, weight });
      await pause();
    }
  }
  for (const { found } of places) {
    const rarity = Math.log(1 + outlines.length / found.length);
    for (const { path, weight } of found) scores.set(path, (scores.get(path) ?? 0) + weight * rarity);
  }
  const most = Math.max(0, ...scores.values());
  for (const [path, score] of scores) scores.set(path, score / most);
  return scores;
}

const LETTER = /\p{Script=Latin}|\d/u;

/** Whether the text has the word, singular or plural. In scripts with spaces between words it must be a whole word. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!LETTER.test(word)) return true;
    const end = at + word.length;
    const after = text[end] === "s" ? end + 1 : end;
    if (!LETTER.test(text[at - 1] ?? " ") && !LETTER.test(text[after] ?? " ")) return true;
  }
  return false;
}

function fieldsOf({ path, names, says }: FileOutline): Map<string, number> {
  const field = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) field.set(word, Math.max(field.get(word) ?? 0, weight));
  };
  add(path.replace(/\.\w+$/, ""), IN_PATH);
  add(names.join(" "), IN_NAMES);
  add(says.join(" "), IN_LINES);
  return field;
}

const ROUNDS = 20;
const GOES_ON = 0.35;
/** A file speaks more for what it uses than for what uses it. */
const USES = 1;
const USED_BY = 0.6;

type Node = { links: { to: Node; weight: number }[]; home: number; score: number; next: number };

/** Personalized page rank over the imports. */
function spread(outlines: readonly FileOutline[], start: ReadonlyMap<string, number>): Map<string, number> {
  const nodes = nodesOf(outlines, start);
  for (let round = 0; round < ROUNDS; round++) {
    for (const node of nodes.values()) node.next = node.home * (1 - GOES_ON);
    for (const node of nodes.values()) {
      if (node.links.length === 0) node.next += node.score * GOES_ON;
      const outgoing = node.links.reduce((sum, { weight }) => sum + weight, 0);
      for (const { to, weight } of node.links) to.next += (node.score * GOES_ON * weight) / outgoing;
    }
    for (const node of nodes.values()) node.score = node.next;
  }
  return new Map([...nodes].map(([path, { score }]) => [path, score]));
}

function nodesOf(outlines: readonly FileOutline[], start: ReadonlyMap<string, number>): Map<string, Node> {
  const total = [...start.values()].reduce((sum, weight) => sum + weight, 0);
  const nodes = new Map<string, Node>();
  for (const [path, weight] of start) nodes.set(path, { links: [], home: weight / total, score: weight / total, next: 0 });
  for (const { path, imports } of outlines) {
    const from = nodes.get(path);
    for (const to of imports.flatMap((imported) => nodes.get(imported) ?? [])) {
      if (!from) continue;
      from.links.push({ to, weight: USES });
      to.links.push({ to: from, weight: USED_BY });
    }
  }
  return nodes;
}
