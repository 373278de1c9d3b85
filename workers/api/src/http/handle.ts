/** The way of a request through an operation: who asks, from where, on what, whether they may, what they send; then its handler. */
import { type Action, membershipIn, type Refusal, refusal, rolesFor, scopeFor } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, problem } from "@edgewright/core";
import type { Services } from "../services.ts";
import type { Caller } from "./caller.ts";
import { answerOnce, onceOf } from "./idempotency.ts";
import { bodyText, parseBody, parsePart } from "./input.ts";
import type { Operation } from "./operation.ts";
import { fromOwnPages } from "./same-origin.ts";
import { atHand, loadSubject, missing, type SubjectKind, type Subjects } from "./subject.ts";
import { callerOf } from "./who-asks.ts";

type Incoming = { services: Services; request: Request; requestId: string; params: Record<string, string> };
type AdmittedRequest = { caller: Caller | null; subject: Partial<Subjects[SubjectKind]> };

export async function handle(operation: Operation, incoming: Incoming): Promise<Response> {
  const admitted = await admit(operation, incoming);
  if (!admitted.ok) return problem(admitted.error, incoming.requestId);
  const { caller } = admitted.value;
  const text = operation.file || incoming.request.method === "GET" ? ok("") : await bodyText(incoming.request);
  if (!text.ok) return problem(text.error, incoming.requestId);
  const once = caller ? await onceOf(incoming.request, caller.user.id, text.value) : ok(null);
  if (!once.ok) return problem(once.error, incoming.requestId);
  const answer = () => run(operation, incoming, { ...admitted.value, once: once.value?.key }, text.value);
  const kept = operation.keepsAnswer ? null : once.value;
  const answered = kept ? await answerOnce(incoming.services, kept, answer) : ok(await answer());
  const response = answered.ok ? answered.value : problem(answered.error, incoming.requestId);
  return withCookies(response, caller?.cookies ?? []);
}

/** What an object answered has headers that cannot be changed; a socket's answer carries none of ours, and the next request renews the session. */
function withCookies(response: Response, cookies: string[]): Response {
  if (cookies.length === 0 || response.status === 101) return response;
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(response.body, { status: response.status, headers });
}

/** Permission before anything else, so that nobody learns from an error what they may not see. */
async function admit({ permission, greets, along }: Operation, incoming: Incoming): Promise<Outcome<AdmittedRequest>> {
  if (permission === "open") {
    const greeted = greets ? await callerOf({ ...incoming, project: null, along: null }) : null;
    return ok({ caller: greeted?.ok ? greeted.value : null, subject: {} });
  }
  const asked = await callerOf({ ...incoming, along, project: projectIn(permission, incoming.params) });
  if (!asked.ok) return asked;
  const caller = asked.value;
  const own = caller.by.kind === "token" ? ok(undefined) : fromOwnPages(incoming.request, incoming.services.variables.APP_URL);
  if (!own.ok) return own;
  if (permission === "session" && caller.by.kind === "token")
    return fail("forbidden", "This is not open to tokens.", { next: "Sign in and do it in the browser." });
  return typeof permission === "string" ? ok({ caller, subject: {} }) : admitTo(permission, incoming, caller);
}

const projectIn = (permission: Operation["permission"], { project }: Incoming["params"]): string | null =>
  typeof permission === "object" && (permission.on === "project" || permission.on === "trashed") ? (project ?? null) : null;

async function admitTo(
  { action, on }: Exclude<Operation["permission"], string>,
  { services, params }: Incoming,
  caller: Caller,
): Promise<Outcome<AdmittedRequest>> {
  const subject = await loadSubject(on, services, caller, params);
  if (!subject) return missing(on);
  const resource = { organizationId: subject.organizationId, ...("project" in subject ? { projectId: subject.project.id } : {}) };
  const refused = refusal(caller.actor, action, resource);
  if (refused) return forbidden(refused, action);
  const living = membershipIn(caller.actor, resource)?.deletedAt === null || ON_DELETED.has(action);
  if (!living) return fail("gone", "This organization was deleted.", { next: "An administrator can bring it back in its settings." });
  const present = atHand(on, subject);
  return present.ok ? ok({ caller, subject: present.value }) : present;
}

/** What can still be done with a deleted organization. */
const ON_DELETED: ReadonlySet<Action> = new Set<Action>([
  "organization.read",
  "organization.export",
  "organization.undelete",
  "organization.leave",
]);

function forbidden(why: Refusal, action: Action): Outcome<never> {
  const scope = scopeFor(action);
  if (why === "role")
    return fail("forbidden", "Your role does not allow this.", {
      next: `It takes the role ${rolesFor(action).join(" or ")}: ask an administrator of the organization.`,
    });
  if (scope === null) return fail("forbidden", "This is not open to tokens.", { next: "Sign in and do it in the browser." });
  return fail("forbidden", `This token lacks the scope ${scope}.`, { next: "Make a token that has it." });
}

async function run(
  operation: Operation,
  incoming: Incoming,
  { caller, subject, once }: AdmittedRequest & { once: string | undefined },
  text: string,
): Promise<Response> {
  const { services, request, requestId } = incoming;
  const params = parsePart(operation.params, incoming.params);
  if (!params.ok) return problem(params.error, requestId);
  const query = parsePart(operation.query, Object.fromEntries(new URL(request.url).searchParams));
  if (!query.ok) return problem(query.error, requestId);
  const body = operation.body ? parseBody(operation.body, text) : ok(undefined);
  if (!body.ok) return problem(body.error, requestId);
  const ports = Object.fromEntries(operation.needs.map((port) => [port, services[port]]));
  const input = { services: ports, request, params: params.value, query: query.value, body: body.value };
  const call = { ...input, caller, once, ...subject };
  // Its own permission, shapes and needs have just said what the call holds.
  const outcome = await operation.handle(call as never);
  if (!outcome.ok) return problem(outcome.error, requestId);
  return outcome.value instanceof Response ? outcome.value : Response.json(outcome.value, { status: operation.status });
}
