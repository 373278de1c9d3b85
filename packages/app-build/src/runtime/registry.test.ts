import type { PageModule } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { type Body, Registry } from "./registry.ts";
import { exportsOnlyComponents, planUpdate } from "./update.ts";

/** Each module with what it requires, as the build says it. */
const built = (codes: Record<string, string>): Record<string, PageModule> =>
  Object.fromEntries(
    Object.entries(codes).map(([id, code]) => [
      id,
      { code, imports: [...code.matchAll(/require\("(\w+)"\)/g)].map(([, target = ""]) => target) },
    ]),
  );

function setUp(modules: Record<string, string>) {
  const evaluated: string[] = [];
  const registry = new Registry({
    compile: (_path, code) => new Function("module", "exports", "require", code) as Body,
    external: (specifier) => (specifier === "react" ? { name: "react" } : undefined),
    evaluated: (path) => evaluated.push(path),
  });
  registry.accept(built(modules));
  return { registry, evaluated };
}

describe("Registry", () => {
  it("evaluates each module once, imports first", () => {
    const { registry, evaluated } = setUp({ a: 'require("b"); require("c");', b: 'require("c");', c: "exports.x = 1;" });
    registry.require("a");
    registry.require("a");
    expect(evaluated).toEqual(["c", "b", "a"]);
  });

  it("gives packages, and an error for what is nowhere", () => {
    const { registry } = setUp({ a: 'module.exports = require("react").name;', b: 'require("gone");' });
    expect(registry.require("a")).toBe("react");
    expect(() => registry.require("b")).toThrow('Cannot find "gone".');
    expect([...registry.packages()]).toEqual(["react", "gone"]);
  });

  it("lets modules import each other", () => {
    const { registry } = setUp({
      a: 'exports.one = 1; exports.two = require("b").two();',
      b: 'const a = require("a"); exports.two = () => a.one + 1;',
    });
    expect(registry.require("a")).toMatchObject({ two: 2 });
  });

  it("keeps what was when a new version of a module throws", () => {
    const { registry } = setUp({ a: "exports.x = 1;" });
    const before = registry.require("a");
    registry.accept(built({ a: 'throw new Error("no");' }));
    expect(() => registry.reevaluate(["a"], ["a"])).toThrow("no");
    expect(registry.require("a")).toBe(before);
  });

  it("knows what a worker's script must bring along", () => {
    const { registry } = setUp({ main: 'require("view");', view: "", worker: 'require("lib");', lib: 'require("worker");' });
    expect(Object.keys(registry.reach("worker"))).toEqual(["worker", "lib"]);
  });

  it("knows which sources are new", () => {
    const { registry } = setUp({ a: "1", b: "2" });
    expect(registry.accept(built({ a: "1", b: "3", c: "4" }), ["a"])).toEqual(["b", "c"]);
    expect(registry.has("a")).toBe(false);
  });
});

describe("planUpdate", () => {
  const importers: Record<string, string[]> = { lib: ["View", "Other"], View: ["App"], Other: ["App"], App: ["main"], main: [] };
  const graph = (boundaries: string[]) => ({
    entry: "main",
    importers: (path: string) => importers[path] ?? [],
    isBoundary: (path: string) => boundaries.includes(path),
  });

  it("stops at modules that export only components", () => {
    expect(planUpdate(["View"], graph(["View", "App"]))).toEqual({ stale: new Set(["View"]), roots: new Set(["View"]) });
    expect(planUpdate(["lib"], graph(["View", "Other"])).roots).toEqual(new Set(["View", "Other"]));
  });

  it("goes up to the entry where nothing stops it", () => {
    expect(planUpdate(["lib"], graph(["View"]))).toEqual({
      stale: new Set(["lib", "Other", "App", "main", "View"]),
      roots: new Set(["main", "View"]),
    });
  });

  it("counts only capitalized components as such", () => {
    const isComponent = (value: unknown) => typeof value === "function";
    expect(exportsOnlyComponents({ App() {} }, isComponent)).toBe(true);
    expect(exportsOnlyComponents({ default: function App() {} }, isComponent)).toBe(true);
    expect(exportsOnlyComponents({ App() {}, useApp() {} }, isComponent)).toBe(false);
    expect(exportsOnlyComponents({ App() {}, LIMIT: 3 }, isComponent)).toBe(false);
    expect(exportsOnlyComponents({}, isComponent)).toBe(false);
  });
});
