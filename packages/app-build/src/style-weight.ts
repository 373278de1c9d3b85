/**
 * How much a page's sheets and classes come to once Tailwind has written them out. A few characters can stand for millions of
 * rules: lists of selectors within one another, `marker:marker:marker:…`, utilities made of utilities, ranges of `@source inline`.
 * What weighs too much is refused before Tailwind sees it. Linear in what it reads.
 */
import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";

/** In rules and declarations: of all sheets together, and of all classes. */
export const WEIGHT_MAX = 100_000;
/** A class beyond it is not looked at. */
export const CLASS_WEIGHT_MAX = 2000;
/** Variables of the theme are looked up from one another, so that their cost is a square: 1,000 take as long as 10,000 rules. */
const themeWeight = (variables: number): number => variables ** 2 / 100;
/** Utilities of utilities, or variants of variants, deeper than this are a ring or might as well be. */
const DEPTH_MAX = 20;

/** `at`: its at-rule, "" for a rule of selectors. `lists`: its selectors. `own`: declarations. */
type Block = {
  at: string;
  params: string;
  lists: number;
  own: number;
  slots: number;
  applied: string[];
  patterns: string[];
  blocks: Block[];
};

export class StyleWeights {
  readonly #roots: Block[] = [];
  readonly #utilities = new Map<string, Block[]>();
  readonly #variants = new Map<string, Block | number>();
  readonly #known = new Map<string, number>();
  #themed = 0;

  /** What all sheets so far come to, this one with them. */
  add(sheet: string): number {
    const { root, themed } = new Outline(sheet, this.#variants);
    this.#roots.push(root);
    this.#themed += themed;
    for (const block of root.blocks) this.#define(block);
    this.#known.clear();
    return themeWeight(this.#themed) + sum(this.#roots, (one) => this.#weigh(one, 0));
  }

  /** Of a class with its variants. */
  of(word: string, depth = 0): number {
    const parts = partsOf(word);
    const name = parts.pop() ?? "";
    let weight = this.#utility(name.replace(/^!|!$/g, ""), depth);
    for (const part of parts) weight *= this.#variant(part, depth);
    return weight;
  }

  #define(block: Block): void {
    if (block.at === "utility") {
      const known = this.#utilities.get(block.params) ?? [];
      if (known.push(block) === 1) this.#utilities.set(block.params, known);
    } else if (block.at === "custom-variant") this.#variants.set(block.params, block);
    else for (const inside of block.at === "layer" ? block.blocks : []) this.#define(inside);
  }

  /** `tab-4` may be made by `@utility tab-4` and by `@utility tab-*`. */
  #utility(name: string, depth: number): number {
    const made = [this.#utilities.get(name) ?? []];
    for (let at = name.lastIndexOf("-"); at > 0; at = name.lastIndexOf("-", at - 1))
      made.push(this.#utilities.get(`${name.slice(0, at)}-*`) ?? []);
    if (made.every((blocks) => blocks.length === 0)) return 1;
    return this.#once(`utility ${name}`, depth, () => sum(made.flat(), (block) => this.#weigh(block, depth + 1)));
  }

  #variant(part: string, depth: number): number {
    const name = part.replace(/\/.*$/, "");
    const plain = name.replace(/^(?:(?:group|peer|not|has|in)-)+/, "");
    const negated = /(?:^|-)not-/.test(name) ? 2 : 1;
    const own = this.#variants.get(name) ?? this.#variants.get(plain);
    if (typeof own === "number") return negated * own;
    if (own) return negated * this.#once(`variant ${own.params}`, depth, () => this.#weigh(own, depth + 1, (block) => block.slots));
    if (name === "marker") return 4;
    return name === "selection" ? 2 : negated * (1 + count(part, ","));
  }

  #once(key: string, depth: number, weigh: () => number): number {
    if (depth > DEPTH_MAX) return Number.POSITIVE_INFINITY;
    const weight = Math.max(this.#known.get(key) ?? weigh(), 1);
    this.#known.set(key, weight);
    return weight;
  }

  #weigh(root: Block, depth: number, own = (block: Block) => this.#own(block, depth)): number {
    let weight = 0;
    const waiting: [Block, number][] = [[root, 1]];
    for (let next = waiting.pop(); next !== undefined && weight < Number.POSITIVE_INFINITY; next = waiting.pop()) {
      const [block, times] = next;
      weight += times * own(block);
      for (const inside of block.blocks) waiting.push([inside, times * this.#times(inside, depth)]);
    }
    return weight;
  }

  #own(block: Block, depth: number): number {
    const applied = sum(block.applied, (word) => this.of(word, depth));
    // A pattern counts as if each of its classes had all of its variants.
    const inlined = sum(block.patterns, (pattern) => expansions(pattern) * this.of(pattern.replace(/[{},]/g, ""), depth));
    return 1 + block.own + applied + inlined;
  }

  #times(block: Block, depth: number): number {
    if (block.at !== "variant") return block.lists;
    return block.params.split(/[:,]/).reduce((times, name) => times * this.#variant(name.trim(), depth), 1);
  }
}

/** A sheet as blocks in blocks. */
class Outline {
  readonly root: Block = block("", "", 1);
  /** Variables of its themes. */
  themed = 0;
  readonly #open: Block[] = [this.root];
  readonly #variants: Map<string, Block | number>;
  #begun: string[] = [];
  #at = "";
  #lists = 1;
  #depth = 0;

  constructor(text: string, variants: Map<string, Block | number>) {
    this.#variants = variants;
    for (const token of tokenize({ css: text })) this.#take(token);
    this.#statement();
  }

  get #here(): Block {
    return this.#open.at(-1) ?? this.root;
  }

  #take(token: CSSToken): void {
    const [type, raw] = token;
    if (type === TokenType.OpenCurly) {
      const inside = block(this.#at, this.#begun.join("").trim(), this.#at === "" ? this.#lists : 1);
      this.#here.blocks.push(inside);
      this.#open.push(inside);
      this.#restart();
    } else if (type === TokenType.CloseCurly) {
      this.#statement();
      if (this.#open.length > 1) this.#open.pop();
    } else if (type === TokenType.Semicolon) this.#statement();
    else if (type === TokenType.AtKeyword && this.#begun.length === 0) this.#at = token[4].value.toLowerCase();
    else if (type !== TokenType.Comment && (type !== TokenType.Whitespace || this.#begun.length > 0)) {
      if (type === TokenType.Function || type === TokenType.OpenParen || type === TokenType.OpenSquare) this.#depth++;
      else if (type === TokenType.CloseParen || type === TokenType.CloseSquare) this.#depth--;
      else if (type === TokenType.Comma && this.#depth <= (this.#at === "custom-variant" ? 1 : 0)) this.#lists++;
      this.#begun.push(type === TokenType.String ? token[4].value : raw);
    }
  }

  #statement(): void {
    const said = this.#begun.join("").trim();
    const here = this.#here;
    if (this.#at === "apply") here.applied.push(...said.split(/\s+/));
    else if (this.#at === "slot") here.slots++;
    else if (this.#at === "source") here.patterns.push(...inlined(said));
    else if (this.#at === "custom-variant") this.#variants.set(said.split(/[\s(]/)[0] ?? "", this.#lists);
    else if (said !== "") here.own++;
    if (said !== "" && here.at === "theme") this.themed++;
    this.#restart();
  }

  #restart(): void {
    this.#begun = [];
    this.#at = "";
    this.#lists = 1;
    this.#depth = 0;
  }
}

const block = (at: string, params: string, lists: number): Block => ({
  at,
  params,
  lists,
  own: 0,
  slots: 0,
  applied: [],
  patterns: [],
  blocks: [],
});

/** The patterns of `@source inline("{hover:,}mt-{1..9}")`. */
const inlined = (said: string): string[] => (/^(?:not\s+)?inline\((.*)\)$/s.exec(said)?.[1] ?? "").split(/\s+/).filter((one) => one !== "");

/** Choices in braces are summed, what follows one another is multiplied. */
function expansions(pattern: string): number {
  // Of each open brace: what its earlier choices come to, and what stood before it.
  const open: { before: number; choices: number; from: number }[] = [];
  let here = 1;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    const brace = open.at(-1);
    if (character === "{") {
      open.push({ before: here, choices: 0, from: at + 1 });
      here = 1;
    } else if (character === "," && brace) {
      brace.choices += here;
      here = 1;
    } else if (character === "}" && brace) {
      open.pop();
      here = brace.before * Math.max(brace.choices + here, rangeLength(pattern.slice(brace.from, Math.min(at, brace.from + 80))));
    }
  }
  return here;
}

function rangeLength(text: string): number {
  const [, from, to, step] = /^(-?\d{1,20})\.\.(-?\d{1,20})(?:\.\.(-?\d{1,20}))?$/.exec(text) ?? [];
  return from === undefined ? 0 : Math.abs(Number(to) - Number(from)) / (Math.abs(Number(step ?? 1)) || 1) + 1;
}

/** At the colons outside brackets. */
function partsOf(word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < word.length; at++) {
    const character = word[at];
    if (character === "[" || character === "(") depth++;
    else if (character === "]" || character === ")") depth--;
    else if (character === ":" && depth <= 0) {
      parts.push(word.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, word.slice(start)];
}

const sum = <T>(all: readonly T[], weigh: (one: T) => number): number => all.reduce((total, one) => total + weigh(one), 0);
const count = (text: string, part: string): number => text.split(part).length - 1;
