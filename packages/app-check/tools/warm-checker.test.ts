/** What a checker has kept is what a fresh one finds, whatever was edited: every way in which one file can depend on another. */

import type { FileMap } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openChecker } from "./open-checker.ts";
import { SMALL_TYPES } from "./small-types.ts";

/** What each file may hold; it may also be missing. */
const FILES: Record<string, readonly string[]> = {
  "src/a.ts": [
    "export const a = 1;\n",
    'export const a = "text";\n',
    "export const other = 1;\n",
    "export const a = 1;\nexport default function A() { return null; }\n",
    'export * from "./deep/b";\n',
  ],
  "src/a.d.ts": ["export declare const a: boolean;\n", "declare const ambient: number;\n"],
  "src/a.tsx": ["export const a = <p>text</p>;\n"],
  "src/a/index.ts": ["export const a = 1;\n", "export const inFolder = 1;\n"],
  "src/A.ts": ["export const a = 1;\n"],
  "src/deep/b.ts": ["export const a = 1;\n", "export const a = null;\n", 'export { a } from "../a";\n'],
  "src/t.ts": ["export type T = number;\n", "export type T = string;\nexport interface Shape { n: number }\n", "export {};\n"],
  "src/static.ts": [
    'import { a } from "./a";\nexport const n: number = a;\n',
    'import a from "./a";\nexport const n = a();\n',
    'import * as all from "./a";\nexport const n: number = all.a;\n',
    'import "./a";\n',
    'import type { a } from "./a";\nexport const n: typeof a = 1;\n',
    'import { a } from "./A";\nexport const n: number = a;\n',
    'import { a } from "@/a";\nexport const n: number = a;\n',
    'import { a } from "./a.js";\nexport const n: number = a;\n',
    'import a = require("./a");\nexport const n: number = a.a;\n',
  ],
  "src/passed.ts": [
    'export * from "./a";\n',
    'export { a } from "./a";\n',
    'export { a as b, a } from "./a/index";\n',
    'export * as a from "./a";\n',
    'export type { T as a } from "./t";\n',
  ],
  "src/through.ts": ['import { a } from "./passed";\nexport const n: number = a;\n'],
  "src/lazy.tsx": [
    'import { lazy } from "react";\nexport const Lazy = lazy(() => import("./a"));\n',
    'export const n = import("./a").then((module): number => module.a);\n',
    "export const n = import(/* why */ `./a`).then(({ a }): number => a);\n",
  ],
  "src/typed.ts": [
    'export const n: import("./t").T = 1;\n',
    'export const n: typeof import("./a").a = 1;\n',
    'export const n = <T extends import("./t").Shape>(of: T): number => of.n;\n',
  ],
  "src/global.d.ts": [
    "declare const everywhere: number;\n",
    "declare const everywhere: string;\n",
    'declare const everywhere: import("./t").T;\n',
    'declare module "left" { export const a: number; }\n',
    "interface Window { more: number }\n",
  ],
  "src/augments.ts": [
    "declare global { interface Window { more: string } }\nexport {};\n",
    'import type { T } from "./t";\ndeclare global { var everyone: T }\n',
    'declare module "./t" { interface Shape { more: number } }\nexport {};\n',
    'import "./a";\ndeclare module "./a" { export const added: number }\n',
  ],
  "src/uses.ts": [
    "export const n: number = everywhere;\n",
    "export const n: number = window.more;\n",
    "export const n: number = everyone;\n",
    'import { added } from "./a";\nexport const n: string = added;\n',
    'import type { Shape } from "./t";\nexport const shape: Shape = { n: 1 };\n',
    "export const n: number = ambient;\n",
    "export const env: number = import.meta.env.MODE;\n",
  ],
  "src/refers.ts": [
    '/// <reference path="./kept/ambient.d.ts" />\nexport const n: number = inAmbient;\n',
    '/// <reference types="vite/client" />\n/// <reference types="node" />\nexport {};\n',
  ],
  "src/kept/ambient.d.ts": ["declare const inAmbient: number;\n", "declare const inAmbient: string;\n"],
  "src/data.json": ['{ "n": 1 }', '{ "n": "text" }', "{", "[1]"],
  "src/reads.ts": [
    'import data from "./data.json";\nexport const n: number = data.n;\n',
    'import text from "./data.json?raw";\nexport const n: number = text;\n',
  ],
  "src/old.js": ["exports.a = 1;\n", 'module.exports = require("./a");\n', "export const a = 1;\n"],
  "src/young.ts": ['import { a } from "./old";\nexport const n: number = a;\n', 'import { a } from "#a";\nexport const n: number = a;\n'],
  "src/page.module.css": [".card {}\n"],
  "src/logo.png": [""],
  "src/looks.ts": [
    'import styles from "./page.module.css";\nimport logo from "./logo.png";\nexport const n: number = styles.card + logo;\n',
    'import "./page.css";\nimport url from "./a.ts?url";\nexport const n: string = url;\n',
  ],
  "src/icons.ts": [
    'import { Pluss } from "lucide-react";\nexport const n: number = Pluss;\n',
    'import { Plus, type Icon } from "lucide-react";\nexport const n: Icon = Plus;\n',
    'import * as icons from "lucide-react";\nexport const n: string = icons.Minus;\n',
    'import Trash from "lucide-react";\nexport const n: number = Trash;\n',
    'export const n = import("lucide-react").then(({ Minus }): string => Minus);\n',
  ],
  "src/rows.ts": [
    'import { useTable } from "@edgewright/app-kit";\nexport const rows = useTable("tasks", { sort: [{ column: "title" }] });\n',
    'export const asked = fetch("/api/tasks");\n',
  ],
  "server/index.ts": [
    'import { Hono } from "hono";\nexport default new Hono().get("/api/tasks", () => "");\n',
    'import { Hono } from "hono";\nimport { a } from "../src/a";\nexport default new Hono().get("/api/people", () => a);\n',
    'import type { lazy } from "react";\nimport { lazy as later } from "react";\nexport const n: typeof lazy = later;\n',
  ],
  "data/schema.json": [
    '{ "tables": [{ "name": "tasks", "columns": [{ "name": "title", "type": "text" }] }] }',
    '{ "tables": [{ "name": "people", "columns": [] }] }',
    "{",
  ],
  "package.json": ['{ "name": "app" }', '{ "name": "app", "imports": { "#a": "./src/a.ts" } }', '{ "name": "app", "type": "commonjs" }'],
  "app.json": ['{ "name": "App" }'],
};

const paths = Object.keys(FILES);
const edit = fc
  .constantFrom(...paths)
  .chain((path) => fc.record({ path: fc.constant(path), text: fc.constantFrom(null, ...must(FILES[path])) }));
/** Some edits come together, as when a model writes several files. */
const round = fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }), forgets: fc.boolean() });
const rounds = fc.array(round, { minLength: 8, maxLength: 16 });
const whole: FileMap = Object.fromEntries(
  paths.filter((path) => !/a\.d\.ts|a\.tsx/.test(path)).map((path) => [path, first(must(FILES[path]))]),
);

const inOrder = (found: { file: string }[]) => found.toSorted((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));

describe("a checker that has seen the app before", () => {
  it("finds what a fresh one finds, after every edit and whenever it forgets", async () => {
    const open = () => openChecker(JSON.stringify(SMALL_TYPES));
    await fc.assert(
      fc.asyncProperty(fc.boolean(), rounds, async (full, given) => {
        const warm = await open();
        let files: FileMap = full ? whole : {};
        warm.check({ files });
        for (const { edits, forgets } of given) {
          files = { ...files };
          for (const { path, text } of edits) {
            if (text === null) delete files[path];
            else files[path] = text;
          }
          if (forgets) warm.forget();
          const found = warm.check({ files, changed: edits.map(({ path }) => path) });
          expect(inOrder(found)).toEqual(inOrder((await open()).check({ files })));
        }
      }),
      { numRuns: runsOf(30, 4) },
    );
  });
});
