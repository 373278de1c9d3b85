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
    const link = {
      href: `${context.env.APP_URL}/projects/${host.slug}`,
      text: "Open its workspace",
      framed: context.req.header("sec-fetch-dest") === "iframe",
    };
    return context.html(notice(projectName, `${page.error.message} ${page.error.next ?? ""}`, link), 404);
  }
  return context.html(renderPage(page.value, VENDOR, { channel: host.channel }), 200, {
    "cache-control": "no-store",
  });
}
