import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FileMap, ServerBuild } from "@edgewright/contracts";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { SERVER_PACKAGES } from "./catalogue.ts";
import { serverBuild, sourceLine } from "./server-build.ts";
import { serverModules } from "./server-modules.ts";

const FILES: FileMap = {
  "server/index.ts": [
    'import { Hono } from "hono";',
    'import { z } from "zod";',
    'import { double } from "./lib/double";',
    "const app = new Hono();",
    'app.get("/api/double/:n", (c) => c.json({ n: double(z.coerce.number().parse(c.req.param("n"))) }));',
    "export default app;",
    "",
  ].join("\n"),
  "server/lib/double.ts":
    'export const double = (n: number): number => {\n  if (n > 9) throw new Error("too much");\n  return n * 2;\n};\n',
};

async function load(build: ServerBuild): Promise<{ fetch(request: Request): Promise<Response> }> {
  const folder = mkdtempSync(join(tmpdir(), "server-"));
  const code = build?.code ?? "";
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, text] of Object.entries({ ...serverModules(code), "main.js": code })) writeFileSync(join(folder, name), text);
  return (await import(/* @vite-ignore */ pathToFileURL(join(folder, "main.js")).href)).default;
}

describe("serverBuild", () => {
  it("makes one module that answers requests beside the vendored ones", async () => {
    const { build, findings } = await serverBuild(FILES);
    expect(findings).toEqual([]);
    const server = await load(build);
    const response = await server.fetch(new Request("http://app/api/double/4"));
    expect(await response.json()).toEqual({ n: 8 });
  });

  it("knows the source of each line", async () => {
    const { build } = await serverBuild(FILES);
    const line = (build?.code ?? "").split("\n").findIndex((text) => text.includes("too much")) + 1;
    expect(sourceLine(must(build), line)).toEqual({ file: "server/lib/double.ts", line: 2 });
    expect(sourceLine(must(build), 1)).toBeNull();
  });

  it("brings along only the vendored modules that are imported", async () => {
    const { build } = await serverBuild({ "server/index.ts": 'import { Hono } from "hono";\nexport default new Hono();\n' });
    expect(Object.keys(serverModules(build?.code ?? ""))).not.toContain("zod.js");
  });

  it("is null for an app without server code", async () => {
    expect(await serverBuild({ "src/App.tsx": "" })).toEqual({ build: null, findings: [] });
  });

  it("names what the server can import when it imports something else", async () => {
    const { findings } = await serverBuild({ "server/index.ts": '\nimport "react";\nimport "./gone";\n' });
    expect(findings).toMatchObject([
      {
        file: "server/index.ts",
        line: 2,
        message: `"react" is there for the browser side only. The server side can import: ${SERVER_PACKAGES.join(", ")}.`,
      },
      { file: "server/index.ts", line: 3, message: 'Cannot find "./gone", imported by server/index.ts.' },
    ]);
  });
});
