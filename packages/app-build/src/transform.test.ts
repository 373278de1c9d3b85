import { LIMITS } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { transformFile } from "./transform.ts";

const lineOf = (text: string, needle: string) => text.split("\n").findIndex((line) => line.includes(needle)) + 1;

describe("transformFile", () => {
  it("keeps the lines of TypeScript and JSX", () => {
    const source = [
      'import { useState } from "react";',
      'import type { Row } from "./types";',
      "",
      "type Props = {",
      "  row: Row;",
      "};",
      "export function Cell({ row }: Props) {",
      "  const [open] = useState<boolean>(false);",
      '  return <td title="cell">{open ? row.id : null}</td>;',
      "}",
      "",
    ].join("\n");
    const { code, imports, findings } = transformFile("src/Cell.tsx", source);
    expect(findings).toEqual([]);
    expect(imports.map(({ specifier }) => specifier)).toEqual(["react/jsx-dev-runtime", "react"]);
    for (const needle of ["function Cell", "[open]", '"cell"']) expect(lineOf(code, needle)).toBe(lineOf(source, needle));
  });

  it("says where a syntax error is, and gives code that throws it", () => {
    const { code, findings } = transformFile("src/App.tsx", "const a = 1;\nexport const b = ;\n");
    expect(findings).toEqual([{ file: "src/App.tsx", line: 2, column: 18, code: "BUILD", message: "Syntax error: Unexpected token" }]);
    expect(() => new Function(code)()).toThrow("src/App.tsx:2 Syntax error");
  });

  it("gives JSON as a value, and says where it is not JSON", () => {
    const module = { exports: {} };
    new Function("module", transformFile("src/a.json", '{ "a": [1] }').code)(module);
    expect(module.exports).toEqual({ a: [1] });
    expect(transformFile("src/a.json", '{\n  "a": 1 "b"\n}').findings).toMatchObject([{ file: "src/a.json", line: 2, column: 10 }]);
  });

  it("gives style sheets no code", () => {
    expect(transformFile("src/styles.css", "a { b: c }")).toMatchObject({ code: "", imports: [], findings: [] });
  });

  it("answers import.meta.env, which bodies of functions cannot have", () => {
    const { code } = transformFile("src/a.ts", "export const dev = import.meta.env.DEV;");
    const exports = {};
    new Function("exports", code)(exports);
    expect(exports).toEqual({ dev: true });
  });
});

describe("texts that look like code", () => {
  const rendered = (source: string) => {
    const { code, imports, findings } = transformFile("src/Welcome.tsx", source);
    const module = { exports: {} as { text?: string } };
    new Function("module", "exports", "require", code)(module, module.exports, () => ({
      jsxDEV: (_type: string, props: unknown) => props,
    }));
    return { module, findings, specifiers: imports.map(({ specifier }) => specifier) };
  };

  it("leaves import.meta in the text of an element alone", () => {
    const { module } = rendered("export const text = (<p>Use import.meta.env.VITE_KEY in Vite</p>) as unknown;");
    expect(module.exports.text).toEqual({ children: "Use import.meta.env.VITE_KEY in Vite" });
  });

  it("takes a require in a string, a template, a comment or a pattern for what it is", () => {
    const source = [
      'export const text = `const fs = require("fs");` + \'require("net")\';',
      '// require("os")',
      'export const pattern = /require("path")/;',
      "while (false) { /* import.meta.url */ }",
    ].join("\n");
    const { module, findings, specifiers } = rendered(source);
    expect(findings).toEqual([]);
    expect(specifiers).toEqual([]);
    expect(module.exports.text).toBe('const fs = require("fs");require("net")');
  });
});

describe("syntax that browsers do not know", () => {
  it.each([
    ["a decorator", "export class Store {\n  @logged inc() {}\n}", 2, "Decorators"],
    ["accessor", "export class A {\n  accessor x = 1;\n}", 2, '"accessor"'],
    ["a namespace with code", "\nnamespace Util { export const id = 1 }\nexport const three = Util.id;", 2, "namespace Util"],
    ["a nested namespace", "export namespace A.B {\n  export function f() {}\n}", 1, "namespace A"],
    ["await at the top level", "const a = 1;\nexport const cfg = await Promise.resolve(1);", 2, "cannot wait at its top level"],
    ["for await at the top level", "for await (const x of y) {}", 1, "cannot wait"],
    ["a name of the module's own", "\nconst { module } = await1;\nexport default module;", 2, '"module" is a name'],
    ["require as a parameter", "export const f = (require: (id: string) => void) => require('x');", 1, '"require" is a name'],
    ["brackets without end", `export const x = ${"(".repeat(50_000)}`, 1, "nested too deeply"],
  ])("says where %s is and what to write instead", (_name, source, line, says) => {
    const { findings, code } = transformFile("src/a.ts", source);
    expect(findings[0]).toMatchObject({ file: "src/a.ts", line, code: "BUILD" });
    expect(findings[0]?.message).toContain(says);
    expect(() => new Function(code)()).toThrow(SyntaxError);
  });

  it.each([
    ["a namespace of types", "export namespace Shapes { export type Box = { a: number } }"],
    ["a declared namespace", "declare namespace Google { const maps: string }\nexport const x = 1;"],
    ["the word in a text", 'export const text = "namespace Util { const a = 1 }";'],
    ["enums and parameter properties", "export enum E { A, B }\nexport class P { constructor(private readonly a: number) {} }"],
    ["await in functions", "export const f = async () => { for await (const x of y()) await x; };"],
    ["a loop over modules", "for (const module of []) { const exports = module; void exports; }"],
    ["using", "export function f() { using x = y(); return x; }"],
  ])("takes %s", (_name, source) => {
    const { findings, code } = transformFile("src/a.ts", source);
    expect(findings).toEqual([]);
    expect(() => new Function("module", "exports", "require", code)).not.toThrow();
  });

  it("has a bound on how large a script may be", () => {
    expect(transformFile("src/a.ts", `export const x = "${"x".repeat(LIMITS.scriptCharacters)}";`).findings[0]?.message).toMatch(
      /at most 128 KB/,
    );
  });
});

describe("what React Refresh is told", () => {
  const refreshOf = (source: string) => {
    const { code } = transformFile("src/View.tsx", source);
    const module = { exports: {}, refresh: [] as [string, unknown, string][], hooks: "" };
    new Function("module", "exports", "require", code)(module, module.exports, () => ({}));
    return module;
  };
  const counter = (hook: string) => `import { useState } from "react";\nexport function Counter() {\n  ${hook}\n  return <p>{n}</p>;\n}\n`;

  it("names the components of a module, and nothing else", () => {
    const { refresh } = refreshOf(
      "export const LIMIT = 3;\nexport default function App() { return null; }\nfunction helper() {}\nconst Row = () => null;\n",
    );
    expect(refresh.map(([name]) => name)).toEqual(["LIMIT", "App", "Row"]);
    expect(refresh.map(([, value]) => typeof value)).toEqual(["number", "function", "function"]);
  });

  it("has another fingerprint when a component's state starts differently, the same when only its text changes", () => {
    const print = (source: string) => refreshOf(source).refresh[0]?.[2];
    const before = print(counter("const [n] = useState(0);"));
    expect(print(counter("const [n] = useState(0);").replace("<p>", "<b>").replace("</p>", "</b>"))).toBe(before);
    expect(print(counter("const [n] = useState(1);"))).not.toBe(before);
    expect(print(counter("const [n] = useState(0); useId();"))).not.toBe(before);
  });

  it("has a fingerprint of a module's own hooks", () => {
    const hook = (body: string) =>
      refreshOf(`import { useState, useMemo } from "react";\nexport function useThing() {\n  ${body}\n}\n`).hooks;
    expect(hook("return useState(0);")).not.toBe(hook("return useMemo(() => 0, []);"));
  });
});
