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
    const { code, requires, finding } = transformFile("src/Cell.tsx", source);
    expect(finding).toBeNull();
    expect(requires).toEqual(["react/jsx-dev-runtime", "react"]);
    for (const needle of ["function Cell", "[open]", '"cell"']) expect(lineOf(code, needle)).toBe(lineOf(source, needle));
  });

  it("says where a syntax error is, and gives code that throws it", () => {
    const { code, finding } = transformFile("src/App.tsx", "const a = 1;\nexport const b = ;\n");
    expect(finding).toEqual({ file: "src/App.tsx", line: 2, column: 18, code: "BUILD", message: "Syntax error: Unexpected token" });
    expect(() => new Function(code)()).toThrow("src/App.tsx:2 Syntax error");
  });

  it("gives JSON as a value, and says where it is not JSON", () => {
    const module = { exports: {} };
    new Function("module", transformFile("src/a.json", '{ "a": [1] }').code)(module);
    expect(module.exports).toEqual({ a: [1] });
    expect(transformFile("src/a.json", '{\n  "a": 1 "b"\n}').finding).toMatchObject({ file: "src/a.json", line: 2, column: 10 });
  });

  it("gives style sheets no code", () => {
    expect(transformFile("src/styles.css", "a { b: c }")).toEqual({ code: "", requires: [], finding: null });
  });

  it("answers import.meta.env, which bodies of functions cannot have", () => {
    const { code } = transformFile("src/a.ts", "export const dev = import.meta.env.DEV;");
    const exports = {};
    new Function("exports", code)(exports);
    expect(exports).toEqual({ dev: true });
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
