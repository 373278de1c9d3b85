/** The outline of an app: of each file what others can use of it and what it uses of them. Read by the context and the tool outline. */
import type { FileMap } from "@edgewright/contracts";
import { at, type Pause, pointedFile, sortedFiles } from "@edgewright/core";
import { memoized } from "./memoized.ts";
import { type ModuleOutline, moduleOutline } from "./module-outline.ts";
import { importResolver } from "./module-paths.ts";
import { readSchema, SCHEMA_PATH, tableLines } from "./schema-text.ts";

export type FileOutline = {
  path: string;
  /** How long it is, in words. */
  extent: string;
  /** What it says, a line each. */
  says: string[];
  /** Names that others can import. */
  names: string[];
  /** Files of the app that it imports. */
  imports: string[];
};

/** In the order of the paths. A piece of the work is a file. */
export async function outline(files: FileMap, pause: Pause): Promise<FileOutline[]> {
  const resolve = importResolver(Object.keys(files).sort());
  const outlines: FileOutline[] = [];
  for (const [path, text] of sortedFiles(files)) {
    const { says, names, specifiers, extent } = pointedFile(text) ? ofOther(text) : reading(path)(text);
    const imports = new Set(specifiers.flatMap((specifier) => resolve(path, specifier) ?? []));
    outlines.push({ path, extent, says, names, imports: [...imports] });
    await pause();
  }
  return outlines;
}

const USES_MAX = 8;

/** As a model reads it. */
export function outlineText({ path, extent, says, imports }: FileOutline): string {
  const more = imports.length > USES_MAX ? ` and ${imports.length - USES_MAX} more` : "";
  const uses = imports.length > 0 ? [`  uses ${imports.slice(0, USES_MAX).join(", ")}${more}`] : [];
  return [`${path} (${extent})`, ...says.map((line) => `  ${line}`), ...uses].join("\n");
}

export const lineCount = (text: string): number => {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
};

/** How long a file is, as a model reads it. */
export function extentOf(text: string): string {
  const binary = pointedFile(text);
  return binary ? `${Math.ceil(binary.size / 1024)} KB, not text` : `${lineCount(text)} lines`;
}

type Reading = ModuleOutline & { extent: string };

const unlinked = (says: (text: string) => string[]) =>
  memoized((text): Reading => ({ says: says(text), names: [], specifiers: [], extent: extentOf(text) }));

const ofModule = memoized((text): Reading => ({ ...moduleOutline(text), extent: extentOf(text) }));
const ofSchema = unlinked((text) => {
  const schema = readSchema(text);
  return schema ? tableLines(schema) : ["not a valid schema"];
});
const ofPage = unlinked((text) => title(/<title>([^<]*)<\/title>/.exec(text)));
const ofProse = unlinked((text) => title(/^#+ +(.+)$/m.exec(text)));
const ofOther = unlinked(() => []);

function reading(path: string): (text: string) => Reading {
  if (/\.[cm]?[jt]sx?$/.test(path)) return ofModule;
  if (path === SCHEMA_PATH) return ofSchema;
  if (path.endsWith(".html")) return ofPage;
  return path.endsWith(".md") ? ofProse : ofOther;
}

const title = (match: RegExpExecArray | null): string[] => (match ? [at(match, 1).trim().slice(0, 100)] : []);
