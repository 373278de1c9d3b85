/** The language's own declarations as one flat file, and those of the browser without what apps hardly touch. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cutDom } from "./cut-dom.ts";
import { strip } from "./strip.ts";

const FOLDER = dirname(createRequire(import.meta.url).resolve("typescript"));
const REFERENCED = /\/\/\/ <reference lib="([^"]+)"/g;
const REFERENCE_LINE = /\/\/\/ <reference[^\n]*\n?/g;

const read = (name: string): string => readFileSync(join(FOLDER, name), "utf8");

export const packLibs = (): Record<string, string> => ({
  "lib/lib.es2023.d.ts": flat("lib.es2023.d.ts"),
  "lib/lib.dom.d.ts": strip("lib.dom.d.ts", cutDom(read("lib.dom.d.ts").replace(REFERENCE_LINE, ""))),
});

function flat(entry: string): string {
  const seen = new Set<string>();
  const visit = (name: string): string => {
    if (seen.has(name)) return "";
    seen.add(name);
    const text = read(name);
    const before = [...text.matchAll(REFERENCED)].map(([, lib]) => visit(`lib.${lib}.d.ts`)).join("");
    return `${before}${strip(name, text.replace(REFERENCE_LINE, ""))}\n`;
  };
  return visit(entry);
}
