/** The outline of an app of 400 files in workerd: in a new isolate, and in one that knows the app before an edit. */

import { join } from "node:path";
import { first } from "@edgewright/core";
import { largeProject } from "@edgewright/testing";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { type BenchRow, row, timed } from "./row.ts";

const ROOT = join(import.meta.dirname, "..");
const FILES = largeProject();
const EDITED = "src/features/invoices/InvoiceList.tsx";

/** Timed from outside, with the files there beforehand. */
const WORKER = `import { outline } from "./packages/agents/src/prompt/outline.ts";
let files;
export default {
  async fetch(request) {
    if (request.method === "PUT") files = { ...files, ...(await request.json()) };
    return new Response(request.method === "PUT" ? "" : String((await outline(files, async () => undefined)).length));
  },
};
`;

export async function benchOutline(n: number, cold: number): Promise<BenchRow[]> {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    conditions: ["import"],
  });
  const script = first(outputFiles).text;
  const samples: { cold: number[]; warm: number[] } = { cold: [], warm: [] };
  for (let round = 0; round < cold; round++) {
    const runtime = new Miniflare(convertV4MiniflareOptions({ modules: true, script, compatibilityDate: "2026-10-01" }));
    try {
      const put = (files: object) => runtime.dispatchFetch("http://bench/", { method: "PUT", body: JSON.stringify(files) });
      const outlined = async () => {
        const count = await (await runtime.dispatchFetch("http://bench/")).text();
        if (count !== String(Object.keys(FILES).length)) throw new Error(`The outline has ${count} files.`);
      };
      await put(FILES);
      samples.cold.push(await timed(outlined));
      const edits = round === cold - 1 ? n : 0;
      for (let edit = 0; edit < edits; edit++) {
        await put({ [EDITED]: `${FILES[EDITED]}// ${edit}\n` });
        samples.warm.push(await timed(outlined));
      }
    } finally {
      await runtime.dispose();
    }
  }
  return [
    row("outline of 400 files, new isolate", "ms", samples.cold, { budget: 300 }),
    row("outline of 400 files after an edit", "ms", samples.warm, { budget: 20 }),
  ];
}
