/** The files a program sees: the app's own, the packed types and the indexes written for it. Parsed once for each text. */
import type { FileMap } from "@edgewright/contracts";
import type { CompilerHost, CreateSourceFileOptions, ScriptTarget, SourceFile } from "typescript";
import { AMBIENT_FILES, AMBIENT_PATH } from "./ambient.ts";
import { Barrels } from "./barrels.ts";
import { type Import, importsOf } from "./imports.ts";
import type { PackedTypes } from "./packed-types.ts";
import { ES2022, PARSE_NO_JSDOC, type TypeScript } from "./typescript.ts";

const SCRIPT = /\.(tsx?|jsx?|mjs)$/;
const CODE = /\.(tsx?|jsx?|mjs|json)$/;

export class Sources {
  readonly #ts: TypeScript;
  readonly #types: Record<string, string>;
  readonly #packed: PackedTypes;
  #barrels: Barrels;
  #indexes: Record<string, string>;
  readonly #exports: Map<string, Exported>;
  #files: FileMap = {};
  #all: FileMap = {};
  readonly #parsed = new Map<string, SourceFile>();
  readonly #imports = new WeakMap<SourceFile, Import[]>();
  /** Whether an import may now mean another file, since files came or went. */
  #moved = false;
  #folders = new Set<string>();
  readonly #typeFolders = new Set<string>();

  constructor(ts: TypeScript, packed: PackedTypes) {
    this.#ts = ts;
    this.#packed = packed;
    this.#types = { ...packed.files, ...AMBIENT_FILES };
    this.#barrels = new Barrels(ts, packed.barrels);
    this.#indexes = this.#barrels.texts();
    this.#exports = exportsOf(packed);
    for (const path of [...Object.keys(this.#types), ...Object.keys(this.#indexes)]) addFolders(this.#typeFolders, path);
  }

  /** Takes the app as it is now. True when anything a program is made of has changed. */
  set(files: FileMap): boolean {
    const assets = assetsOf(files) !== assetsOf(this.#all);
    this.#all = files;
    const next = Object.fromEntries(Object.entries(files).filter(([path]) => CODE.test(path)));
    const touched = [...new Set([...Object.keys(this.#files), ...Object.keys(next)])].filter((path) => this.#files[path] !== next[path]);
    if (touched.length === 0) return assets;
    this.#moved = touched.some((path) => path === "package.json" || !Object.hasOwn(this.#files, path) || !Object.hasOwn(next, path));
    this.#files = next;
    this.#folders = new Set();
    for (const path of Object.keys(next)) addFolders(this.#folders, path);
    for (const path of touched) this.#parsed.delete(`/${path}`);
    const indexes = this.#barrels.want(touched.filter((path) => Object.hasOwn(next, path)).flatMap((path) => this.imports(path)));
    for (const [path, text] of Object.entries(indexes)) {
      this.#indexes[path] = text;
      this.#parsed.delete(`/${path}`);
    }
    return true;
  }

  /** Lets go of what grows with each app, the names of big packages and the app itself; types once parsed stay, for there are only so many. */
  forget(): void {
    this.#barrels = new Barrels(this.#ts, this.#packed.barrels);
    this.#indexes = this.#barrels.texts();
    for (const path of [...Object.keys(this.#indexes), ...Object.keys(this.#files)]) this.#parsed.delete(`/${path}`);
    this.#files = {};
    this.#all = {};
  }

  isScript = (path: string): boolean => SCRIPT.test(path) && Object.hasOwn(this.#files, path);
  paths = (): string[] => Object.keys(this.#files).filter((path) => SCRIPT.test(path));
  roots = (): string[] => [`/${AMBIENT_PATH}`, ...this.paths().map((path) => `/${path}`)];
  /** Whether the app has this file, of whatever kind. */
  has = (path: string): boolean => Object.hasOwn(this.#all, path);
  /** Another file whose path differs only in case, and which comes first. */
  sameButCase = (path: string): string | undefined => {
    const lower = path.toLowerCase();
    return Object.keys(this.#all).find((other) => other < path && other.toLowerCase() === lower);
  };
  text = (path: string): string | undefined => (Object.hasOwn(this.#files, path) ? this.#files[path] : undefined);

  /** All files of the app, as they were given. */
  files = (): FileMap => this.#all;
  /** What a package of the catalogue exports, whether the app imports it yet or not. */
  exportsOf = (specifier: string): Exported => this.#exports.get(specifier) ?? { values: new Set(), types: new Set(), version: "" };

  imports(path: string): Import[] {
    const file = SCRIPT.test(path) ? this.#parse(`/${path}`, { languageVersion: ES2022 }) : undefined;
    if (!file) return [];
    const known = this.#imports.get(file) ?? importsOf(this.#ts, file);
    this.#imports.set(file, known);
    return known;
  }

  host(): CompilerHost {
    const read = (path: string) => this.#read(path);
    const moved = this.#moved;
    return {
      hasInvalidatedResolutions: (path) => moved && !path.startsWith("/node_modules/"),
      getSourceFile: (path, options) => this.#parse(path, options),
      getDefaultLibFileName: () => "/lib/lib.es2023.d.ts",
      getDefaultLibLocation: () => "/lib",
      getCurrentDirectory: () => "/",
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      getDirectories: () => [],
      realpath: (path) => path,
      fileExists: (path) => read(path) !== undefined,
      directoryExists: (path) => this.#hasFolder(path.slice(1).replace(/\/$/, "")),
      readFile: read,
      writeFile: () => undefined,
      jsDocParsingMode: PARSE_NO_JSDOC,
    };
  }

  #hasFolder = (path: string) => path === "" || this.#folders.has(path) || this.#typeFolders.has(path);

  #read(path: string): string | undefined {
    const own = path.slice(1);
    for (const texts of [this.#files, this.#indexes, this.#types]) if (Object.hasOwn(texts, own)) return texts[own];
    return undefined;
  }

  #parse(path: string, options: ScriptTarget | CreateSourceFileOptions): SourceFile | undefined {
    const known = this.#parsed.get(path);
    if (known) return known;
    const text = this.#read(path);
    if (text === undefined) return undefined;
    const all = typeof options === "object" ? options : { languageVersion: options };
    const file = this.#ts.createSourceFile(path, text, { ...all, jsDocParsingMode: PARSE_NO_JSDOC }, false);
    this.#parsed.set(path, file);
    return file;
  }
}

type Exported = { values: Set<string>; types: Set<string>; version: string };

/** Packages with a barrel know their names from it. */
function exportsOf({ barrels, exports }: PackedTypes): Map<string, Exported> {
  const isType = (line: string | undefined) => /^export (type|interface)\b/.test(line ?? "");
  return new Map(
    Object.entries(exports).map(([name, { values, types, version }]) => {
      const { lines = {}, uniform = [] } = barrels[name] ?? {};
      const named = (wanted: boolean) => Object.keys(lines).filter((key) => isType(lines[key]) === wanted);
      return [name, { values: new Set([...values, ...named(false), ...uniform]), types: new Set([...types, ...named(true)]), version }];
    }),
  );
}

/** Files that are imported, but are no code: that they are there is all that matters. */
const assetsOf = (files: FileMap): string =>
  Object.keys(files)
    .filter((path) => !CODE.test(path))
    .sort()
    .join("\n");

function addFolders(folders: Set<string>, path: string): void {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}
