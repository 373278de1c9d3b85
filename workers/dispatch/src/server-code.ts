/**
 * The app's own server code, in an isolate with no way out: no network, only the data of its own project, as the visitor whose
 * request it answers, and the variables that its people have set. Keyed by the hash of code and variables, so an edit of the
 * browser side makes no new isolate. What it throws is told to the workspace with file and line; what it answers goes out under the host's rules.
 */

import { REPORTED_HEADER, SERVER_MAIN, serverProgram, sourceLine, type ThrownByServer, thrownByServer } from "@edgewright/app-build";
import { type DataActor, type OpenVariables, type RuntimeError, type ServerBuild, secretsIn } from "@edgewright/contracts";
import { masked, problem, type Secrets, sha256Hex } from "@edgewright/core";
import type { Context } from "hono";
import { appCookies } from "./app-cookie.ts";
import type { AppDataProps } from "./app-data.ts";
import { type Bond, boundAnswer } from "./bound-answer.ts";
import { codeOf } from "./code.ts";
import { standing } from "./directory.ts";
import type { Env } from "./env.ts";
import { actorOf, type Preview, seenUser } from "./preview.ts";
import { serverAnswer } from "./server-answer.ts";

const LIMITS = { cpuMs: 1000, subRequests: 50 };
/** So long server code may work with rows for one request, what it does after its answer included. */
const REQUEST_MS = 60_000;
/** Who asks, as the app's server reads it; never taken from outside. */
const USER_HEADER = "x-edgewright-user";

export async function serveCode(context: Context<Preview>): Promise<Response> {
  const { visit } = context.var;
  const code = codeOf(context);
  const server = await code.server();
  if (!server.ok) return problem(server.error);
  const build = server.value;
  if (build === null) return problem({ code: "not_found", message: "This app has no server code.", next: "Add server/index.ts." });
  const variables = await code.variables();
  if (!variables.ok) return problem(variables.error);
  const program = { build, variables: variables.value };
  try {
    const running = await isolate(requestOf(context, code.mark), program);
    const answer = await running.fetch(requestFor(context.req.raw, seenUser(visit)));
    return boundAnswer(serverAnswer(answer), bondOf(context));
  } catch (failure) {
    const thrown = withoutSecrets(thrownByServer(failure), secretsIn(variables.value));
    if (thrown.refused) return problem(thrown.refused);
    const error = toRuntimeError(thrown, build, new URL(context.req.url).pathname);
    await code.report(error);
    const answer = problem({ code: "internal", message: "The app's server failed.", next: "The error is shown in the workspace." });
    answer.headers.set(REPORTED_HEADER, "1");
    return answer;
  }
}

/** To what the visit was worth when it came. */
function bondOf({ env, var: { visit }, executionCtx }: Context<Preview>): Bond {
  const worth = async () => JSON.stringify(await standing(env, visit.grant));
  const before = worth();
  return { holds: async () => (await worth()) === (await before), background: (work) => executionCtx.waitUntil(work) };
}

/** Whose rows server code works with, and as whom. */
export type ServerRequest = Omit<AppDataProps, "until"> & { env: Env; exports: unknown; mark: string };

/** Server code, and what it reads in its environment. */
export type ServerProgram = { build: NonNullable<ServerBuild>; variables: OpenVariables };

export async function isolate({ env, exports, mark, actor, ...rows }: ServerRequest, program: ServerProgram): Promise<Fetcher> {
  const { build, variables } = program;
  const own = exports as { AppData(options: { props: AppDataProps }): Fetcher };
  const rowsAs = (actor: DataActor) => own.AppData({ props: { ...rows, actor, until: Date.now() + REQUEST_MS } });
  const hash = await sha256Hex(JSON.stringify([build.hash, Object.entries(variables).sort()]));
  const code = () => ({
    compatibilityDate: "2026-10-01",
    mainModule: SERVER_MAIN,
    modules: serverProgram(build.code, mark, secretsIn(variables)),
    env: Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value])),
    globalOutbound: null,
    limits: LIMITS,
  });
  return env.LOADER.get(`${mark}:${hash}`, code).getEntrypoint(undefined, {
    props: { DATA: rowsAs(actor), APP: rowsAs({ kind: "app" }) },
  });
}

/** People read it in the workspace, and it goes to the agent. */
const withoutSecrets = ({ message, stack, refused }: ThrownByServer, secrets: Secrets): ThrownByServer => ({
  message: masked(message, secrets),
  stack: masked(stack, secrets),
  refused: refused && { ...refused, message: masked(refused.message, secrets) },
});

function requestOf({ env, executionCtx, var: { organizationId, projectId, host, visit } }: Context<Preview>, mark: string): ServerRequest {
  const { exports } = executionCtx as unknown as { exports: unknown };
  const { environment, channel } = host.rows;
  return { env, exports, mark, organizationId, projectId, environment, channel, actor: actorOf(visit) };
}

/** Without this host's cookie and what else is the platform's. */
function requestFor(request: Request, user: unknown): Request {
  const headers = new Headers(request.headers);
  const cookies = appCookies(request.headers.get("cookie") ?? "");
  if (cookies === "") headers.delete("cookie");
  else headers.set("cookie", cookies);
  for (const name of [...headers.keys()]) if (/^(x-edgewright-|cf-|mf-)/.test(name)) headers.delete(name);
  headers.set(USER_HEADER, encodeURIComponent(JSON.stringify(user)));
  return new Request(request, { headers });
}

function toRuntimeError({ message, stack }: ThrownByServer, build: NonNullable<ServerBuild>, path: string): RuntimeError {
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
