/** The app's CSS: its sheets through Tailwind, with the classes its sources use. Kept between builds, so that an edit costs only its new classes. */

import { type FileMap, type Finding, LIMITS } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { compile } from "tailwindcss";
import { classCandidates } from "./candidates.ts";
import { type Elsewhere, IN_PLACE } from "./elsewhere.ts";
import { buildFinding, positionAt } from "./position.ts";
import { resolveImport } from "./resolve.ts";
import { type PageSheets, readSheet } from "./sheet.ts";
import { CLASS_WEIGHT_MAX, StyleWeights, WEIGHT_MAX } from "./style-weight.ts";
import { TAILWIND_SHEETS } from "./tailwind-css.generated.ts";

type Compiler = Awaited<ReturnType<typeof compile>>;
type Scanned = { text: string; words: Set<string> };

/** Words of the sources, as many as may be looked at. */
type Words = { all: Set<string>; weight: number; characters: number };

/** Tailwind with the classes it was given so far, or null while that is done elsewhere. It only ever grows, so builds that share it share its CSS too. */
type Growing = { compiler: Compiler | null; isElsewhere: boolean; words: Words; css: string };

export type Styles = PageSheets & { css: string; roots: string[]; weights: StyleWeights; growing: Growing; scanned: Map<string, Scanned> };

export type StyleInput = {
  files: FileMap;
  /** The sheets the page loads, in order. */
  roots: string[];
  /** Paths whose text is searched for classes. */
  sources: string[];
  pause?: (() => Promise<void>) | undefined;
  elsewhere?: Elsewhere | undefined;
};

const TOO_HEAVY =
  "The style sheets come to more rules than a page can hold, once all that multiplies is written out: lists of selectors within one another, utilities made of utilities, ranges of @source inline. Use fewer of them, or shorter ones";

/** More words than any app has classes; what is beyond them is not looked at. */
const MAX_WORDS = 20_000;

export async function buildStyles(input: StyleInput, previous: Styles | null): Promise<Styles> {
  const kept = previous && isCurrent(previous, input) ? previous : await begin(input);
  const scanned = previous?.scanned ?? new Map<string, Scanned>();
  const { growing, weights } = kept;
  const before = growing.words.all.size;
  for (const path of input.sources) {
    for (const word of scan(scanned, path, input.files[path] ?? "")) addWord(growing.words, word, weights);
    await input.pause?.();
  }
  if (kept !== previous || growing.words.all.size > before) await compileClasses(kept, input);
  return { ...kept, css: growing.css, scanned };
}

const isCurrent = (styles: Styles, { roots, files }: StyleInput): boolean =>
  styles.findings.length === 0 &&
  styles.roots.join("\n") === roots.join("\n") &&
  Object.entries(styles.sheets).every(([path, text]) => files[path] === text);

async function begin({ files, roots, pause, elsewhere }: StyleInput): Promise<Styles> {
  const size = Object.values(sheetsOf(files)).reduce((sum, text) => sum + text.length, 0);
  const isMuch = elsewhere !== undefined && size > IN_PLACE.sheetCharacters;
  const compiled = await compileSheets(
    isMuch ? { files: {}, roots: [] } : { files, roots, pause, most: elsewhere && IN_PLACE.sheetWeight },
  );
  const { compiler, weights, isHeavy, ...sheets } = compiled;
  const isElsewhere = isMuch || (elsewhere !== undefined && isHeavy);
  return { ...sheets, css: "", roots, weights, growing: { compiler, isElsewhere, words: noWords(), css: "" }, scanned: new Map() };
}

const noSheets = (): PageSheets => ({ findings: [], sheets: {}, addresses: [], serves: [], outside: [] });

const noWords = (): Words => ({ all: new Set(), weight: 0, characters: 0 });

const sheetsOf = (files: FileMap): FileMap => Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith(".css")));

function addWord(words: Words, word: string, weights: StyleWeights): void {
  if (words.all.size >= MAX_WORDS || words.all.has(word)) return;
  const weight = weights.of(word);
  if (weight > CLASS_WEIGHT_MAX || words.weight + weight > WEIGHT_MAX) return;
  words.all.add(word);
  words.weight += weight;
  words.characters += word.length;
}

async function compileClasses(styles: Styles, { files, roots, elsewhere }: StyleInput): Promise<void> {
  const { growing, outside } = styles;
  const { all, characters, weight } = growing.words;
  growing.isElsewhere ||= characters > IN_PLACE.wordCharacters || weight > IN_PLACE.wordWeight;
  if (elsewhere && growing.isElsewhere) {
    const { css, ...sheets } = await elsewhere.styles({ files: sheetsOf(files), roots, words: [...all] });
    Object.assign(styles, sheets);
    growing.css = css;
  } else if (growing.compiler) growing.css = [...outside, growing.compiler.build([...all])].join("\n");
}

/** Sheets and classes in one piece, for whoever is asked as `Elsewhere`. */
export async function allStyles({ files, roots, words }: Parameters<Elsewhere["styles"]>[0]): ReturnType<Elsewhere["styles"]> {
  const { compiler, weights, isHeavy: _, ...sheets } = await compileSheets({ files, roots });
  const taken = noWords();
  for (const word of words) addWord(taken, word, weights);
  return { ...sheets, css: compiler ? [...sheets.outside, compiler.build([...taken.all])].join("\n") : "" };
}

type SheetInput = Pick<StyleInput, "files" | "roots" | "pause"> & { most?: number | undefined };
type Compiled = PageSheets & { compiler: Compiler | null; weights: StyleWeights; isHeavy: boolean };

async function compileSheets({ files, roots, pause, most = WEIGHT_MAX }: SheetInput): Promise<Compiled> {
  const fresh = noSheets();
  const weights = new StyleWeights();
  let [size, isHeavy] = [0, false];
  const faults: Finding[] = [];
  const read = async (path: string) => {
    const content = files[path] ?? "";
    if (!Object.hasOwn(fresh.sheets, path)) fresh.sheets[path] = content;
    // A sheet counts each time it is brought in, or sheets that bring each other in twice would double without end.
    size += content.length;
    if (size > LIMITS.styleCharacters) {
      const most = LIMITS.styleCharacters / 1024;
      throw new Error(
        `The style sheets of a page hold at most ${most} KB together, with "${path}" they have more. Split off what is not needed`,
      );
    }
    isHeavy = weights.add(content) > most;
    if (isHeavy) throw new Error(TOO_HEAVY);
    const sheet = readSheet(path, content);
    if (sheet.addresses.length > 0) fresh.addresses.push({ path, addresses: sheet.addresses });
    fresh.serves.push(...sheet.serves);
    fresh.outside.push(...sheet.outside);
    faults.push(...sheet.findings);
    await pause?.();
    return { path, base: path, content: sheet.css };
  };
  let compiler: Compiler | null = null;
  try {
    if (roots.length > 0)
      compiler = await compile(roots.map((path) => `@import "/${path}";`).join("\n"), {
        base: "index.css",
        loadStylesheet: async (id, base) => {
          const own = Object.hasOwn(TAILWIND_SHEETS, id) ? TAILWIND_SHEETS[id] : undefined;
          if (own !== undefined) return { path: id, base: id, content: own };
          const found = resolveImport(base, /^[./@]/.test(id) ? id : `./${id}`, (path) => Object.hasOwn(files, path));
          if (found.kind !== "file") throw new Error(`Cannot find the stylesheet "${id}"`);
          return read(found.path);
        },
        loadModule: async (id) => {
          throw new Error(
            `Tailwind plugins and configuration in JavaScript are not supported ("${id}"); use @theme, @utility and @custom-variant`,
          );
        },
      });
  } catch (error) {
    fresh.findings.push(styleFinding(error, fresh.sheets, first(roots)));
  }
  fresh.findings.push(...faults);
  return { ...fresh, compiler, weights, isHeavy };
}

/** Tailwind names the class or at-rule it refuses, not where it stands, so it is looked up. */
function styleFinding(error: unknown, sheets: FileMap, fallback: string): Finding {
  const message = error instanceof Error ? error.message : String(error);
  for (const quoted of message.matchAll(/[`"]([^`"]+)[`"]/g)) {
    for (const [file, text] of Object.entries(sheets)) {
      const index = text.indexOf(quoted[1] ?? "");
      if (index >= 0) return buildFinding(file, message, positionAt(text, index));
    }
  }
  return buildFinding(fallback, message);
}

function scan(scanned: Map<string, Scanned>, path: string, text: string): Set<string> {
  const known = scanned.get(path);
  if (known?.text === text) return known.words;
  const words = classCandidates(text.slice(0, LIMITS.styleCharacters));
  scanned.set(path, { text, words });
  return words;
}
