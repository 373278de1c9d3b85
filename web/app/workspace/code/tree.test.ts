import { describe, expect, it } from "vitest";
import { pathProblem, treeRows } from "./tree.ts";

const PATHS = ["src/App.tsx", "app.json", "src/views/List.tsx", "src/main.tsx", "data/schema.json"];

describe("treeRows", () => {
  it("puts folders first and sorts by name", () => {
    const rows = treeRows(PATHS, new Set());
    expect(rows.map(({ path, depth }) => `${depth} ${path}`)).toEqual([
      "0 data",
      "1 data/schema.json",
      "0 src",
      "1 src/views",
      "2 src/views/List.tsx",
      "1 src/App.tsx",
      "1 src/main.tsx",
      "0 app.json",
    ]);
  });

  it("leaves out what lies in a closed folder", () => {
    expect(treeRows(PATHS, new Set(["src"])).map(({ path }) => path)).toEqual(["data", "data/schema.json", "src", "app.json"]);
  });
});

describe("pathProblem", () => {
  it.each(["", "/x.ts", "../x.ts", "src//x.ts", "src/App.tsx", "src", "app.json/x.ts", "a\0b"])("refuses %j", (path) => {
    expect(pathProblem(path, PATHS)).not.toBeNull();
  });

  it("takes an ordinary path", () => {
    expect(pathProblem("src/views/Form.tsx", PATHS)).toBeNull();
  });
});
