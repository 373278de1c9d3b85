/** The app's page, one document for every address of the app, which routes in the browser; and the files that the page loads. */
import { objects } from "@edgewright/adapters/objects";
import { namesFile, pagePolicy, renderPage, VENDOR } from "@edgewright/app-build";
import { effective } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import type { Context } from "hono";
import { notice } from "./notice.ts";
import type { Preview } from "./preview.ts";

export async function servePage(context: Context<Preview>): Promise<Response> {
  const { projectId, projectName, confirmedHosts, host } = context.var;
  const page = await objects(context.env).workspace(projectId).page({ projectId, channel: host.channel });
  if (!page.ok) {
    const link = {
      href: `${context.env.APP_URL}/projects/${host.slug}`,
      text: "Open its workspace",
      framed: context.req.header("sec-fetch-dest") === "iframe",
    };
    return context.html(notice(projectName, `${page.error.message} ${page.error.next ?? ""}`, link), 404);
  }
  return context.html(renderPage(page.value, VENDOR, { channel: host.channel }), 200, {
    "content-security-policy": pagePolicy(effective(page.value.hosts, confirmedHosts), context.env.APP_URL),
    "cache-control": "no-store",
  });
}

/**
 * An address whose ending browsers know is a file's: the file, or 404. Of another ending it is known only by who asks:
 * `/people/jane@example.com` is an address of the app, but no picture is one.
 */
export async function serveFile(context: Context<Preview>, next: () => Promise<void>): Promise<Response | undefined> {
  const { projectId, host } = context.var;
  const { pathname, searchParams } = new URL(context.req.url);
  const known = namesFile(pathname);
  if (!known && (!/\.[^./]+$/.test(pathname) || context.req.header("sec-fetch-dest") === "document")) {
    await next();
    return undefined;
  }
  const file = await objects(context.env)
    .workspace(projectId)
    .file({ projectId, channel: host.channel, pathname: decoded(pathname) });
  if (!file.ok) return problem(file.error);
  if (file.value === null) {
    if (!known && (context.req.header("accept") ?? "").includes("text/html")) {
      await next();
      return undefined;
    }
    return problem({ code: "not_found", message: `The app has no file ${pathname}.`, next: `Add public${pathname} to it.` });
  }
  const { body, type, tag } = file.value;
  const headers = {
    "content-type": type,
    etag: `"${tag}"`,
    // Who may see it is asked for each time, unless the address changes with the content.
    "cache-control": searchParams.has("v") ? "private, max-age=31536000, immutable" : "private, no-cache",
  };
  if (context.req.header("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
