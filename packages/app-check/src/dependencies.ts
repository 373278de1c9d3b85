/** Which of an app's files a file's findings depend on, by TypeScript's own account, so that only what a change reaches is checked again. */

import { fingerprint } from "@edgewright/app-build";
import type { Identifier, Program, SourceFile, StringLiteralLike } from "typescript";
import type { TypeScript } from "./typescript.ts";

/** What TypeScript notes of a file when it makes a program; not in its public interface. */
type SourceFileNotes = SourceFile & {
  /** In imports, re-exports, `import()`, import types, `require`, and the JSX runtime. */
  imports: readonly StringLiteralLike[];
  /** `declare module` and `declare global`. */
  moduleAugmentations: readonly (StringLiteralLike | Identifier)[];
};
type Resolving = Program & {
  getResolvedModuleFromModuleSpecifier(
    specifier: StringLiteralLike,
    file: SourceFile,
  ): { resolvedModule?: { resolvedFileName: string } | undefined } | undefined;
};

/** `also` gives what else a file's findings depend on, beside the files it reads. */
type Graph = { ts: TypeScript; program: Program; paths: readonly string[]; also: (path: string) => string };

export class Dependencies {
  readonly #graph: Graph;
  readonly #read = new Map<string, string[]>();
  readonly #prints = new Map<string, string>();
  readonly #global: string;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#global = this.#printOf(this.#reachedFrom(graph.paths.filter((path) => this.#isGlobal(path))));
  }

  /** Equal keys mean equal findings. */
  keyOf = (path: string): string => `${fingerprint(this.#printOf(this.#reachedFrom([path])))} ${this.#global} ${this.#graph.also(path)}`;

  /** The files that read these, directly or not, nearest first. */
  dependents(changed: readonly string[]): string[] {
    const readers = new Map<string, string[]>();
    for (const path of this.#graph.paths) {
      for (const target of this.#reads(path)) readers.set(target, [...(readers.get(target) ?? []), path]);
    }
    const seen = new Set(changed);
    for (const path of seen) for (const reader of readers.get(path) ?? []) seen.add(reader);
    return [...seen].slice(new Set(changed).size);
  }

  #file = (path: string) => this.#graph.program.getSourceFile(`/${path}`) as SourceFileNotes | undefined;

  /** Ambient declarations reach every file. */
  #isGlobal(path: string): boolean {
    const file = this.#file(path);
    return file !== undefined && (!this.#graph.ts.isExternalModule(file) || file.moduleAugmentations.length > 0);
  }

  #reachedFrom(paths: readonly string[]): Set<string> {
    const seen = new Set(paths);
    for (const path of seen) for (const target of this.#reads(path)) if (this.#file(target)) seen.add(target);
    return seen;
  }

  #printOf = (paths: Iterable<string>): string => [...paths].map((path) => this.#print(path)).join("\n");

  #print(path: string): string {
    let known = this.#prints.get(path);
    if (known === undefined) {
      // What an import means may change without its text: a file that is added may take the place of another.
      known = `${path} ${fingerprint(this.#file(path)?.text ?? "")} ${this.#reads(path).join(" ")}`;
      this.#prints.set(path, known);
    }
    return known;
  }

  /** What each of its imports and references means; "" for nothing. Types of packages never change and are not followed. */
  #reads(path: string): string[] {
    const known = this.#read.get(path);
    if (known) return known;
    const { ts } = this.#graph;
    const program = this.#graph.program as Resolving;
    const file = path.startsWith("node_modules/") ? undefined : this.#file(path);
    const resolved = (specifier: StringLiteralLike, from: SourceFileNotes) =>
      program.getResolvedModuleFromModuleSpecifier(specifier, from)?.resolvedModule?.resolvedFileName.slice(1) ?? "";
    const named = [...(file?.imports ?? []), ...(file?.moduleAugmentations ?? []).filter(ts.isStringLiteralLike)];
    const imported = file ? named.map((specifier) => resolved(specifier, file)) : [];
    const referenced = (file?.referencedFiles ?? []).map(({ fileName }) => ts.resolveTripleslashReference(fileName, `/${path}`).slice(1));
    const read = [...imported, ...referenced];
    this.#read.set(path, read);
    return read;
  }
}
