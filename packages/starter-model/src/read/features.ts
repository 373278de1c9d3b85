/** What a tagger sees of each token: its word and its neighbours, what is known of them, and where it stands in sentence and list. */
import { COMMON_WORDS } from "../knowledge/common-words.ts";
import { BOOLEANS, CHOICE_WORDS } from "../knowledge/field-words.ts";
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import { verbForm } from "../knowledge/verbs.ts";
import { singular } from "../words/inflect.ts";
import { GLUE } from "./account.ts";
import { knownType } from "./field-type.ts";
import { entryOf } from "./lexicon.ts";
import { isWish } from "./needs.ts";
import { CONTAINER } from "./thing.ts";
import type { Token } from "./tokens.ts";

const rank = new Map(COMMON_WORDS.split(" ").map((word, index) => [word, index]));

const CUES = new Set(
  "with has have having had each every per for of note notes record records track keep keeps log list enter enters write writes put show see want need needs who which when what where whether how if can could should must may only is are be by mark set as against under in on contains contain belongs belong to from get gets give gives about like including and or their its our".split(
    " ",
  ),
);

type Known = {
  kind: string;
  type: string;
  choice: boolean;
  isGlue: boolean;
  rank: string;
  stem: string;
  verb: string;
  sort: string;
  sense: string;
  part: string;
  group: string;
};

const known = new Map<string, Known>();

/** What is known of a word by itself. */
function knownOf(lower: string): Known {
  const before = known.get(lower);
  if (before) return before;
  const one = singular(lower);
  const at = rank.get(lower);
  const isGlue = GLUE.has(lower);
  const kind = isGlue ? "" : isKindName(one) ? "kind" : "";
  const type = isGlue ? "" : BOOLEANS.has(lower) ? "boolean" : (knownType(lower) ?? "");
  const found: Known = {
    kind,
    type,
    choice: CHOICE_WORDS.has(lower),
    isGlue,
    rank: at === undefined ? (/\d/.test(lower) ? "digit" : "rare") : at < 300 ? "top" : at < 2500 ? "common" : "less",
    stem: one,
    verb: isGlue ? "" : verbForm(lower),
    sort: "",
    ...(isGlue || !/[a-z]/.test(lower)
      ? { sense: lower, part: lower, group: "" }
      : (entryOf(lower) ?? { sense: "?", part: "?", group: "?" })),
  };
  found.sort = isGlue
    ? lower
    : CONTAINER.test(lower)
      ? "holder"
      : `${kind ? (lower === one ? "K" : "Ks") : lower === one ? "x" : "xs"}${type ? "+" : ""}${found.verb ? `v${found.verb[0]}` : ""}`;
  if (known.size < 20_000) known.set(lower, found);
  return found;
}

/** Whether a word is a kind of record, or one that fields are called by. */
export const isKnown = (lower: string): boolean => knownOf(lower).kind !== "" || knownOf(lower).type !== "";

const sortOf = (token: Token | undefined): string => {
  if (!token) return "#";
  if (token.kind === "word") return knownOf(token.lower).sort;
  return token.kind === "mark" ? token.text : token.kind === "line" ? "¶" : "•";
};

const HARD = new Set([".", "!", "?", ";", ":", "(", ")", "[", "]", "\n"]);
const SOFT = new Set([",", "/", "+", "and", "or", "->", "|", "\t", "&"]);
const isHard = (token: Token, at: number, all: readonly Token[]): boolean =>
  token.kind === "line" ||
  token.kind === "bullet" ||
  (token.kind === "mark" && (HARD.has(token.text) || (token.text === "-" && all[at + 1]?.kind === "word")));

/** A stretch without hard marks, and the parts that its commas make. */
type Part = { from: number; to: number; index: number; left: string; right: string; type: string; length: number };
type Stretch = { from: number; to: number; before: string; after: string; parts: Part[]; typed: string; hasOr: boolean; hasSlash: boolean };

function stretchesOf(tokens: readonly Token[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token && !isHard(token, at, tokens)) continue;
    if (at > from) stretches.push(stretchOf(tokens, from, at));
    from = at + 1;
  }
  return stretches;
}

function stretchOf(tokens: readonly Token[], from: number, to: number): Stretch {
  const parts: Part[] = [];
  let begun = from;
  for (let at = from; at <= to; at++) {
    const token = tokens[at];
    if (at < to && token && !SOFT.has(token.lower)) continue;
    if (at > begun) {
      const words = tokens
        .slice(begun, at)
        .filter(({ kind }) => kind === "word")
        .map(({ lower }) => lower);
      const bare = words
        .filter((word, index) => index === words.length - 1 || !/^(?:the|a|an|its|their|his|her|our|my)$/.test(word))
        .join(" ");
      parts.push({
        from: begun,
        to: at,
        index: parts.length,
        left: sortOf(tokens[begun - 1]),
        right: sortOf(tokens[at]),
        type: words.length > 0 && words.length <= 4 ? (knownType(bare) ?? "") : "",
        length: words.length,
      });
    }
    begun = at + 1;
  }
  const typed = parts.length === 0 ? 0 : parts.filter(({ type }) => type !== "").length / parts.length;
  const slice = tokens.slice(from, to);
  return {
    from,
    to,
    before: sortOf(tokens[from - 1]),
    after: sortOf(tokens[to]),
    parts,
    typed: typed === 0 ? "0" : typed < 0.34 ? "1" : typed < 0.67 ? "2" : "3",
    hasOr: slice.some(({ lower }) => lower === "or"),
    hasSlash: slice.some(({ text }) => text === "/"),
  };
}

const few = (count: number): string => (count > 4 ? "5" : `${count}`);

/** The clause around each token asks for a view, a total, a rule: what it names is no field. */
function wishesOf(tokens: readonly Token[]): boolean[] {
  const wished: boolean[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token && !/^[.!?;\n]$/.test(token.text)) continue;
    const said = tokens
      .slice(from, at)
      .map(({ text }) => text)
      .join(" ");
    const is = said !== "" && isWish(said);
    while (wished.length <= at) wished.push(is);
    from = at + 1;
  }
  return wished;
}

/** The features of each token; the first few are those that what stood before is weighed with. */
export function featuresOf(tokens: readonly Token[]): string[][] {
  const stretches = stretchesOf(tokens);
  const wished = wishesOf(tokens);
  const counts = new Map<string, number>();
  for (const { lower, kind } of tokens)
    if (kind === "word" && !knownOf(lower).isGlue) counts.set(knownOf(lower).stem, (counts.get(knownOf(lower).stem) ?? 0) + 1);
  const features: string[][] = [];
  let stretch = 0;
  let sentenceFrom = 0;
  let cues: string[] = [];
  let cueAt = 0;
  let lineBullet = false;
  const seen = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    while (stretches[stretch] && at >= stretches[stretch]!.to) stretch++;
    const inside = stretches[stretch] && at >= stretches[stretch]!.from ? stretches[stretch] : undefined;
    const part = inside?.parts.find(({ from, to }) => at >= from && at < to);
    const own = token.kind === "word" ? knownOf(token.lower) : null;
    const s = (offset: number) => sortOf(tokens[at + offset]);
    const knownAt = (offset: number) => {
      const other = tokens[at + offset];
      return other?.kind === "word" ? knownOf(other.lower) : null;
    };
    const n = (offset: number) => knownAt(offset)?.sense ?? s(offset);
    const p = (offset: number) => knownAt(offset)?.part ?? s(offset);
    const w = (offset: number) => tokens[at + offset]?.lower ?? "#";
    const phrase = (length: number, back = 0) =>
      tokens
        .slice(at - back, at - back + length)
        .map(({ lower }) => lower)
        .join(" ");
    const list = [
      `s${s(0)}`,
      `s-1${s(-1)}`,
      `ss${s(-1)} ${s(0)}`,
      `part${part ? `${part.left} ${part.right} ${few(part.length)}` : "-"}`,
      `b${inside?.before ?? "-"} ${inside?.after ?? "-"}`,
      `cue${cues.at(-1) ?? "#"} ${few(at - cueAt)}`,
      `w-1${w(-1)}`,
      `w${w(0)}`,
      "1",
    ];
    if (token.kind !== "word") {
      list.push(`m${token.text} ${s(-1)} ${s(1)}`, `m${token.text} ${inside?.typed ?? ""}`);
    } else {
      list.push(
        `w+1${w(1)}`,
        `w-2${w(-2)}`,
        `w+2${w(2)}`,
        `ww${w(-1)} ${w(0)}`,
        `ww+${w(0)} ${w(1)}`,
        `www${w(-2)} ${w(-1)} ${s(0)}`,
        `sss${s(-1)} ${s(0)} ${s(1)}`,
        `s2${s(-2)} ${s(-1)} ${s(0)}`,
        `s3${s(0)} ${s(1)} ${s(2)}`,
        `s4${s(-3)} ${s(-2)} ${s(-1)}`,
        `s5${s(1)} ${s(2)} ${s(3)}`,
        `suf${token.lower.slice(-3)}`,
        `suf2${token.lower.slice(-2)} ${s(-1)}`,
        `cap${/^[A-Z]/.test(token.text) ? (/^[A-Z]{2,}/.test(token.text) ? 2 : 1) : 0}${/\d/.test(token.text) ? "d" : ""}`,
        `rank${own!.rank}`,
        `verb${own!.verb} ${s(-1)}`,
        `verb${own!.verb} ${s(1)}`,
        `type${own!.type}`,
        `type2${own!.type} ${s(-1)}`,
        `kind${own!.kind} ${s(-1)} ${s(1)}`,
        `choice${own!.choice}`,
        `n${n(0)}`,
        `n${n(-1)} ${n(0)}`,
        `n+${n(0)} ${n(1)}`,
        `n${n(0)} ${s(-1)} ${s(1)}`,
        `n${n(0)} ${cues.at(-1) ?? "#"}`,
        `g${own!.group}`,
        `g${own!.group} ${s(-1)}`,
        `g-${knownAt(-1)?.group ?? ""}`,
        `g+${knownAt(1)?.group ?? ""}`,
        `q${p(0)}`,
        `q${p(-1)} ${p(0)} ${p(1)}`,
        `q-${p(-2)} ${p(-1)} ${p(0)}`,
        `q+${p(0)} ${p(1)} ${p(2)}`,
        `ph${at + 1 < tokens.length && tokens[at + 1]!.kind === "word" ? (knownType(phrase(2)) ?? "") : "-"}`,
        `phb${at > 0 && tokens[at - 1]!.kind === "word" && !own!.isGlue ? (knownType(phrase(2, 1)) ?? "") : "-"}`,
        `k2${tokens[at + 1]?.kind === "word" && isKindName(singular(phrase(2)))} ${at > 0 && isKindName(singular(phrase(2, 1)))}`,
        `k3${!own!.isGlue && kindOf(token.lower) !== undefined}`,
        `cue2${cues.at(-2) ?? "#"} ${cues.at(-1) ?? "#"}`,
        `cues${cues.at(-1) ?? "#"} ${s(0)}`,
        `wish${wished[at]}`,
        `wish${wished[at]} ${s(0)}`,
        `first${w(sentenceFrom - at)} ${w(sentenceFrom - at + 1)}`,
        `first${w(sentenceFrom - at)} ${s(0)}`,
        `pos${few(at - sentenceFrom)} ${sentenceFrom === 0 ? "text" : ""}`,
        `bullet${lineBullet} ${few(at - sentenceFrom)}`,
        `many${few(counts.get(own!.stem) ?? 0)} ${seen.has(own!.stem)} ${own!.isGlue}`,
        `many${few(counts.get(own!.stem) ?? 0)} ${seen.has(own!.stem)} ${s(-1)}`,
      );
      if (inside && part)
        list.push(
          `p${part.left} ${part.right}`,
          `pt${part.type} ${few(part.length)}`,
          `ph${n(part.to - 1 - at)} ${part.left} ${part.right}`,
          `ph${n(part.to - 1 - at)} ${inside.before} ${few(part.length)}`,
          `pg${knownAt(part.to - 1 - at)?.group ?? ""}`,
          `pp${few(part.index)}/${few(inside.parts.length)} ${inside.typed}`,
          `pi${at - part.from === 0 ? "first" : at === part.to - 1 ? "last" : "in"} ${few(part.length)} ${part.left} ${part.right}`,
          `pb${inside.before} ${few(part.index)} ${inside.typed}`,
          `pw${tokens[part.from]!.lower}`,
          `pw${tokens[part.from]!.lower} ${few(at - part.from)}`,
          `or${inside.hasOr}${inside.hasSlash} ${inside.before} ${inside.after}`,
          `or${inside.hasOr}${inside.hasSlash} ${inside.typed} ${few(inside.parts.length)} ${own!.type !== ""}`,
          `bw${w(inside.from - 2 - at)} ${inside.before} ${few(part.index)}`,
        );
    }
    features.push(list);
    if (own) {
      if (!own.isGlue) seen.add(own.stem);
      if (CUES.has(token.lower)) {
        cues.push(token.lower);
        cueAt = at;
      }
    }
    if (/^[.!?;\n]$/.test(token.text) || token.kind === "bullet") {
      sentenceFrom = at + 1;
      cues = [];
      cueAt = at;
      if (token.kind === "line") lineBullet = false;
      if (token.kind === "bullet") lineBullet = true;
    }
  }
  return features;
}

/** How many of the first features are weighed with the state, and not with the label alone. */
export const STATED = 9;
