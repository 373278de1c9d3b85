/** What of an app's modules is published: no comment and no mark of development, lines as they were, and of packages what is used. */
import { describe, expect, it } from "vitest";
import { publishedScript } from "../published-page.ts";
import { transformFile } from "../transform.ts";
import { productionModule } from "./compact.ts";
import { iconModule } from "./icons.ts";
import { addUses } from "./used-names.ts";

const made = (source: string) => {
  const module = productionModule(transformFile("src/A.tsx", source).code);
  if (!module) throw new Error("It is read");
  return module;
};
/** What a body exports, with packages that say which of them was asked for what. */
function run(code: string, packages: Record<string, unknown> = {}): Record<string, unknown> {
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, (id: string) => packages[id]);
  return module.exports;
}

describe("a module for production", () => {
  it("keeps its lines, and none of what only development reads", () => {
    const { code } = made('// why\nexport function App() {\n  /* here */ return <p key="a" title="b">text</p>;\n}\n');
    expect(code).not.toMatch(/why|here|_jsxFileName|lineNumber|refresh/);
    const at = code.split("\n").findIndex((line) => line.includes("return"));
    expect(at).toBe(2);
    const jsxDEV = (...all: unknown[]) => all;
    expect((run(code, { "react/jsx-dev-runtime": { jsxDEV } }).App as () => unknown)()).toEqual([
      "p",
      { title: "b", children: "text" },
      "a",
      false,
    ]);
  });

  it("means what it meant, wherever spaces stood", () => {
    const source = `const a = 1; let b = 2
      export const list = [a + +b, a - -b, a - --b, b++ + a, typeof a, "x  y" in { "x  y": 1 }, 1 / 2 / /3 4/.source.length]
      export const text = \`a  \${ a + \`  \${ b } \` }  // no comment \`
      export const plain = (() => { return /* so */ a })()
      const [first, ...rest] = [1, 2, 3]; export { first, rest }
      export class Box { static #own = 1; get own() { return Box.#own } async *each() { yield * [1] } }
      if (a) { b = 3 } else b = 4
      export default b`;
    const text = (source: string) => JSON.stringify(run(source));
    const { code } = transformFile("src/A.ts", source);
    const module = productionModule(code);
    expect(module && text(module.code)).toBe(text(code));
  });

  it("that cannot be read is left as it is", () => {
    expect(productionModule("throw new (")).toBeNull();
  });
});

describe("what is used of a package", () => {
  const usesOf = (source: string) => {
    const uses = new Map<string, Set<string> | null>();
    addUses(uses, made(source).program);
    return (specifier: string) => {
      const names = uses.get(specifier);
      return names && [...names].sort();
    };
  };

  it("is told by its names, of zod by those below z", () => {
    const of = usesOf(
      'import { Link, Route as R } from "react-router";\nimport { z } from "zod";\nexport const a = [Link, R, z.object({ b: z.string() })];',
    );
    expect(of("react-router")).toEqual(["Link", "Route"]);
    expect(of("zod")).toEqual(["z.object", "z.string"]);
  });

  it.each([
    'import * as Router from "react-router"; export const a = Router;',
    'export { Link } from "react-router";',
    'export * from "react-router";',
    'export const a = import("react-router");',
    'import Router from "react-router"; export const a = Router;',
  ])("may be all of it: %s", (source) => {
    expect(usesOf(source)("react-router")).toBeNull();
  });

  it("is not told where z is handed on", () => {
    expect(usesOf('import { z } from "zod"; export const rules = (f: unknown) => f; rules(z);')("zod")).toEqual(["z"]);
  });
});

describe("icons", () => {
  it("come by each of their names, and only those asked for", () => {
    const react = { forwardRef: (draw: unknown) => ({ draw }), createElement: () => null, createContext: () => ({}) };
    const { code = "", imports = [] } = iconModule(["Plus", "LucideX", "PencilIcon"]) ?? {};
    expect(imports).toEqual(["react"]);
    expect(Object.keys(run(code, { react }))).toEqual(["__esModule", "Plus", "LucideX", "PencilIcon"]);
    expect(code.length).toBeLessThan(8000);
  });

  it("bring along what draws them, where no module of the app imports it", () => {
    const { code } = transformFile("src/A.tsx", 'import { Plus } from "lucide-react";\nexport const a = Plus;');
    const modules = { "src/A.tsx": { code, imports: ["lucide-react"] } };
    expect(publishedScript({ modules, entry: "src/A.tsx", externals: ["lucide-react"] }).externals).toEqual(["react"]);
  });

  it("are none by another name", () => {
    expect(iconModule(["createLucideIcon"])).toBeNull();
  });
});
