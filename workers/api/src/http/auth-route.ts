/**
 * A request to one of better-auth's open routes: limited before better-auth is asked, as slow for an address that is
 * known as for one that is not, and answered the way every other route answers.
 */

import { type AttemptDeps, type AuthRoute, LIMITED_ROUTES, permitAttempt, tooMany } from "@edgewright/accounts";
import type { Auth } from "@edgewright/accounts/auth";
import { fail, log, problem } from "@edgewright/core";
import type { Variables } from "../env.ts";
import { authFailure } from "./auth-failures.ts";
import { factsOf } from "./caller.ts";

/** What better-auth's routes stand on. */
type AuthPorts = AttemptDeps & {
  auth: Auth;
  variables: Pick<Variables, "APP_URL" | "CONFIRM_ADDRESS_FIRST">;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
};
type Incoming = { services: AuthPorts; route: AuthRoute; request: Request; requestId: string };

/**
 * Answers that know more of an address that has an account than of one that has none come no sooner than this:
 * what is written for the one and not for the other cannot be told from the time.
 */
export const NO_SOONER_MS: ReadonlyMap<string, number> = new Map([
  ["/sign-up/email", 900],
  ["/request-password-reset", 400],
]);

export async function authRoute(incoming: Incoming): Promise<Response> {
  const { services, route, request, requestId } = incoming;
  const body = await bodyOf(request);
  if (body === "unreadable")
    return problem(fail("bad_request", "The body of this request is not JSON.", { next: "Send JSON." }).error, requestId);
  const kind = LIMITED_ROUTES.get(route.path);
  if (kind === undefined) return answered(incoming, await services.auth.handler(request));
  const permit = await permitAttempt(services, { kind, ip: factsOf(request, requestId).ip, email: emailIn(body) });
  if ("wait" in permit) return problem(tooMany(permit).error, requestId);
  const answer = await noSooner(services, route.path, () => services.auth.handler(request));
  // A password that is right is a guess no longer, but with a second factor ahead nobody is in yet.
  if (answer.ok && !(await asksForMore(answer))) await permit.worked();
  return answered(incoming, answer);
}

/** better-auth takes JSON alone here: what a form on another site could send is not read at all. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.method !== "POST") return null;
  const text = await request.clone().text();
  if (text === "") return null;
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/json")) return "unreadable";
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return "unreadable";
  }
}

function emailIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null) return null;
  const email = "newEmail" in body ? body.newEmail : "email" in body ? body.email : null;
  return typeof email === "string" ? email : null;
}

async function noSooner(services: Pick<AuthPorts, "variables" | "wait">, path: string, answer: () => Promise<Response>): Promise<Response> {
  const least = services.variables.CONFIRM_ADDRESS_FIRST ? NO_SOONER_MS.get(path) : undefined;
  if (least === undefined) return answer();
  const [response] = await Promise.all([answer(), services.wait(least)]);
  return response;
}

async function answered({ services, route, request, requestId }: Incoming, answer: Response): Promise<Response> {
  if (answer.status >= 400) return failed(answer, route.path, requestId);
  if (request.method === "GET") return toSecondFactor(services, request, answer);
  return answer;
}

async function failed(answer: Response, path: string, requestId: string): Promise<Response> {
  const given: unknown = await answer.json().catch(() => null);
  if (answer.status >= 500) log.error("better-auth failed", { requestId, status: answer.status, given: JSON.stringify(given) });
  const response = problem(authFailure(answer.status, given, path), requestId);
  for (const cookie of answer.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}

/** Whether better-auth wants the second factor now. */
async function asksForMore(answer: Response): Promise<boolean> {
  const given: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  return typeof given === "object" && given !== null && "twoFactorRedirect" in given;
}

/** A link or Google leads here, not a page of ours: whoever must still show a second factor is led to where it is asked for. */
async function toSecondFactor({ variables }: Pick<AuthPorts, "variables">, request: Request, answer: Response): Promise<Response> {
  if (!(await asksForMore(answer))) return answer;
  const to = new URL("/sign-in/two-factor", variables.APP_URL);
  const meant = answer.headers.get("location") ?? new URL(request.url).searchParams.get("callbackURL");
  const next = meant === null ? null : URL.parse(meant, variables.APP_URL);
  if (next && next.origin === to.origin && next.pathname !== "/") to.searchParams.set("next", next.pathname + next.search);
  const response = new Response(null, { status: 302, headers: { location: to.href } });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}
