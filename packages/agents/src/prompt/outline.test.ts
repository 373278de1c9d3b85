import { first } from "@edgewright/core";
import { largeProject } from "@edgewright/testing";
import { noPause } from "@edgewright/testing/growth";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { outline, outlineText } from "./outline.ts";

const textOf = async (path: string, files: Record<string, string>) =>
  outlineText(must((await outline(files, noPause)).find((file) => file.path === path)));
const says = async (text: string) => first(await outline({ "src/a.tsx": text }, noPause)).says;

describe("an outline", () => {
  it("says what a module gives to others, with parameters, and what it takes from which files of the app", async () => {
    const files = {
      "src/views/Board.tsx": `import { useTable } from "@edgewright/app-kit";
import { cn } from "../lib/cn";
import type { Row } from "@/data/rows";

type Props = {
  rows: Row[];
  /** By which field. */
  by: keyof Row;
};

type Unused = { secret: true };

/** A board. */
export function Board({ rows, by }: Props): ReactNode {
  const inner = () => "export function notThis() {}";
  return <p>Don't stop</p>;
}

export default Board;
`,
      "src/lib/cn.ts": "export const cn = (...names: string[]): string => names.join(' ');\n",
      "src/data/rows.ts": "export interface Row {\n  id: string;\n}\n",
    };
    expect(await textOf("src/views/Board.tsx", files)).toBe(
      `src/views/Board.tsx (20 lines)
  type Props = { rows: Row[]; by: keyof Row; }
  function Board({ rows, by }: Props): ReactNode
  default Board
  uses src/lib/cn.ts, src/data/rows.ts`,
    );
  });

  it.each([
    [
      "export async function load<T extends { id: string }>(id: string): Promise<{ rows: T[] }> {\n}\n",
      "async function load<T extends { id: string }>(id: string): Promise<{ rows: T[] }>",
    ],
    ["export const add = (a: number, b = ')') => {\n  return a;\n};\n", "const add = (a: number, b = ')') =>"],
    ["export const LIMIT: Record<string, number> = { a: 1 };\n", "const LIMIT: Record<string, number>"],
    ["export const STATES = ['open', 'done'] as const;\n", "const STATES = ['open', 'done'] as const"],
    [
      "export const Row = memo(function Row({ a }: { a: number }) {\n  return null;\n});\n",
      "const Row = memo(function Row({ a }: { a: number })",
    ],
    ["export type Id = string | number;\n", "type Id = string | number"],
    ["export type State =\n  | 'open'\n  | 'done';\n", "type State = | 'open' | 'done'"],
    [
      "export class Cart extends Base {\n  #n = 0;\n  constructor() {\n  }\n  add(item: Item): void {\n  }\n}\n",
      "class Cart extends Base { add() }",
    ],
    ["export enum Kind {\n  A,\n  B,\n}\n", "enum Kind { A, B }"],
    ["export { a, b as c } from './x';\n", "{ a, b as c } from './x'"],
    ["export * from './x';\n", "* from './x'"],
    ["export default function App() {\n}\n", "default function App()"],
    ["export default app;\n", "default app"],
    ["export const { a, b } = pick();\n", "const { a, b } = pick()"],
  ])("reads %j", async (text, line) => {
    expect(await says(text)).toEqual([line]);
  });

  it("leaves out what only stands in a comment, and holds with code that is cut off", async () => {
    expect(await says("/*\nexport const no = 1;\n*/\nexport const yes: number = 1;\n")).toEqual(["const yes: number"]);
    expect(await says("export function half({ a, b }: { a: str")).toEqual(["function half({ a, b }: { a: str"]);
    expect(await says('export const half = "')).toEqual(['const half = "']);
  });

  it("shortens what is long", async () => {
    const line = first(
      await says(`export type Many = { ${Array.from({ length: 100 }, (_, index) => `field${index}: string`).join("; ")} };\n`),
    );
    expect(line.length).toBeLessThanOrEqual(200);
    expect(line).toMatch(/^type Many = \{ field0: string.*…$/);
  });

  it("says tables with their fields, routes of the server, and titles", async () => {
    const files = {
      "data/schema.json": JSON.stringify({
        tables: [
          {
            name: "tasks",
            label: "Tasks",
            columns: [
              { name: "title", label: "Title", type: "text" },
              { name: "state", label: "State", type: "select", options: ["open", "done"] },
              { name: "owner", label: "Owner", type: "reference", ref: "people" },
            ],
          },
        ],
      }),
      "server/index.ts":
        'import { Hono } from "hono";\nconst app = new Hono().basePath("/api");\napp.get("/tasks/:id", (c) => c.text(""));\nexport default app;\n',
      "index.html": "<!doctype html>\n<title>Plan</title>",
      "AGENTS.md": "Notes\n\n# The plan\n",
      "src/styles.css": "a {}\n",
    };
    expect(await textOf("data/schema.json", files)).toContain("table tasks: title text, state select(open|done), owner → people");
    expect(await textOf("server/index.ts", files)).toContain("routes under /api\n  route GET /tasks/:id\n  default app");
    expect(await textOf("index.html", files)).toBe("index.html (2 lines)\n  Plan");
    expect(await textOf("AGENTS.md", files)).toContain("The plan");
    expect(await textOf("src/styles.css", files)).toBe("src/styles.css (2 lines)");
    expect(await textOf("data/schema.json", { "data/schema.json": "{" })).toContain("not a valid schema");
  });

  it("of 400 files names each, and finds every import between them", async () => {
    const files = largeProject();
    const outlines = await outline(files, noPause);
    expect(outlines.map(({ path }) => path)).toEqual(Object.keys(files).sort());
    for (const [path, text] of Object.entries(files)) {
      const relative = text.match(/from "\.{1,2}\/[^"]+"|import "\.{1,2}\/[^"]+"/g) ?? [];
      expect(must(outlines.find((file) => file.path === path)).imports).toHaveLength(relative.length);
    }
  });
});
