import type { FileMap } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import type { TransformCache } from "./link.ts";
import { pack } from "./pack.ts";
import type { TransformedModule } from "./transformed.ts";

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
  const kept = new Map<string, TransformedModule>();
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
    expect(page.modules["src/App.tsx"]?.code).toContain('require("src/lib/title.ts")');
    expect(page.html.text).not.toContain("<script");
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
    expect(folder.page.modules["src/App.tsx"]?.code).toContain('require("src/lib/title/index.ts")');
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

  const view = (code: string, more: FileMap = {}) => pack(app({ "src/App.tsx": code, ...more }));
  const messages = async (code: string, more: FileMap = {}) =>
    (await view(code, more)).page.findings.map(({ line, message }) => `${line} ${message}`);

  it("takes texts, style modules, pictures and files by address", async () => {
    const code = [
      'import styles from "./App.module.css";',
      'import logo from "./logo.svg";',
      'import notes from "./notes.md?raw";',
      'import sheet from "./people.csv?url";',
      'const big = new URL("./big.svg", import.meta.url).href;',
      "export const App = () => <img className={styles.card} src={logo} alt={notes + sheet + big} />;",
    ].join("\n");
    const { page } = await view(code, {
      "src/App.module.css": ".card { color: red } :global(.dark) .card.wide { background: url(./big.svg) }",
      "src/logo.svg": "<svg/>",
      "src/notes.md": "# hi",
      "src/people.csv": "a,b",
      "src/big.svg": "<svg></svg>",
    });
    expect(page.findings).toEqual([]);
    expect(page.modules["src/notes.md?raw"]?.code).toContain('"# hi"');
    const module: { exports: { default?: object } } = { exports: {} };
    new Function("module", "exports", page.modules["src/App.module.css"]?.code ?? "")(module, module.exports);
    expect(module.exports.default).toEqual({ card: expect.stringMatching(/^card_\w{5}$/), wide: expect.stringMatching(/^wide_\w{5}$/) });
    expect(page.css).toMatch(/\.dark \.card_\w{5}\.wide_\w{5}/);
    expect(page.css).toContain('url("/src/big.svg")');
    expect(page.served).toEqual(["src/big.svg", "src/people.csv"]);
  });

  it("takes a worker with all it imports, and imports whose names are put together", async () => {
    const code = [
      'const worker = new Worker(new URL("./work/count.ts", import.meta.url));',
      `export const App = ({ name }: { name: string }) => { void worker; return void import(\`./views/\${name}.tsx\`); };`,
    ].join("\n");
    const { page } = await view(code, {
      "src/work/count.ts": 'import { add } from "./add";\nonmessage = ({ data }) => postMessage(add(data));',
      "src/work/add.ts": 'import { format } from "date-fns";\nexport const add = (n: number) => format(0, String(n + 1));',
      "src/views/Home.tsx": "export const Home = 1;",
      "src/views/deep/Other.tsx": "export const Other = 1;",
    });
    expect(page.findings).toEqual([]);
    expect(page.modules["src/App.tsx"]?.code).toContain('{ type: "module" }');
    expect(Object.keys(page.modules)).toEqual(expect.arrayContaining(["src/work/count.ts", "src/work/add.ts", "src/views/Home.tsx"]));
    expect(page.modules["src/views/deep/Other.tsx"]).toBeUndefined();
    expect(page.externals).toContain("date-fns");
  });

  it("says what the page's policy would keep back, where it stands, until app.json asks for it", async () => {
    const code = [
      'const API = "https://api.example.com";',
      "export const App = () => {",
      `  void fetch(\`\${API}/zen\`);`,
      '  void new WebSocket("wss://live.example.com/x");',
      '  return <><iframe title="v" src="https://www.example.org/embed/x" /><video src="//media.example.com/a.mp4" /></>;',
      "};",
    ].join("\n");
    const found = await messages(code);
    expect(found).toHaveLength(4);
    expect(found[0]).toMatch(
      /^\d The page may not load data from api\.example\.com\. .*"hosts": \{ "connect": \["api\.example\.com"\] \}.*confirmed/,
    );
    expect(found.map((text) => text[0]).sort()).toEqual(["3", "4", "5", "5"]);
    const hosts = { connect: ["*.example.com"], frame: ["www.example.org"], media: ["*"] };
    const asking = await view(code, { "app.json": JSON.stringify({ name: "A", hosts }) });
    expect(asking.page.findings).toEqual([]);
    expect(asking.page.hosts).toEqual(hosts);
  });

  it("refuses scripts from elsewhere, and says that localhost is nobody's server", async () => {
    const found = await messages(
      'void fetch("http://localhost:3000/api");\nexport const App = () => <script src="https://cdn.example.com/x.js" />;',
    );
    expect(found[0]).toContain("server/index.ts");
    expect(found[1]).toContain("may not load code from cdn.example.com");
    expect(await messages('import x from "https://esm.sh/x";\nexport const App = () => x;')).toEqual([
      expect.stringContaining("cannot be imported"),
    ]);
  });

  it("says which files of public/ are asked for and not there", async () => {
    const code = 'void fetch("/data.json");\nexport const App = () => <img src="/logo.svg" alt="" />;';
    expect(await messages(code)).toEqual([
      expect.stringContaining("1 There is no file public/data.json"),
      expect.stringContaining("2 There is no file public/logo.svg"),
    ]);
    expect(await messages(code, { "public/data.json": "{}", "public/logo.svg": "<svg/>" })).toEqual([]);
    expect(await messages('void fetch("/api/data.json"); void fetch("/people");\nexport const App = () => <a href="/x.pdf" />;')).toEqual(
      [],
    );
  });
});
