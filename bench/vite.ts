/** The peer of edit → visible and cold → visible: Vite's dev server with its React and Tailwind plugins, on the same app and browser. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { appears, launchBrowser } from "./browser.ts";
import { EDITED, edited, headingAfter, labApp } from "./lab-app.ts";
import { timed } from "./row.ts";

const FOLDER = join(import.meta.dirname, "../dist/bench/vite-app");

function writeApp(): string {
  rmSync(FOLDER, { recursive: true, force: true });
  const app = labApp();
  const source = app[EDITED] ?? "";
  app["src/main.tsx"] = 'import "./styles.css";\nimport "./client/main";\n';
  for (const [path, text] of Object.entries(app)) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
  }
  return source;
}

async function startVite() {
  const { createServer } = await import("vite");
  const { default: react } = await import("@vitejs/plugin-react");
  const { default: tailwind } = await import("@tailwindcss/vite");
  const server = await createServer({
    root: FOLDER,
    configFile: false,
    logLevel: "silent",
    plugins: [react(), tailwind()],
    server: { host: "127.0.0.1", port: 9790 },
  });
  await server.listen();
  return server;
}

/** Samples in ms: `n` edits seen in the open page, and `cold` starts of the server up to the first rendered page. */
export async function benchVite(n: number, cold: number): Promise<{ edit: number[]; cold: number[] }> {
  const source = writeApp();
  const browser = await launchBrowser();
  const coldSamples: number[] = [];
  try {
    for (let round = 0; round < cold; round++) {
      rmSync(join(FOLDER, "node_modules/.vite"), { recursive: true, force: true });
      const page = await browser.newPage();
      let server: Awaited<ReturnType<typeof startVite>> | undefined;
      coldSamples.push(
        await timed(async () => {
          server = await startVite();
          await page.goto("http://127.0.0.1:9790/");
          await appears(page, "Could not load the dashboard", 60_000);
        }),
      );
      await page.close();
      await server?.close();
    }
    const server = await startVite();
    const page = await browser.newPage();
    await page.goto("http://127.0.0.1:9790/");
    await appears(page, "Could not load the dashboard", 60_000);
    const edit: number[] = [];
    for (let round = 1; round <= n; round++) {
      edit.push(
        await timed(async () => {
          writeFileSync(join(FOLDER, EDITED), edited(source, round));
          await appears(page, headingAfter(round));
        }),
      );
      await page.waitForTimeout(80);
    }
    await server.close();
    return { edit, cold: coldSamples };
  } finally {
    await browser.close();
  }
}
