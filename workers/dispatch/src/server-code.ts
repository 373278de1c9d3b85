/**
 * The app's own server code, in an isolate with no way out: no network, no secret, only
 * the data of its own project. Keyed by the code's hash, so an edit of the browser side
 * makes no new isolate. What it throws is told to the workspace with file and line.
 */

import { REPORTED_HEADER, SERVER_MAIN, serverProgram, sourceLine, thrownByServer } from "@edgewright/builder";
import type { RuntimeError, ServerBuild } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import type { Context } from "hono";
import { workspaceOf } from "./env.ts";
import type { Preview } from "./preview.ts";

const LIMITS = { cpuMs: 1000, subRequests: 50 };
/** Who asks, as the app's server reads it; never taken from outside. */
const USER_HEADER = "x-edgewright-user";

export async function serveCode(context: Context<Preview>): Promise<Response> {
  const { projectId, host, visit } = context.var;
  const workspace = workspaceOf(context.env, projectId);
  const server = await workspace.server({ projectId, channel: host.channel });
  if (!server.ok) return problem(server.error);
  const build = server.value;
  if (build === null) return problem({ code: "not_found", message: "This app has no server code.", next: "Add server/index.ts." });
  try {
    return await isolate(context, build).fetch(requestFor(context.req.raw, visit.user));
  } catch (thrown) {
    const error = toRuntimeError(thrown, build, new URL(context.req.url).pathname);
    await workspace.reportError({ projectId, label: host.label, channel: host.channel, error });
    const answer = problem({ code: "internal", message: "The app's server failed.", next: "The error is shown in the workspace." });
    answer.headers.set(REPORTED_HEADER, "1");
    return answer;
  }
}

function isolate(context: Context<Preview>, build: NonNullable<ServerBuild>): Fetcher {
  const { projectId, host } = context.var;
  const { exports } = context.executionCtx as unknown as {
    exports: { AppData(options: { props: { projectId: string; channel: string } }): Fetcher };
  };
  return context.env.LOADER.get(`${projectId}:${host.channel}:${build.hash}`, () => ({
    compatibilityDate: "2026-10-01",
    mainModule: SERVER_MAIN,
    modules: serverProgram(build.code),
    env: { DATA: exports.AppData({ props: { projectId, channel: host.channel } }) },
    globalOutbound: null,
    limits: LIMITS,
  })).getEntrypoint();
}

/** Without this host's cookie, which is the platform's. */
function requestFor(request: Request, user: unknown): Request {
  const headers = new Headers(request.headers);
  headers.delete("cookie");
  headers.set(USER_HEADER, encodeURIComponent(JSON.stringify(user)));
  return new Request(request, { headers });
}

export function toRuntimeError(thrown: unknown, build: NonNullable<ServerBuild>, path: string): RuntimeError {
  const { message, stack } = thrownByServer(thrown);
  const [, line, column] = /\bapp\.js:(\d+):(\d+)/.exec(stack) ?? [];
  const source = line === undefined ? null : sourceLine(build, Number(line));
  return {
    source: "server",
    message: message.slice(0, 2000),
    stack: stack.slice(0, 8000),
    file: source?.file ?? "",
    line: source?.line ?? 0,
    column: source && column !== undefined ? Number(column) : 0,
    path,
  };
}
