/** The app's CSS: its sheets through Tailwind, with the classes its sources use. Kept between builds, so that an edit costs only its new classes. */
import { type FileMap, type Finding, LIMITS } from "@edgewright/contracts";
import { compile } from "tailwindcss";
import type { Address } from "./address.ts";
import { classCandidates } from "./candidates.ts";
import { buildFinding, positionAt } from "./position.ts";
import { resolveImport } from "./resolve.ts";
import { readSheet } from "./sheet.ts";
import { TAILWIND_SHEETS } from "./tailwind-css.generated.ts";

type Compiler = Awaited<ReturnType<typeof compile>>;
type Scanned = { text: string; words: Set<string> };

/** Tailwind with the classes it was given so far. It only ever grows, so builds that share it share its CSS too. */
type Growing = { compiler: Compiler | null; words: Set<string>; css: string };

export type Styles = {
  css: string;
  findings: Finding[];
  /** The sheets the compiler has read, to see whether it is still good. */
  sheets: FileMap;
  /** What they have the browser load. */
  addresses: { path: string; addresses: Address[] }[];
  serves: string[];
  /** `@import` rules of sheets elsewhere, which come before all others. */
  outside: string[];
  roots: string[];
  growing: Growing;
  scanned: Map<string, Scanned>;
};

export type StyleInput = {
  files: FileMap;
  /** The sheets the page loads, in order. */
  roots: string[];
  /** Paths whose text is searched for classes. */
  sources: string[];
  pause?: (() => Promise<void>) | undefined;
};

/** More words than any app has classes; what is beyond them is not looked at. */
const MAX_WORDS = 20_000;

export async function buildStyles(input: StyleInput, previous: Styles | null): Promise<Styles> {
  const kept = previous && isCurrent(previous, input) ? previous : await compileSheets(input);
  const scanned = previous?.scanned ?? new Map<string, Scanned>();
  const { growing } = kept;
  const before = growing.words.size;
  for (const path of input.sources) {
    for (const word of scan(scanned, path, input.files[path] ?? "")) if (growing.words.size < MAX_WORDS) growing.words.add(word);
    await input.pause?.();
  }
  if (growing.compiler && (growing.words.size > before || growing.css === ""))
    growing.css = [...kept.outside, growing.compiler.build([...growing.words])].join("\n");
  return { ...kept, css: growing.css, scanned };
}

const isCurrent = (styles: Styles, { roots, files }: StyleInput): boolean =>
  styles.findings.length === 0 &&
  styles.roots.join("\n") === roots.join("\n") &&
  Object.entries(styles.sheets).every(([path, text]) => files[path] === text);

async function compileSheets({ files, roots, pause }: StyleInput): Promise<Styles> {
  const growing: Growing = { compiler: null, words: new Set(), css: "" };
  const fresh: Styles = {
    css: "",
    findings: [],
    sheets: {},
    addresses: [],
    serves: [],
    outside: [],
    roots,
    growing,
    scanned: new Map(),
  };
  if (roots.length === 0) return fresh;
  let size = 0;
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
    const sheet = readSheet(path, content);
    if (sheet.addresses.length > 0) fresh.addresses.push({ path, addresses: sheet.addresses });
    fresh.serves.push(...sheet.serves);
    fresh.outside.push(...sheet.outside);
    faults.push(...sheet.findings);
    await pause?.();
    return { path, base: path, content: sheet.css };
  };
  try {
    growing.compiler = await compile(roots.map((path) => `@import "/${path}";`).join("\n"), {
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
    fresh.findings.push(styleFinding(error, fresh.sheets, roots[0]!));
  }
  fresh.findings.push(...faults);
  return fresh;
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
  const words = classCandidates(text);
  scanned.set(path, { text, words });
  return words;
}
