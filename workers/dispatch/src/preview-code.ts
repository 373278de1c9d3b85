/** The code of a preview: the newest build of its channel, which follows every change. */
import { objects } from "@edgewright/adapters/objects";
import { pagePolicy, renderPage, VENDOR } from "@edgewright/app-build";
import { effective, type ServedFile } from "@edgewright/contracts";
import { ok, problem } from "@edgewright/core";
import type { Context } from "hono";
import type { AppCode } from "./app-code.ts";
import { previewVariables } from "./directory.ts";
import { notice } from "./notice.ts";
import { type Preview, reporterOf } from "./preview.ts";

export function previewCode(context: Context<Preview>): AppCode {
  const { projectId, host, visit } = context.var;
  const { channel, label } = host;
  const workspace = objects(context.env).workspace(projectId);
  return {
    mark: `${projectId} ${channel}`,
    page: () => page(context),
    async file(pathname) {
      const file = await workspace.file({ projectId, channel, pathname });
      if (!file.ok) return problem(file.error);
      return file.value && fileAnswer(context, file.value);
    },
    server: () => workspace.server({ projectId, channel }),
    // A stranger's code is told nothing.
    variables: async () => (context.var.isStrangers ? ok({}) : previewVariables(context.env, projectId)),
    report: (error) => workspace.reportError({ projectId, label, channel, error, by: reporterOf(visit) }),
  };
}

async function page(context: Context<Preview>): Promise<Response> {
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

function fileAnswer(context: Context<Preview>, { body, type, tag }: ServedFile): Response {
  const headers = {
    "content-type": type,
    etag: `"${tag}"`,
    // Who may see it is asked for each time, unless the address changes with the content.
    "cache-control": context.req.query("v") === undefined ? "private, no-cache" : "private, max-age=31536000, immutable",
  };
  if (context.req.header("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
