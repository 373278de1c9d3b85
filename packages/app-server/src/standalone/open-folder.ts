/** The app of a folder as it is on the disk, with its rows beside it. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Outcome } from "@edgewright/contracts";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { COLLECT_MS } from "../own/app-data.ts";
import type { OwnApp } from "../own/host.ts";
import { openApp, READ_FILES } from "../own/open.ts";
import { isLoopback, type Settings } from "../own/settings.ts";
import { folderFiles } from "./folder-files.ts";
import { nodeSql } from "./node-sql.ts";
import { Windows } from "./windows.ts";

/** Where the build puts the page and the server code. */
export const BUILT = { pages: "dist/page", server: "dist/server/index.js" } as const;

/** An app of a folder, and its open windows. */
export type AppFolder = { app: OwnApp; windows: Windows };

export async function openFolder(root: string, settings: Settings): Promise<Outcome<AppFolder>> {
  const files = Object.fromEntries(
    READ_FILES.flatMap((path) => (existsSync(join(root, path)) ? [[path, readFileSync(join(root, path), "utf8")]] : [])),
  );
  const folder = resolve(root, settings.data);
  mkdirSync(folder, { recursive: true });
  const windows = new Windows();
  const serverFile = join(root, BUILT.server);
  const opened = await openApp(files, settings, {
    data: {
      sql: nodeSql(join(folder, "app.sqlite")),
      contents: folderFiles(join(folder, "files")),
      pause: async () => void (await setImmediate()),
      windows: () => windows.all(),
    },
    secret: secretIn(folder),
    hereAlone: isLoopback(settings.host),
    page: pagesIn(join(root, BUILT.pages)),
    serverCode: async () => (existsSync(serverFile) ? (await import(pathToFileURL(serverFile).href)).default : null),
  });
  if (!opened.ok) return opened;
  const { files: kept } = opened.value.data;
  await kept.collect();
  setInterval(() => kept.collect(), COLLECT_MS).unref();
  return { ok: true, value: { app: opened.value, windows } };
}

/** The files of a folder, to whoever may have them. */
function pagesIn(folder: string): OwnApp["page"] {
  const pages = new Hono().get("*", serveStatic({ root: folder })).notFound(() => new Response(null, { status: 404 }));
  return async (request, path) => {
    const answer = await pages.fetch(new Request(new URL(path, request.url), request));
    return answer.status === 404 ? null : answer;
  };
}

/** Signs cookies; made once, so that people stay signed in over a restart. */
function secretIn(folder: string): string {
  const file = join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
