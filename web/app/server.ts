/** What Pages runs for whatever is not the API: the server bundle's entry, re-exported by functions/[[path]].ts. */

import * as build from "virtual:react-router/server-build";
import { type createPagesFunctionHandler, createRequestHandler } from "@react-router/cloudflare";
import { RouterContextProvider } from "react-router";
import { type Platform, platform } from "./api/platform.ts";
import { mayBeFile } from "./files.ts";

type Env = Platform["env"] & { ASSETS: { fetch(request: Request): Promise<Response> } };

const answerPage = createRequestHandler<Env>({
  build,
  getLoadContext: ({ context }) => new RouterContextProvider(new Map([[platform, { env: context.cloudflare.env }]])),
});

export const onRequest: ReturnType<typeof createPagesFunctionHandler<Env>> = async (context) => {
  const { request, env } = context;
  const file = mayBeFile(new URL(request.url).pathname) ? await env.ASSETS.fetch(request) : null;
  return file && file.status !== 404 ? file : answerPage(context);
};
