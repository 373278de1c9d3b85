/** An app of its own: who asks, its rows under `/_app`, its server code under `/api`, its built page and files. Its shells are `standalone` and `worker`. */
import type { AppManifest, AppUser, DataActor, DataScope, Failure } from "@edgewright/contracts";
import { log, problem } from "@edgewright/core";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { parse } from "hono/utils/cookie";
import { appApi } from "../app-api.ts";
import { foreignRequest } from "../foreign-request.ts";
import { type RowCalls, rowCalls } from "../row-calls.ts";
import { type AppData, ORIGIN } from "./app-data.ts";
import { actorOf, type People } from "./people.ts";
import { isLoopback } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";

type Served = { Variables: { user: AppUser | null; actor: DataActor } };
export type ServerCode = { fetch(request: Request, env: Record<string, string | RowCalls>): Response | Promise<Response> };

/**
 * `origin`: where people reach the app, if that was said. `signIn` null: nobody signs in. `local`: then it is of whoever is at this
 * computer, and of nobody else. `variables`: what its server code reads in its environment. `page`: the built page's file at a
 * path; null: there is none.
 */
export type OwnApp = {
  local: boolean;
  origin: string | undefined;
  manifest: AppManifest;
  data: AppData;
  people: People;
  signIn: SignIn | null;
  variables: Readonly<Record<string, string>>;
  page(request: Request, path: string): Promise<Response | null>;
  serverCode(): Promise<ServerCode | null>;
};

/** Who asks, as the app's server code reads it; never taken from outside. */
const USER_HEADER = "x-edgewright-user";

export function hostOf(app: OwnApp): Hono<Served> {
  const { data, people, signIn } = app;
  const host = new Hono<Served>();
  const strictTransportSecurity = app.origin?.startsWith("https:") === true && "max-age=15552000";
  host.use(secureHeaders({ referrerPolicy: "same-origin", strictTransportSecurity }));
  host.use((context, next) => (mayAsk(app, context.req.raw) ? next() : Promise.resolve(problem(MISADDRESSED))));
  host.use((context, next) => {
    const foreign = foreignRequest(context.req.raw, app.origin);
    // The issuer leads back here by a link.
    return foreign && !context.req.path.startsWith("/_app/sign-in") ? Promise.resolve(problem(foreign)) : next();
  });
  host.get("/_health", (context) => context.json({ ok: true }));
  if (signIn) host.route("/_app/sign-in", signIn.routes);
  host.use(admit(app));
  host.route(
    "/_app",
    appApi<Served>(({ var: { user, actor } }) => ({
      user,
      writer: { channel: "current", actor, origin: { ...ORIGIN, way: "app" } },
      rows: data.store,
      files: data.files,
      people: async () => (app.local ? [people.local] : people.list()),
      live: () => upgradeExpected(),
      reload: () => upgradeExpected(),
      report: async ({ message, file, line }) => log.error("the app failed in a browser", { message, file, line }),
    })),
  );
  host.all("/api/*", (context) => runServerCode(context, app));
  host.get("*", (context) => pageOf(app, context));
  host.notFound(() => nothingHere(app));
  host.onError((error) => {
    log.error("the app's server failed", { error: String(error), stack: error.stack });
    return problem({ code: "internal", message: "The app's server failed.", next: "The reason is in its log." });
  });
  return host;
}

const nothingHere = ({ manifest }: OwnApp) =>
  problem({ code: "not_found", message: `${manifest.name} has nothing at this address.`, next: "Check the address." });

/** A file of the page, or the page itself: an address of the app, which routes in the browser. Of a file that is not there, it is none. */
async function pageOf(app: OwnApp, { req }: Context): Promise<Response> {
  const file = await app.page(req.raw, req.path);
  if (file && req.path.startsWith("/assets/")) {
    // Its name changes with its content.
    const kept = new Response(file.body, file);
    kept.headers.set("cache-control", "public, max-age=31536000, immutable");
    return kept;
  }
  if (file) return file;
  return (/\.\w+$/.test(req.path) ? null : await app.page(req.raw, "/index.html")) ?? nothingHere(app);
}

const MISADDRESSED: Failure = { code: "forbidden", message: "The app has another address.", next: "Open it at localhost, or set APP_URL." };

/** A proxy on this computer asks for others. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** What is this computer's alone is asked by its own names, since a page elsewhere could lead a name of its own here, and by nobody's proxy. */
const mayAsk = ({ local }: OwnApp, { url, headers }: Request): boolean =>
  !local || (isLoopback(new URL(url).hostname) && !FORWARDED.some((name) => headers.has(name)));

const upgradeExpected = () => new Response("A WebSocket is expected here.", { status: 426, headers: { upgrade: "websocket" } });

/** Whom the cookie names, or the person at this computer; null: a visitor. Of a request that may be asked. */
async function userOf({ signIn, local, people }: OwnApp, { headers }: Request): Promise<AppUser | null> {
  if (!signIn) return local ? people.local : null;
  return signIn.userOf(parse(headers.get("cookie") ?? "", signIn.cookie)[signIn.cookie]);
}

/** As whom a window that `asked` hears of changes; null: of none. Only what the app itself opens, by whoever may open the app, does. */
export async function windowScope(app: OwnApp, asked: Request): Promise<DataScope | null> {
  if (!mayAsk(app, asked) || foreignRequest(asked, app.origin)) return null;
  const user = await userOf(app, asked);
  return letsIn(app.manifest, user) ? { channel: "current", actor: actorOf(user) } : null;
}

const letsIn = ({ visibility }: AppManifest, user: AppUser | null): boolean => user !== null || visibility === "link";

const admit =
  (app: OwnApp): MiddlewareHandler<Served> =>
  async (context, next) => {
    const user = await userOf(app, context.req.raw);
    context.set("user", user);
    context.set("actor", actorOf(user));
    if (letsIn(app.manifest, user)) return next();
    const { pathname, search } = new URL(context.req.url);
    if (context.req.header("sec-fetch-mode") === "navigate" || (context.req.header("accept") ?? "").includes("text/html"))
      return context.redirect(`/_app/sign-in?to=${encodeURIComponent(pathname + search)}`);
    return problem({ code: "unauthenticated", message: "Only members may open this app.", next: "Sign in at /_app/sign-in." });
  };

async function runServerCode(context: Context<Served>, { data, serverCode, variables }: OwnApp): Promise<Response> {
  const code = await serverCode();
  if (!code) return problem({ code: "not_found", message: "This app has no server code.", next: "Add server/index.ts." });
  const { user, actor } = context.var;
  const headers = new Headers(context.req.raw.headers);
  for (const name of [...headers.keys()]) if (name.startsWith("x-edgewright-")) headers.delete(name);
  headers.set(USER_HEADER, encodeURIComponent(JSON.stringify(user)));
  const rowsAs = (as: DataActor) => rowCalls(data.store, { channel: "current", actor: as, origin: { ...ORIGIN, way: "server" } });
  return code.fetch(new Request(context.req.raw, { headers }), { ...variables, DATA: rowsAs(actor), APP: rowsAs({ kind: "app" }) });
}
