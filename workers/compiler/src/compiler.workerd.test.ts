import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { Compiler } from "./compiler.ts";
import type { Env } from "./env.ts";

const compiler = () => new Compiler(createExecutionContext(), env as unknown as Env);
const app = (changes: FileMap = {}): FileMap => ({ ...templateFiles(), ...changes });
const check = (files: FileMap, changed?: string[]) => compiler().check({ projectId: "prj_test", files, changed });
const boot = (files: FileMap) => compiler().boot({ files });

describe("the type check", () => {
  it("finds nothing in the starter template", async () => {
    expect(await check(app())).toMatchObject({ ok: true, findings: [] });
  });

  it("says where a name is missing, and nothing once it is there", async () => {
    const broken = await check(app({ "src/App.tsx": "export const App = () => {\n  return missing;\n};\n" }), ["src/App.tsx"]);
    expect(broken.findings).toContainEqual(
      expect.objectContaining({ file: "src/App.tsx", line: 2, column: 10, code: "TS2304", message: expect.stringContaining("missing") }),
    );
    expect((await check(app(), ["src/App.tsx"])).findings).toEqual([]);
  });

  it.each([
    ["a syntax error", { "src/App.tsx": "export const App = ;\n" }, "src/App.tsx", "TS1109"],
    ["a package outside the catalogue", { "src/App.tsx": 'import "left-pad";\nexport const App = () => null;\n' }, "src/App.tsx", "TS2307"],
    ["a schema that is no schema", { "data/schema.json": '{ "tables": [{ "name": "Tasks" }] }' }, "data/schema.json", "SCHEMA"],
    ["a schema that is no JSON", { "data/schema.json": "{" }, "data/schema.json", "SCHEMA"],
  ])("says where %s is", async (_, changes, file, code) => {
    const { ok, findings } = await check(app(changes));
    expect(ok).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining({ file, line: expect.any(Number), code }));
    expect(findings.every(({ line }) => line >= 0)).toBe(true);
  });
});

describe("many projects in turn", () => {
  /** The environment, with a loader that remembers the names it was asked for. */
  const counting = () => {
    const named = new Set<string | null>();
    const { LOADER } = env as unknown as Env;
    const loader: WorkerLoader = {
      get: (name, code) => {
        named.add(name);
        return LOADER.get(name, code);
      },
      load: (code) => LOADER.load(code),
    };
    return { named, compiler: new Compiler(createExecutionContext(), { LOADER: loader }) };
  };

  it("share a few isolates: what a loader keeps by name is never given back", async () => {
    const counted = counting();
    for (let index = 0; index < 6; index++) {
      const files = app({ "src/own.ts": `export const own = ${index};\n` });
      expect(await counted.compiler.check({ projectId: `prj_${index}`, files })).toMatchObject({ ok: true });
      expect(await counted.compiler.boot({ files })).toMatchObject({ ok: true });
    }
    expect(counted.named.size).toBeLessThanOrEqual(2);
  });

  it("have each their own findings, whichever was checked before", async () => {
    const broken = app({ "src/own.ts": "export const own: string = 1;\n" });
    const using = app({ "src/App.tsx": 'import { own } from "./own";\nexport const App = () => <p>{own}</p>;\n' });
    const said = async (projectId: string, files: FileMap) =>
      (await compiler().check({ projectId, files })).findings.map(({ file, code }) => `${file} ${code}`);
    for (let round = 0; round < 2; round++) {
      for (const project of ["prj_a", "prj_b", "prj_c", "prj_d"]) {
        expect(await said(`${project}1`, broken)).toEqual(["src/own.ts TS2322"]);
        expect(await said(`${project}2`, app())).toEqual([]);
        expect(await said(`${project}3`, using)).toEqual(["src/App.tsx TS2307"]);
      }
    }
  });
});

describe("the repairs", () => {
  const repair = (files: FileMap, changed?: string[]) => compiler().repair({ projectId: "prj_test", files, changed });
  const broken = (path: string, from: string, to: string) => {
    const text = app()[path] ?? "";
    expect(text).toContain(from);
    return app({ [path]: text.replace(from, () => to) });
  };

  it("leave an app without findings as it is", async () => {
    expect(await repair(app())).toMatchObject({ changes: [], repaired: [], findings: [] });
  });

  it.each([
    ["a missing import", "missing_import", 'import { cn } from "../lib/cn";\n', ""],
    ["a misspelt name", "misspelling", "cn(", "cnn("],
    ["a wrong path", "import_path", '"../lib/cn"', '"../lib/cm"'],
    ["a default import of what is named", "wrong_import", "import { cn }", "import cn"],
    ["a value imported as a type", "import_type", "import { cn }", "import type { cn }"],
    ["a package of another name", "missing_dependency", '"react"', '"reacct"'],
  ])("put right %s", async (_, kind, from, to) => {
    const path = "src/components/Input.tsx";
    const { changes, repaired, findings } = await repair(broken(path, from, to));
    expect(findings).toEqual([]);
    expect(repaired).toMatchObject([{ kind, file: path }]);
    expect(changes.map((change) => change.path)).toEqual([path]);
  });

  it("leave to a model what could mean two things", async () => {
    const files = app({ "src/two.ts": "export const ward = 1;\nexport const warp = 2;\nexport const one = warm;\n" });
    const { changes, findings } = await repair(files);
    expect(changes).toEqual([]);
    expect(findings).toMatchObject([{ file: "src/two.ts", code: "TS2304" }]);
  });
});

describe("the boot check", () => {
  it("renders the starter template", async () => {
    expect(await boot(app())).toMatchObject({ ok: true, findings: [] });
  });

  it("has parts of packages, and files called what every object has", async () => {
    const main = `import { format } from "date-fns";
import { de } from "date-fns/locale";
import { createRoot } from "react-dom/client";
import { z } from "zod/v4";
import { value } from "./toString";
import words from "../constructor?raw";
createRoot(document.getElementById("root")!).render(<p>{format(0, "PPPP", { locale: de })}{z.string().parse(value)}{words.trim()}</p>);
`;
    const server = `import { Hono } from "hono";
import { logger } from "hono/logger";
import { secureHeaders } from "hono/secure-headers";
export default new Hono().use(logger()).use(secureHeaders()).get("/api/a", (context) => context.text("a"));
`;
    const files = app({
      "src/main.tsx": main,
      "src/toString.ts": 'export const value = "a";\n',
      constructor: "words",
      "server/index.ts": server,
    });
    expect(await boot(files)).toMatchObject({ ok: true, findings: [] });
  });

  it("says file and line of what throws while it renders", async () => {
    const throwing =
      'export function App() {\n  const rows: number[] | undefined = JSON.parse("null");\n  return <p>{rows!.length}</p>;\n}\n';
    const { ok, findings } = await boot(app({ "src/App.tsx": throwing }));
    expect(ok).toBe(false);
    expect(findings[0]).toMatchObject({ file: "src/App.tsx", line: 3, code: "BOOT" });
  });

  it("says file and line of what throws while it loads", async () => {
    const { findings } = await boot(app({ "src/App.tsx": 'export const App = () => null;\nthrow new Error("at load");\n' }));
    expect(findings[0]).toMatchObject({ file: "src/App.tsx", line: 2, code: "BOOT", message: expect.stringContaining("at load") });
  });

  it("ends a loop that does not end", async () => {
    const { findings } = await boot(app({ "src/App.tsx": "export const App = () => {\n  for (;;) {}\n};\n" }));
    expect(findings[0]).toMatchObject({ file: "src/App.tsx", code: "BOOT", message: expect.stringContaining("loop") });
  });

  it("says that a page which renders nothing renders nothing", async () => {
    const { findings } = await boot(app({ "src/main.tsx": "export {};\n" }));
    expect(findings[0]).toMatchObject({ code: "BOOT", message: expect.stringContaining("Nothing was rendered") });
  });

  it("loads server code that holds and says where other server code breaks", async () => {
    const server = (text: string) => app({ "server/index.ts": text });
    const hono = 'import { Hono } from "hono";\nconst app = new Hono();\n';
    expect((await boot(server(`${hono}export default app;\n`))).findings).toEqual([]);
    expect((await boot(server(`${hono}throw new Error("no");\nexport default app;\n`))).findings).toMatchObject([
      { file: "server/index.ts", line: 3, code: "BOOT" },
    ]);
    expect((await boot(server("export const x = 1;\n"))).findings).toMatchObject([{ file: "server/index.ts", code: "BOOT" }]);
  });

  it("gives the app no way out", async () => {
    const calling = 'export const App = () => null;\nfetch(["http:", "", "example.com"].join("/")).then(() => {}, () => {});\n';
    expect((await boot(app({ "src/App.tsx": calling }))).ok).toBe(true);
  });

  it("finds what the page's policy keeps back, syntax that cannot run and files that are not there", async () => {
    const { findings } = await boot(
      app({
        "src/App.tsx": 'void fetch("https://api.example.com/zen");\nexport const App = () => <img src="/logo.png" alt="" />;\n',
        "src/unused.ts": "export class Store {\n  @logged inc() {}\n}\n",
      }),
    );
    expect(findings).toMatchObject([
      { file: "src/App.tsx", line: 1, code: "BUILD" },
      { file: "src/App.tsx", line: 2, code: "BUILD" },
      { file: "src/unused.ts", line: 2, code: "BUILD" },
    ]);
  });

  it("boots workers, texts, style modules and pictures", async () => {
    const code = [
      'import styles from "./App.module.css";',
      'import notes from "./notes.md?raw";',
      'import Counter from "./count?worker";',
      'const worker = new Worker(new URL("./count.ts", import.meta.url));',
      "void Counter, worker;",
      "export const App = () => <p className={styles.card}>{notes}</p>;",
    ].join("\n");
    const more = { "src/App.tsx": code, "src/App.module.css": ".card {}", "src/notes.md": "# hi", "src/count.ts": "postMessage(1);" };
    expect((await boot(app(more))).findings).toEqual([]);
  });
});
