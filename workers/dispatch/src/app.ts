/** The way of a request to a preview host: which app, who asks, then the app's page, data or server code. */
import { openAppPath, type PreviewAccess } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import { type Context, Hono } from "hono";
import { type Door, type Holder, holderOf, tokenIn, tokenOf, withoutToken } from "./access.ts";
import { answerPolicy } from "./answer-policy.ts";
import { appApi } from "./app-api.ts";
import { directory, roleNow } from "./directory.ts";
import { type Env, workspaceOf } from "./env.ts";
import { foreignRequest } from "./foreign-request.ts";
import { type PreviewHost, parseHost } from "./host.ts";
import { notice } from "./notice.ts";
import { serveFile, servePage } from "./page.ts";
import type { Preview, Visit } from "./preview.ts";
import { serveCode } from "./server-code.ts";

export const app = new Hono<Preview>();

app.use(answerPolicy);

app.use((context, next) => {
  const foreign = foreignRequest(context.req.raw);
  return foreign ? Promise.resolve(problem(foreign)) : next();
});

app.get("/_health", (context) => context.json({ ok: true }));

app.get("/__v/*", async (context) => {
  const asset = await context.env.ASSETS.fetch(context.req.raw);
  const headers = new Headers(asset.headers);
  if (asset.ok) headers.set("cache-control", "public, max-age=31536000, immutable");
  return new Response(asset.body, { status: asset.status, headers });
});

app.use(async (context, next) => {
  const url = new URL(context.req.url);
  const home = { href: context.env.APP_URL, text: "Go to Edgewright", framed: isFramed(context) };
  const host = parseHost(url.host, context.env.PREVIEW_ORIGIN);
  const project = host && (await directory(context.env, host.slug));
  if (!host || !project)
    return context.html(notice("There is no app here", "Check the address, or open the app from its project.", home), 404);
  const { projectId } = project;
  const door: Door = { projectId, channel: host.channel, secret: context.env.PREVIEW_SECRET };
  const holder = await holderOf(context.req.raw, door);
  const token = tokenIn(context.req.raw);
  if (token !== null) return withoutToken(context.req.raw, await admitted(context.env, token, holder, door), door);
  const visit = await standing(context.env, projectId, holder);
  const shared = visit?.user !== null || (await isShared(context.env, door));
  if (!visit || !shared) return turnAway(context, host, holder?.user !== undefined && visit === null);
  context.set("host", host);
  context.set("projectId", projectId);
  context.set("projectName", project.name);
  context.set("confirmedHosts", project.hosts);
  context.set("visit", visit);
  return next();
});

app.route("/_app", appApi);
app.all("/api/*", serveCode);
app.get("*", serveFile, servePage);
app.all("*", () => problem({ code: "not_found", message: "There is nothing at this address.", next: "Check the address." }));

app.onError((error) => {
  console.error(JSON.stringify({ level: "error", message: "dispatch failed", error: String(error) }));
  return problem({ code: "unavailable", message: "The app cannot be reached at the moment.", next: "Load it again." });
});

/** A member's visit with the role they have at this moment, and what it lets them do; null: a member no more. */
async function standing(env: Env, projectId: string, holder: Holder | null): Promise<Visit | null> {
  if (!holder?.user) return holder && { user: null };
  const role = await roleNow(env, projectId, holder.user.id);
  if (role === null) return null;
  const access = role === "viewer" ? (await workspaceOf(env, projectId).access(projectId)).viewers : "write";
  return { user: { ...holder.user, role, access } };
}

/** What a token makes of whoever brings it; null: nothing. A share link makes no member a visitor. */
async function admitted(env: Env, token: string, holder: Holder | null, door: Door): Promise<PreviewAccess | null> {
  const access = await tokenOf(token, door);
  if (access?.use !== "share") return access;
  return holder?.user || !(await isShared(env, door)) ? null : access;
}

/** Whether this is the live version and its app.json lets visitors with the link in. */
async function isShared(env: Env, { projectId, channel }: Door): Promise<boolean> {
  return channel === "current" && (await workspaceOf(env, projectId).access(projectId)).visibility === "link";
}

/** With the way in: this host's cookie of the workspace's frame is not there in a window of its own. `left`: a member no more, whose browser keeps nothing of the app. */
function turnAway(context: Context<Preview>, { slug, channel }: PreviewHost, left: boolean): Response | Promise<Response> {
  const headers: Record<string, string> = left ? { "clear-site-data": '"cache", "storage"' } : {};
  if (!(context.req.header("accept") ?? "").includes("text/html"))
    return problem({ code: "unauthenticated", message: "Only members may open this app.", next: "Open it from its workspace." });
  const { pathname, search } = new URL(context.req.url);
  const text = "If you are a member, open it with your Edgewright account. You come back to this page.";
  const link = {
    href: context.env.APP_URL + openAppPath(slug, channel, pathname + search),
    text: "Open it",
    framed: isFramed(context),
  };
  return context.html(notice("Only members may open this app", text, link), 401, headers);
}

const isFramed = (context: Context<Preview>) => context.req.header("sec-fetch-dest") === "iframe";
