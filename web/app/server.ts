/**
 * The front end's worker, which Pages runs as its `_worker.js`: everything that is asked for under the platform's own name comes
 * here. What the API answers passes through unchanged, event streams and WebSockets too, on the origin of the pages.
 */
import * as build from "virtual:react-router/server-build";
import { createRequestHandler, RouterContextProvider } from "react-router";
import { isForApi, ownHostOnly } from "./api/own-host.ts";
import { type Platform, platform } from "./api/platform.ts";
import { mayBeFile } from "./files.ts";

type Env = Platform["env"] & { ASSETS: { fetch(request: Request): Promise<Response> } };

const answerPage = createRequestHandler(build);
const admit = ownHostOnly();

async function answer(request: Request, env: Env): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (isForApi(pathname)) return env.API.fetch(request);
  const file = mayBeFile(pathname) ? await env.ASSETS.fetch(request) : null;
  return file && file.status !== 404 ? file : answerPage(request, new RouterContextProvider(new Map([[platform, { env }]])));
}

export default {
  fetch: (request: Request, env: Env) => admit({ request, env, next: () => answer(request, env) }),
};
