/** The app's page: one document for every address of the app, which routes in the browser. */
import { renderPage, VENDOR } from "@edgewright/builder";
import type { Context } from "hono";
import { workspaceOf } from "./env.ts";
import { notice } from "./notice.ts";
import type { Preview } from "./preview.ts";

export async function servePage(context: Context<Preview>): Promise<Response> {
  const { projectId, projectName, host } = context.var;
  const page = await workspaceOf(context.env, projectId).page({ projectId, channel: host.channel });
  if (!page.ok) {
    const link = { href: `${context.env.APP_URL}/projects/${host.slug}`, text: "Open its workspace" };
    return context.html(notice(projectName, `${page.error.message} ${page.error.next ?? ""}`, link), 404);
  }
  // An app's page runs its modules with `new Function`, on an origin that holds nothing else.
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors 'self' ${context.env.APP_URL}`,
  ].join("; ");
  return context.html(renderPage(page.value, VENDOR, { channel: host.channel }), 200, {
    "content-security-policy": policy,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
}
