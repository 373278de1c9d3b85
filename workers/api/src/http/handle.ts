/** The way of a request through an operation: who asks, from where, on what, whether they may, what they send; then its handler. */
import { can } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, problem } from "@edgewright/core";
import type { Services } from "../services.ts";
import { answerOnce, onceOf } from "./idempotency.ts";
import { bodyText, parseBody, parsePart } from "./input.ts";
import type { Operation } from "./operation.ts";
import { type Person, personOf } from "./person.ts";
import { fromOwnPages } from "./same-origin.ts";
import { atHand, loadSubject, missing, type SubjectKind, type Subjects } from "./subject.ts";

type Incoming = { services: Services; request: Request; requestId: string; params: Record<string, string> };
type Admitted = { person: Person | null; subject: Partial<Subjects[SubjectKind]> };

export async function handle(operation: Operation, incoming: Incoming): Promise<Response> {
  const refuse = (outcome: Outcome<unknown>) => (outcome.ok ? null : problem(outcome.error, incoming.requestId));
  const admitted = await admit(operation, incoming);
  if (!admitted.ok) return problem(admitted.error, incoming.requestId);
  const { person } = admitted.value;
  const text = operation.body || incoming.request.method === "POST" ? await bodyText(incoming.request) : ok("");
  if (!text.ok) return problem(text.error, incoming.requestId);
  const answer = () => run(operation, incoming, admitted.value, text.value);
  const once = person ? await onceOf(incoming.request, person.user.id, text.value) : ok(null);
  if (!once.ok) return problem(once.error, incoming.requestId);
  const answered = once.value ? await answerOnce(incoming.services, once.value, answer) : ok(await answer());
  const response = answered.ok ? answered.value : refuse(answered)!;
  return withCookies(response, person?.cookies ?? []);
}

/** What an object answered has headers that cannot be changed; a socket's answer carries none of ours, and the next request renews the session. */
function withCookies(response: Response, cookies: string[]): Response {
  if (cookies.length === 0 || response.status === 101) return response;
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(response.body, { status: response.status, headers });
}

/** Permission before anything else, so that nobody learns from an error what they may not see. */
async function admit({ permission }: Operation, { services, request, params }: Incoming): Promise<Outcome<Admitted>> {
  if (permission === "open") return ok({ person: null, subject: {} });
  const person = await personOf(services, request);
  if (!person) return fail("unauthenticated", "You are not signed in.", { next: "Sign in, then try again." });
  const own = fromOwnPages(request, services.variables.APP_URL);
  if (!own.ok) return own;
  if (permission === "person") return ok({ person, subject: {} });
  const subject = await loadSubject(permission.on, services, person, params);
  if (!subject) return missing(permission.on);
  if (!can(person.actor, permission.action, subject))
    return fail("forbidden", "Your role in this organization does not allow this.", { next: "Ask an administrator of the organization." });
  const present = atHand(permission.on, subject);
  return present.ok ? ok({ person, subject: present.value }) : present;
}

async function run(operation: Operation, incoming: Incoming, admitted: Admitted, text: string): Promise<Response> {
  const { services, request, requestId } = incoming;
  const params = parsePart(operation.params, incoming.params);
  if (!params.ok) return problem(params.error, requestId);
  const query = parsePart(operation.query, Object.fromEntries(new URL(request.url).searchParams));
  if (!query.ok) return problem(query.error, requestId);
  const body = operation.body ? parseBody(operation.body, text) : ok(undefined);
  if (!body.ok) return problem(body.error, requestId);
  const input = { services, request, params: params.value, query: query.value, body: body.value };
  const outcome = await operation.handle({ ...input, person: admitted.person, ...admitted.subject } as unknown as Parameters<
    Operation["handle"]
  >[0]);
  if (!outcome.ok) return problem(outcome.error, requestId);
  return outcome.value instanceof Response ? outcome.value : Response.json(outcome.value, { status: operation.status });
}
