/**
 * An app of its own as a Worker of Cloudflare: one Durable Object has its rows in SQLite and answers for it, the page's files are the
 * Worker's assets, and files in rows are in R2. What a downloaded app's `worker.js` calls.
 */
import { DurableObject } from "cloudflare:workers";
import { r2Files, storageSql } from "@edgewright/adapters/objects";
import type { DataScope, Outcome } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import type { FileContents } from "@edgewright/data-store";
import { COLLECT_MS } from "../own/app-data.ts";
import { hostOf, type OwnApp, type ServerCode, windowScope } from "../own/host.ts";
import { openApp } from "../own/open.ts";
import { settingsOf } from "../own/settings.ts";

/** `files`: what of the app is read, by path, as text. */
export type AppCode = { files: Record<string, string>; server: ServerCode | null };

/** As the app's wrangler.toml binds it. `FILES` is bound where a table has fields for files. The rest are variables and secrets. */
type Env = { ASSETS: Fetcher; APP: DurableObjectNamespace; FILES?: R2Bucket };

const SECRET = "secret";
const OBJECT = "app";

/** Both are exported by the Worker: the object as `AppObject`, the handler as its default. */
export function appWorker(code: AppCode) {
  class AppObject extends DurableObject<Env> {
    #opened: Promise<Outcome<OwnApp>> | null = null;

    override async fetch(request: Request): Promise<Response> {
      const opened = await this.#open(request.url);
      if (!opened.ok) return problem(opened.error);
      if (request.headers.get("upgrade") !== "websocket") return hostOf(opened.value).fetch(request);
      const { pathname } = new URL(request.url);
      const scope = pathname === "/_app/live" ? await windowScope(opened.value, request) : null;
      return scope ? this.#listen(scope) : new Response(null, { status: 403 });
    }

    /** Looks for files that no row holds any more. */
    override async alarm(): Promise<void> {
      const opened = await this.#opened;
      if (opened?.ok) await opened.value.data.files.collect();
      await this.ctx.storage.setAlarm(Date.now() + COLLECT_MS);
    }

    /** Once; anew where it could not be opened, since variables may have been set. */
    async #open(url: string): Promise<Outcome<OwnApp>> {
      this.#opened ??= openIn(this.ctx, this.env, code, new URL(url).origin);
      const opened = await this.#opened;
      if (!opened.ok) this.#opened = null;
      return opened;
    }

    #listen(scope: DataScope): Response {
      const { 0: theirs, 1: ours } = new WebSocketPair();
      this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
      this.ctx.acceptWebSocket(ours);
      ours.serializeAttachment(scope);
      return new Response(null, { status: 101, webSocket: theirs });
    }
  }
  const fetch = (request: Request, { APP }: Env) => APP.get(APP.idFromName(OBJECT)).fetch(request);
  return { AppObject, handler: { fetch } };
}

async function openIn(ctx: DurableObjectState, env: Env, { files, server }: AppCode, origin: string): Promise<Outcome<OwnApp>> {
  const variables = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const settings = settingsOf({ APP_URL: origin, ...variables });
  if (!settings.ok) return settings;
  if (env.FILES && (await ctx.storage.getAlarm()) === null) await ctx.storage.setAlarm(Date.now() + COLLECT_MS);
  return openApp(files, settings.value, {
    data: {
      sql: storageSql(ctx.storage),
      contents: env.FILES ? r2Files(env.FILES, OBJECT) : NO_FILES,
      pause: () => scheduler.wait(0),
      windows: () =>
        ctx.getWebSockets().map((socket) => ({ scope: socket.deserializeAttachment() as DataScope, send: (text) => socket.send(text) })),
    },
    secret: await secretIn(ctx.storage),
    hereAlone: false,
    page: async (request, path) => {
      const answer = await env.ASSETS.fetch(new Request(new URL(path === "/index.html" ? "/" : path, request.url), request));
      // As it comes, its headers cannot be added to.
      return answer.status === 404 ? null : new Response(answer.body, answer);
    },
    serverCode: async () => server,
  });
}

/** Signs cookies; made once, so that people stay signed in over a deployment. */
async function secretIn(storage: DurableObjectStorage): Promise<string> {
  const known = await storage.get<string>(SECRET);
  if (known !== undefined) return known;
  const made = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  await storage.put(SECRET, made);
  return made;
}

const unbound = async (): Promise<never> => {
  throw new Error("The app has no place for files: bind an R2 bucket as FILES in wrangler.toml.");
};
const NO_FILES: FileContents = { put: unbound, read: unbound, remove: async () => {}, clear: async () => {} };
