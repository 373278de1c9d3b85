/**
 * The code of a published app: what its deployment has kept. Assets are named by their content and stay, so that a page that was
 * loaded before another deployment keeps its own; the page itself is asked for anew each time.
 */
import { brotliDecompressSync } from "node:zlib";
import { objects } from "@edgewright/adapters/objects";
import { PUBLISHED_VENDOR, pagePolicy, renderPublished, sourceLine } from "@edgewright/app-build";
import { ASSETS_PATH, AssetName, effective, type PublishedApp, type PublishedBuild, type RuntimeError } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { Context } from "hono";
import type { AppCode } from "./app-code.ts";
import { publishedAsset, publishedBuild, publishedVariables } from "./directory.ts";
import { type Preview, reporterOf } from "./preview.ts";

const YEAR = 31_536_000;

export function publishedCode(context: Context<Preview>, { version, buildOf, visibility }: PublishedApp): AppCode {
  const { env } = context;
  const { projectId, host, visit } = context.var;
  const kept = async (): Promise<PublishedBuild> => {
    const build = await publishedBuild(env, projectId, buildOf);
    if (!build) throw new Error(`The build ${buildOf} of ${projectId} is not kept`);
    return build;
  };
  /** What is open to all may be kept on the way. */
  const scope = visibility === "public" ? "public" : "private";
  return {
    mark: `${projectId} ${buildOf}`,
    page: async () => page(context, await kept(), { "cache-control": `${scope}, no-cache`, etag: `"${buildOf}-${PUBLISHED_VENDOR.hash}"` }),
    async file(pathname) {
      if (pathname.startsWith(ASSETS_PATH)) {
        const name = AssetName.safeParse(pathname.slice(ASSETS_PATH.length));
        return name.success ? assetAnswer(context, name.data, `${scope}, max-age=${YEAR}, immutable`) : null;
      }
      const { files } = await kept();
      const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
      const isFixed = context.req.query("v") !== undefined;
      return file ? assetAnswer(context, file.asset, isFixed ? `${scope}, max-age=${YEAR}, immutable` : `${scope}, no-cache`) : null;
    },
    server: async () => ok((await kept()).server),
    variables: () => publishedVariables(env, projectId, buildOf),
    async report(error) {
      const channel = `v${version}` as const;
      const found = located(await kept(), error);
      return objects(env)
        .workspace(projectId)
        .reportError({ projectId, label: host.label, channel, error: found, by: reporterOf(visit) });
    },
  };
}

function page(context: Context<Preview>, build: PublishedBuild, caching: { "cache-control": string; etag: string }): Response {
  const headers = {
    ...caching,
    "content-security-policy": pagePolicy(effective(build.page.hosts, context.var.confirmedHosts), context.env.APP_URL),
  };
  if (context.req.header("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return context.body(renderPublished(build.page, PUBLISHED_VENDOR), 200, { ...headers, "content-type": "text/html; charset=UTF-8" });
}

async function assetAnswer(context: Context<Preview>, name: string, cacheControl: string): Promise<Response | null> {
  const asset = await publishedAsset(context.env, context.var.projectId, name);
  if (!asset) return null;
  const headers = new Headers({ "content-type": asset.type, etag: `"${name}"`, "cache-control": cacheControl });
  if (asset.encoding) headers.set("vary", "accept-encoding");
  if (context.req.header("if-none-match") === headers.get("etag")) return new Response(null, { status: 304, headers });
  if (asset.encoding === null) return new Response(asset.body, { headers });
  if (!/\bbr\b/.test(context.req.header("accept-encoding") ?? "")) return new Response(brotliDecompressSync(asset.body), { headers });
  headers.set("content-encoding", "br");
  context.set("isEncoded", true);
  return new Response(asset.body, { headers, encodeBody: "manual" });
}

/** The browser names the line of the script; the app's own file and line are found by what the build has kept. Columns are others there. */
function located({ page }: PublishedBuild, error: RuntimeError): RuntimeError {
  if (error.source === "server" || `/${error.file}` !== ASSETS_PATH + page.script) return error;
  const source = sourceLine(page, error.line);
  return { ...error, file: source?.file ?? "", line: source?.line ?? 0, column: 0 };
}
