/** Packed types of a language and a catalogue of a few lines, so that a fresh checker costs milliseconds. For tests of what a checker keeps. */
import type { PackedTypes } from "@edgewright/app-check";

const LANGUAGE = `interface Array<T> { length: number; [n: number]: T; map<U>(by: (one: T) => U): U[] }
interface ReadonlyArray<T> { readonly length: number; readonly [n: number]: T }
interface Boolean {} interface CallableFunction extends Function {} interface Function {} interface IArguments {}
interface NewableFunction extends Function {} interface Number { toFixed(): string } interface Object {} interface RegExp {}
interface String { length: number } interface Symbol {} interface PromiseLike<T> { then<R>(on: (value: T) => R | PromiseLike<R>): PromiseLike<R> }
interface Promise<T> { then<R>(on: (value: T) => R | PromiseLike<R>): Promise<R> }
interface PromiseConstructor { new <T>(run: (resolve: (value: T) => void) => void): Promise<T> }
declare var Promise: PromiseConstructor;
interface ImportMeta {} interface ImportCallOptions {} interface ImportAttributes {}
type Awaited<T> = T extends PromiseLike<infer U> ? U : T;
`;

const PACKAGES: Record<string, string> = {
  react: `export function lazy<T>(load: () => Promise<{ default: T }>): T;
export namespace JSX { interface Element {} interface IntrinsicElements { [name: string]: object } }
`,
  "@edgewright/app-kit": "export function useTable<T>(name: string, query?: object): T[];\n",
  hono: "export class Hono { get(path: string, handler: () => string): Hono }\n",
};

const manifest = (name: string) => JSON.stringify({ name, type: "module", exports: { ".": { types: "./index.d.ts" } } });
const ICONS = "node_modules/lucide-react";

export const SMALL_TYPES: PackedTypes = {
  files: {
    "lib/lib.es2023.d.ts": LANGUAGE,
    "lib/lib.dom.d.ts":
      "declare function fetch(address: string): Promise<number>;\ninterface Window { name: string }\ndeclare var window: Window;\n",
    "node_modules/react/jsx-runtime.d.ts": 'export { JSX } from "./index.js";\n',
    [`${ICONS}/package.json`]: manifest("lucide-react"),
    ...Object.fromEntries(
      Object.entries(PACKAGES).flatMap(([name, text]) => [
        [`node_modules/${name}/index.d.ts`, text],
        [
          `node_modules/${name}/package.json`,
          name === "react"
            ? JSON.stringify({ name, exports: { ".": { types: "./index.d.ts" }, "./jsx-runtime": { types: "./jsx-runtime.d.ts" } } })
            : manifest(name),
        ],
      ]),
    ),
  },
  barrels: {
    "lucide-react": {
      file: `${ICONS}/index.d.ts`,
      head: "",
      lines: { Icon: "export type Icon = number;" },
      pattern: "export declare const $: number;",
      uniform: ["Plus", "Minus", "Trash"],
    },
  },
  exports: {},
};
