import type { FileMap } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { pack, type TransformCache } from "./pack.ts";
import type { Transformed } from "./transform.ts";

const app = (more: FileMap = {}): FileMap => ({
  "index.html":
    '<!doctype html><html><head></head><body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body></html>',
  "src/main.tsx":
    'import { createRoot } from "react-dom/client";\nimport { App } from "./App";\nimport "./styles.css";\ncreateRoot(document.body).render(<App />);\n',
  "src/App.tsx": 'import { title } from "@/lib/title";\nexport function App() {\n  return <h1 className="p-4">{title}</h1>;\n}\n',
  "src/lib/title.ts": 'export const title = "Hello";\n',
  "src/styles.css": '@import "tailwindcss";\n',
  ...more,
});

function countingCache() {
  const transformed: string[] = [];
  const kept = new Map<string, Transformed>();
  const cache: TransformCache = {
    get: (path, text) => kept.get(path + text) ?? null,
    set(path, text, value) {
      transformed.push(path);
      kept.set(path + text, value);
    },
  };
  return { cache, transformed };
}

describe("pack", () => {
  it("packs what the entry reaches, with imports resolved to paths and packages", async () => {
    const { page } = await pack(app({ "src/unused.ts": "export {};" }), null, { version: 3 });
    expect(page).toMatchObject({ version: 3, entry: "src/main.tsx", findings: [] });
    expect(Object.keys(page.modules)).toEqual(["src/lib/title.ts", "src/App.tsx", "src/styles.css", "src/main.tsx"]);
    expect(page.externals).toEqual(["react-dom/client", "react/jsx-dev-runtime"]);
    expect(page.modules["src/App.tsx"]).toContain('require("src/lib/title.ts")');
    expect(page.html).not.toContain("<script");
    expect(page.css).toContain(".p-4");
  });

  it("transforms only the changed file again, and gives the same as packing from nothing", async () => {
    const { cache, transformed } = countingCache();
    const first = await pack(app(), null, { cache });
    transformed.length = 0;
    const edited = app({ "src/lib/title.ts": 'export const title = "Bye";\n' });
    const second = await pack(edited, first, { cache });
    expect(transformed).toEqual(["src/lib/title.ts"]);
    expect(second.page.hash).not.toBe(first.page.hash);
    expect(second.page).toEqual((await pack(edited)).page);
    expect((await pack(app(), second)).page.hash).toBe(first.page.hash);
  });

  it("resolves anew when a file appears or goes", async () => {
    const { "src/lib/title.ts": _, ...without } = app();
    const broken = await pack(without);
    expect(broken.page.findings).toEqual([
      { file: "src/App.tsx", line: 1, column: 23, code: "BUILD", message: 'Cannot find "@/lib/title", imported by src/App.tsx.' },
    ]);
    expect((await pack(app(), broken)).page.findings).toEqual([]);
    const folder = await pack({ ...without, "src/lib/title/index.ts": "export const title = 1;" }, broken);
    expect(folder.page.modules["src/App.tsx"]).toContain('require("src/lib/title/index.ts")');
  });

  it("names the packages there are when one is unknown, and keeps the server's code on the server", async () => {
    const { page } = await pack(
      app({
        "src/App.tsx": 'import _ from "lodash";\nimport "hono";\nimport "../server/index";\nexport const App = _;\n',
        "server/index.ts": "",
      }),
    );
    expect(page.findings.map(({ line }) => line)).toEqual([1, 2, 3]);
    const [unknown, server, code] = page.findings.map(({ message }) => message);
    expect(unknown).toMatch(/"lodash" is not available\. The browser side can import: react, .*date-fns/);
    expect(server).toContain('"hono" is there for the server side only');
    expect(code).toContain("call it through /api/");
  });

  it("packs modules that import each other, and dynamic imports", async () => {
    const ring = {
      "src/App.tsx": 'import "./Other";\nexport const App = () => import("./Later");',
      "src/Other.tsx": 'import "./App";',
      "src/Later.tsx": "export const x = 1;",
    };
    const { page } = await pack(app(ring));
    expect(page.findings).toEqual([]);
    expect(Object.keys(page.modules)).toContain("src/Later.tsx");
  });

  it("says so when the page's entry does not exist", async () => {
    const { page } = await pack({ "index.html": '<script type="module" src="./src/start.tsx"></script>' });
    expect(page.findings).toMatchObject([{ file: "index.html", message: "The page starts with src/start.tsx, which does not exist." }]);
  });

  it("lets a placeholder stand in for a component of a draft that is still to be written", async () => {
    const draft = app({ "src/App.tsx": 'import { Tasks } from "./views/Tasks";\nexport const App = () => <Tasks />;\n' });
    const packed = await pack(draft, null, { placeholders: true });
    expect(packed.page.findings).toEqual([]);
    expect(packed.missing).toMatchObject([{ file: "src/App.tsx", line: 1 }]);
    const written = await pack({ ...draft, "src/views/Tasks.tsx": "export const Tasks = () => null;" }, packed, { placeholders: true });
    expect(written.missing).toEqual([]);
    expect(Object.keys(written.page.modules)).toContain("src/views/Tasks.tsx");
    expect((await pack(draft)).page.findings).toHaveLength(1);
  });
});
