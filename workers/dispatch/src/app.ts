/** The way of a request to a preview host: which app, who asks, then the app's page, data or server code. */
import { problem } from "@edgewright/core";
import { Hono } from "hono";
import { admit, type Holder, tokenOf, visitOf } from "./access.ts";
import { appApi } from "./app-api.ts";
import { directory, roleNow } from "./directory.ts";
import { workspaceOf } from "./env.ts";
import { parseHost } from "./host.ts";
import { notice } from "./notice.ts";
import { servePage } from "./page.ts";
import type { Preview, Visit } from "./preview.ts";
import { serveCode } from "./server-code.ts";

export const app = new Hono<Preview>();

app.get("/_health", (context) => context.json({ ok: true }));

app.get("/__v/*", async (context) => {
  const asset = await context.env.ASSETS.fetch(context.req.raw);
  const headers = new Headers(asset.headers);
  if (asset.ok) headers.set("cache-control", "public, max-age=31536000, immutable");
  return new Response(asset.body, { status: asset.status, headers });
});

app.use(async (context, next) => {
  const url = new URL(context.req.url);
  const home = { href: context.env.APP_URL, text: "Go to Edgewright" };
  const host = parseHost(url.host, context.env.PREVIEW_ORIGIN);
  const project = host && (await directory(context.env, host.slug));
  if (!host || !project)
    return context.html(notice("There is no app here", "Check the address, or open the app from its project.", home), 404);
  const { projectId } = project;
  const secret = context.env.PREVIEW_SECRET;
  const token = context.req.method === "GET" ? await tokenOf(url, secret, projectId) : null;
  if (token && (token.use === "handover" || (host.channel === "current" && (await isShared(context.env, projectId)))))
    return admit(url, secret, token);
  const visit = await standing(context.env, projectId, await visitOf(context, secret, projectId));
  const shared = visit?.user !== null || (host.channel === "current" && (await isShared(context.env, projectId)));
  if (!visit || !shared) {
    if (!(context.req.header("accept") ?? "").includes("text/html"))
      return problem({ code: "unauthenticated", message: "Only members may open this app." });
    const link = { href: `${context.env.APP_URL}/projects/${host.slug}`, text: "Open it from its workspace" };
    return context.html(
      notice("Only members may open this app", "Sign in to Edgewright, then open the preview from the project's workspace.", link),
      401,
    );
  }
  context.set("host", host);
  context.set("projectId", projectId);
  context.set("projectName", project.name);
  context.set("visit", visit);
  return next();
});

app.route("/_app", appApi);
app.all("/api/*", serveCode);
app.get("*", servePage);
app.all("*", () => problem({ code: "not_found", message: "There is nothing at this address." }));

app.onError((error) => {
  console.error(JSON.stringify({ level: "error", message: "dispatch failed", error: String(error) }));
  return problem({ code: "unavailable", message: "The app cannot be reached at the moment.", next: "Load it again." });
});

/** A member's visit with the role they have at this moment, and what it lets them do; null: a member no more. */
async function standing(env: Preview["Bindings"], projectId: string, holder: Holder | null): Promise<Visit | null> {
  if (!holder?.user) return holder && { user: null };
  const role = await roleNow(env, projectId, holder.user.id);
  if (role === null) return null;
  const access = role === "viewer" ? (await workspaceOf(env, projectId).access(projectId)).viewers : "write";
  return { user: { ...holder.user, role, access } };
}

/** Whether the live version's app.json lets visitors with the link in. */
async function isShared(env: Preview["Bindings"], projectId: string): Promise<boolean> {
  return (await workspaceOf(env, projectId).access(projectId)).visibility === "link";
}
