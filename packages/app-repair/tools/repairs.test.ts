/** Repairs at work on whole apps, with the platform's own checker. The full suite runs in the benchmark. */

import { type Checker, repairFiles } from "@edgewright/app-repair";
import type { FileMap } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedChecker } from "../../app-check/tools/open-checker.ts";
import { starterApps } from "./starter-apps.ts";
import { localCompiler, repairSuite } from "./suite.ts";

/** Of two, with `npm run test:full`. */
const APPS = runsOf(2, 2);

let checker: Checker;
let apps: Record<string, FileMap>;
let app: FileMap;

beforeAll(async () => {
  checker = await sharedChecker();
  apps = await starterApps(APPS);
  app = first(Object.values(apps));
});

/** The app with its files changed, repaired. */
async function repaired(changes: FileMap, changed?: string[]) {
  const files = { ...app, ...changes };
  const result = await repairFiles(checker, { files, changed });
  const now = { ...files };
  for (const { path, text } of result.changes) now[path] = text ?? "";
  return { ...result, now };
}
const replaced = (path: string, from: string, to: string) => {
  expect(app[path]).toContain(from);
  return { [path]: must(app[path]).replaceAll(from, () => to) };
};
const byId = (table: string) => `fetch(\`/api/${table}/\${id}\`)`;
const SERVER = `import { Hono } from "hono";

const app = new Hono();
app.get("/api/tasks/:id", (context) => context.json({ id: context.req.param("id") }));
app.post("/api/tasks", (context) => context.json({}, 201));
export default app;
`;

describe("apps with a single fault", () => {
  it("are mostly repaired, and none is made worse", async () => {
    const tried = (await repairSuite(localCompiler(checker), apps, 1)).filter(({ verdict }) => verdict !== "none");
    const whole = tried.filter(({ verdict }) => verdict === "exact" || verdict === "same");
    expect(tried.filter(({ verdict }) => verdict === "worse")).toEqual([]);
    expect(tried.length).toBeGreaterThan(10 * APPS);
    expect(whole.length / tried.length).toBeGreaterThan(0.6);
  });
});

describe("an app without findings", () => {
  it("stays as it is", async () => {
    for (const files of Object.values(apps)) {
      expect(await repairFiles(checker, { files })).toEqual({ changes: [], repaired: [], findings: [] });
    }
  });

  it("loses unused imports in the files that were changed, and in no others", async () => {
    const text = `import { useMemo } from "react";\n${app["src/views/Tasks.tsx"]}`;
    expect((await repaired({ "src/views/Tasks.tsx": text })).changes).toEqual([]);
    const { now, repaired: done } = await repaired({ "src/views/Tasks.tsx": text }, ["src/views/Tasks.tsx"]);
    expect(now["src/views/Tasks.tsx"]).toBe(app["src/views/Tasks.tsx"]);
    expect(done).toMatchObject([{ kind: "unused_import", line: 1 }]);
  });
});

describe("a package of the catalogue", () => {
  it("is listed in package.json once a changed file imports it", async () => {
    const manifest = JSON.parse(must(app["package.json"])) as { dependencies: Record<string, string> };
    const { zod, ...others } = manifest.dependencies;
    const without = `${JSON.stringify({ ...manifest, dependencies: others }, null, 2)}\n`;
    expect((await repaired({ "package.json": without })).changes).toEqual([]);
    const { now } = await repaired({ "package.json": without }, ["src/data/tasks.ts"]);
    expect(JSON.parse(must(now["package.json"]))).toEqual(manifest);
    expect(zod).toBeDefined();
  });
});

describe("names that the app declares", () => {
  const view = "src/views/Tasks.tsx";
  it.each([
    ["a table", view, 'useTable<Task>("tasks"', 'useTable<Task>("taks"'],
    ["a field of a sort", view, '{ column: "dueDate" }', '{ column: "dueDte" }'],
    ["a table in the schema", "data/schema.json", '"name": "tasks"', '"name": "taskss"'],
    ["a field in the schema", "data/schema.json", '"name": "dueDate"', '"name": "deuDate"'],
    ["a type in the schema", "data/schema.json", '"type": "boolean"', '"type": "bolean"'],
    ["a comma too many in the schema", "data/schema.json", '"default": false }', '"default": false, }'],
  ])("are put right: %s", async (_, path, from, to) => {
    const broken = replaced(path, from, to);
    const { now, findings, repaired: done } = await repaired(broken);
    expect(done.length).toBeGreaterThan(0);
    expect(findings).toEqual([]);
    expect(now[path]).toBe(app[path]);
  });

  it("are told with those that there are", async () => {
    const files = { ...app, ...replaced(view, '"tasks"', '"nothingLikeIt"') };
    expect(checker.check({ files })).toMatchObject([{ file: view, code: "SCHEMA", message: expect.stringContaining("tables: tasks") }]);
  });

  it("are routes of the server as well", async () => {
    const call = (request: string) => ({ "server/index.ts": SERVER, "src/call.ts": `export const call = (id: string) => ${request};\n` });
    const check = (request: string) => checker.check({ files: { ...app, ...call(request) } });
    for (const right of [byId("tasks"), 'fetch("/api/tasks", { method: "POST" })', "fetch(id)", 'fetch("/other")']) {
      expect(check(right), right).toEqual([]);
    }
    expect(check('fetch("/api/tasks")')).toMatchObject([{ code: "ROUTE", message: expect.stringContaining("POST /api/tasks") }]);
    const { now } = await repaired(call(byId("taskss")));
    expect(now["src/call.ts"]).toContain(byId("tasks"));
  });

  it("are not looked for where routes are made in ways that cannot be followed", () => {
    const server = `${SERVER}app.route("/api/more", new Hono());\n`;
    const files = { ...app, "server/index.ts": server, "src/call.ts": 'export const call = () => fetch("/api/more/x");\n' };
    expect(checker.check({ files })).toEqual([]);
  });
});

describe("what has more than one answer", () => {
  it("is left as it is", async () => {
    const { changes, findings } = await repaired({
      "src/one.ts": "export const amount = 1;\n",
      "src/two.ts": "export const amount = 2;\n",
      "src/use.ts": "export const twice = amount * 2;\n",
    });
    expect(changes).toEqual([]);
    expect(findings).toMatchObject([{ file: "src/use.ts", code: "TS2304" }]);
  });
});

describe("a style sheet that is not there", () => {
  it("is a finding, and the one that was meant is taken", async () => {
    const { now, findings } = await repaired(replaced("src/main.tsx", '"./styles.css"', '"./style.css"'));
    expect(findings).toEqual([]);
    expect(now["src/main.tsx"]).toBe(app["src/main.tsx"]);
  });
});
