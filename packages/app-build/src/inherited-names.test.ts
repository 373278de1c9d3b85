/** Files and folders may be called what every object has: `constructor`, `toString`, `__proto__`. They are checked, built and run like any other. */

import type { FileMap } from "@edgewright/contracts";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openChecker } from "../../app-check/tools/open-checker.ts";
import { SMALL_TYPES } from "../../app-check/tools/small-types.ts";
import { pack } from "./pack.ts";
import { compile } from "./runtime/compile.ts";
import { Registry } from "./runtime/registry.ts";
import { serverBuild } from "./server-build.ts";

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), "prototype", "then", "name", "length"];
const name = fc.constantFrom(...NAMES);

/** `text`: a file without an ending, read as text; `own`: a class of a sheet and a key of JSON. */
const shape = fc.record({ side: fc.constantFrom("src", "server"), folder: name, file: name, text: name, own: name });

function appOf({ side, folder, file, text, own }: { side: string; folder: string; file: string; text: string; own: string }): FileMap {
  const entry = side === "src" ? "src/main.tsx" : "server/index.ts";
  const code = `import { value } from "./${folder}/${file}";
import words from "../${text}?raw";
import json from "./${own}.json";
import styles from "./${own}.module.css";
export default [value, words, Object.keys(json), Object.keys(styles)];
`;
  return Object.fromEntries([
    [entry, code],
    [`${side}/${folder}/${file}.ts`, "export const value: string = 'found';\n"],
    [text, "words"],
    [`${side}/${own}.json`, `{ "${own}": 1 }`],
    [`${side}/${own}.module.css`, `.${own} { color: red; }\n`],
    ["index.html", '<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>'],
  ]);
}

async function run(files: FileMap, side: string): Promise<unknown> {
  if (side === "server") {
    const { build, findings } = await serverBuild(files);
    expect(findings).toEqual([]);
    return ((await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(must(build).code)}`)) as { default: unknown })
      .default;
  }
  const { page } = await pack(files);
  expect(page.findings).toEqual([]);
  const registry = new Registry({ compile, external: () => undefined, evaluated: () => undefined });
  registry.accept(page.modules);
  expect(Object.keys(registry.reach(page.entry)).sort()).toEqual(Object.keys(page.modules).sort());
  return (registry.require(page.entry) as { default: unknown }).default;
}

describe("names that every object has", () => {
  it("are files, folders, keys and classes like any other", async () => {
    const checker = await openChecker(JSON.stringify(SMALL_TYPES));
    await fc.assert(
      fc.asyncProperty(shape, async (given) => {
        const files = appOf(given);
        expect(checker.check({ files }).filter(({ code }) => code === "TS2307")).toEqual([]);
        expect(await run(files, given.side)).toEqual(["found", "words", [given.own], expect.arrayContaining([given.own])]);
      }),
      { seed: 16, numRuns: runsOf(60, 4) },
    );
  });

  it("are told as missing where there is no such package or file", async () => {
    const checker = await openChecker(JSON.stringify(SMALL_TYPES));
    for (const specifier of NAMES.flatMap((one) => [one, `./${one}`, `@/${one}`])) {
      const files = { "src/main.tsx": `import x from "${specifier}";\nexport default x;\n` };
      expect(checker.check({ files }), specifier).toMatchObject([{ file: "src/main.tsx", line: 1, code: "TS2307" }]);
      expect((await pack(files)).page.findings, specifier).toMatchObject([{ file: "src/main.tsx", line: 1 }]);
      checker.repair({ files });
    }
  });
});
