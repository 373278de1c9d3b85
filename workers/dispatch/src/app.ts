/** The way of a request to an app's host: which app, who asks, then the app's page, data or server code. */
import { appApi, foreignRequest } from "@edgewright/app-server";
import { type AccessEnd, ASSETS_PATH, type Grant, openAppPath, type PreviewAccess, type PublishedApp, pullOf } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import { type Context, Hono } from "hono";
import { cookieOf, type PreviewGate, tokenIn, tokenOf, withoutToken } from "./access.ts";
import { answerPolicy } from "./answer-policy.ts";
import { appHost } from "./app-host.ts";
import { directory, openPull, standing } from "./directory.ts";
import type { Env } from "./env.ts";
import { type AppHostName, parseHost } from "./host.ts";
import { notice } from "./notice.ts";
import { serveAsset, serveFile, servePage } from "./page.ts";
import { type Preview, type Visit, withoutPerson } from "./preview.ts";
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
  const host = parseHost(url.host, context.env);
  const project = host && (await directory(context.env, host.slug));
  const published = host?.shown === "published" ? (project?.published ?? null) : null;
  if (!host || !project || (host.shown === "published" && published === null))
    return context.html(notice("There is no app here", "Check the address, or open the app from its project.", home), 404);
  const { projectId } = project;
  const number = pullOf(host.channel);
  const pull = number === null ? null : await openPull(context.env, { projectId, number });
  if (number !== null && !pull) return context.html(notice("This pull request has no preview", NO_PULL, home), 404);
  const isStrangers = pull?.trusted === false;
  const door: PreviewGate = { projectId, shown: host.shown, secret: context.env.PREVIEW_SECRET };
  const known = await visitOf(context.env, door, await cookieOf(context.req.raw, door));
  const visit = "end" in known && published?.visibility === "public" ? visitorOf(projectId, published) : known;
  const token = tokenIn(context.req.raw);
  if (token !== null) return withoutToken(context.req.raw, await admitted(context.env, token, visit, door), door);
  if ("end" in visit) return turnAway(context, host, visit.end);
  context.set("host", host);
  context.set("projectId", projectId);
  context.set("organizationId", project.organizationId);
  context.set("projectName", project.name);
  context.set("confirmedHosts", isStrangers ? {} : project.hosts);
  context.set("published", published);
  context.set("isStrangers", isStrangers);
  context.set("visit", isStrangers ? withoutPerson(visit) : visit);
  return next();
});

app.get(`${ASSETS_PATH}*`, serveAsset);
app.route("/_app", appApi(appHost));
app.all("/api/*", serveCode);
app.get("*", serveFile, servePage);
app.all("*", () => problem({ code: "not_found", message: "There is nothing at this address.", next: "Check the address." }));

app.onError((error) => {
  console.error(JSON.stringify({ level: "error", message: "dispatch failed", error: String(error) }));
  return problem({ code: "unavailable", message: "The app cannot be reached at the moment.", next: "Load it again." });
});

const NO_PULL = "It has one while it is open on GitHub and what it changes can be merged.";

type EndedAccess = { end: AccessEnd | "unknown" };

/** What a cookie or a token is worth at this moment: the member in their role of now, or a visitor. */
async function visitOf(env: Env, { shown }: PreviewGate, access: PreviewAccess | null): Promise<Visit | EndedAccess> {
  if (!access) return { end: "unknown" };
  const { projectId, holder, user, as } = access;
  // A share link is to the current version alone, or to what is published.
  if (holder.kind === "link" && shown !== "current" && shown !== "published") return { end: "no_access" };
  const grant: Grant = { projectId, ...(shown === "published" ? { published: true } : {}), holder };
  const now = await standing(env, grant);
  if ("end" in now) return now;
  return { grant, as, user: user && now.role && { ...user, role: now.role, access: now.may, roles: now.roles } };
}

/** Whoever comes to an app that is open to all. */
const visitorOf = (projectId: string, { linkNumber }: PublishedApp): Visit => ({
  grant: { projectId, published: true, holder: { kind: "link", number: linkNumber } },
  user: null,
});

/** The access that a token gives; null where it gives none. A share link gives a member none: they come in as a member. */
async function admitted(env: Env, token: string, visit: Visit | EndedAccess, door: PreviewGate): Promise<PreviewAccess | null> {
  const access = await tokenOf(token, door);
  if (access?.use === "share" && "user" in visit && visit.user) return null;
  return "end" in (await visitOf(env, door, access)) ? null : access;
}

/** With the way in: this host's cookie of the workspace's frame is not there in a window of its own. Whose access has ended, their browser keeps nothing of the app. */
function turnAway(context: Context<Preview>, { slug, shown }: AppHostName, end: EndedAccess["end"]): Response | Promise<Response> {
  const lost = end === "no_access";
  const headers: Record<string, string> = end === "unknown" ? {} : { "clear-site-data": '"cache", "storage"' };
  const title = lost ? "You have no access to this app any more" : "Only members may open this app";
  if (!(context.req.header("accept") ?? "").includes("text/html"))
    return problem({ code: lost ? "forbidden" : "unauthenticated", message: `${title}.`, next: "Open it from its workspace." });
  const { pathname, search } = new URL(context.req.url);
  const text = lost
    ? "You do not belong to it any more, or its link was ended. If you are a member, open it with your Edgewright account."
    : "If you are a member, open it with your Edgewright account. You come back to this page.";
  const link = {
    href: context.env.APP_URL + openAppPath(slug, shown, pathname + search),
    text: "Open it",
    framed: isFramed(context),
  };
  return context.html(notice(title, text, link), lost ? 403 : 401, headers);
}

const isFramed = (context: Context<Preview>) => context.req.header("sec-fetch-dest") === "iframe";
