/** "draft -> submitted -> approved -> paid": what arrows lead through, from one to the next, are the options of a state. */
import type { Span } from "./tagger.ts";
import type { Token } from "./tokens.ts";

/** Two names with an arrow between them may be a table and its fields, or a table and another. */
const STAGES_MIN = 3;
const WORDS_MAX = 3;

type Stretch = Pick<Span, "from" | "to">;

/** Each stage is an option, whatever the tagger took it for. */
export function withStages(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const stages = chains(spans, tokens).flatMap((chain) =>
    chain.map((stage): Span => ({ role: "p", ...stage, margin: Number.POSITIVE_INFINITY })),
  );
  const others = spans.filter(({ from, to }) => !stages.some((stage) => from < stage.to && stage.from < to));
  return [...others, ...stages].sort((one, other) => one.from - other.from);
}

function chains(spans: readonly Span[], tokens: readonly Token[]): Stretch[][] {
  const found: Stretch[][] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isArrow(tokens[at])) {
      const steps = stepsFrom(tokens, at);
      if (steps.length >= STAGES_MIN) found.push(steps);
      continue;
    }
    const arrows = [at];
    for (let next = wordsUpTo(tokens, at + 1); isArrow(tokens[next]); next = wordsUpTo(tokens, next + 1)) arrows.push(next);
    at = arrows.at(-1) ?? at;
    const chain = [firstOf(spans, tokens, arrows[0] ?? at), ...arrows.map((arrow, index) => afterArrow(tokens, arrow, arrows[index + 1]))];
    const isChain = chain.length >= STAGES_MIN && chain.every(({ from, to }) => to > from && to - from <= WORDS_MAX);
    if (isChain) found.push(chain);
  }
  return found;
}

/** "drag them from received to modelling to oven to shipped" */
function stepsFrom(tokens: readonly Token[], at: number): Stretch[] {
  if (tokens[at]?.lower !== "from") return [];
  const steps: Stretch[] = [];
  for (let from = at + 1, to = from; to <= tokens.length; to++) {
    const isOver = tokens[to]?.kind !== "word";
    if (!isOver && tokens[to]?.lower !== "to") continue;
    if (to === from || to - from > 2) return [];
    steps.push({ from, to });
    if (isOver) return steps.every((step) => tokens[step.from]?.lower !== "the" && !/\d/.test(tokens[step.from]?.lower ?? "")) ? steps : [];
    from = to + 1;
  }
  return steps;
}

const isArrow = (token: Token | undefined): boolean => token?.text === "->";

const wordsUpTo = (tokens: readonly Token[], from: number): number => {
  const end = tokens.findIndex(({ kind }, at) => at >= from && kind !== "word");
  return end < 0 ? tokens.length : end;
};

const LEADING = /^(?:go(?:es)?|moves?|pass(?:es)?|runs?|through|from|as|is|are|be|can|status(?:es)?|states?|stages?|steps?|flow|workflow)$/;

/** What stands before the first arrow, but for the thing that goes through the stages and the words that say so: "repairs go received -> ready". */
function firstOf(spans: readonly Span[], tokens: readonly Token[], arrow: number): Stretch {
  const start = tokens.slice(0, arrow).findLastIndex(({ kind, lower }) => kind !== "word" || LEADING.test(lower)) + 1;
  const thing = spans.findLast(({ role, to }) => role === "t" && to < arrow)?.to ?? 0;
  const from = Math.max(start, thing);
  return { from: arrow - from <= WORDS_MAX ? from : arrow - 1, to: arrow };
}

/** Up to the next arrow; the last stage goes on to the end of its phrase, or is the word behind the arrow. */
function afterArrow(tokens: readonly Token[], arrow: number, next: number | undefined): Stretch {
  const end = next ?? wordsUpTo(tokens, arrow + 1);
  const isPhrase = next !== undefined || end - arrow - 1 <= WORDS_MAX;
  return { from: arrow + 1, to: isPhrase ? end : arrow + 2 };
}
