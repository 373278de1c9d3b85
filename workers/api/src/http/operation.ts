/**
 * An operation of the API: its route, its permission and its handler, in one
 * value. `operation` is for people with a session, on something that belongs to
 * an organization; `openOperation` for the few that need no permission. A route
 * cannot be made without saying which.
 */
import { type Action, rolesFor, scopeFor } from "@edgewright/accounts";
import { type Outcome, Problem } from "@edgewright/contracts";
import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "../services.ts";
import type { Caller, Page } from "./caller.ts";
import { SUBJECT_PARAMS, type SubjectKind, type Subjects } from "./subject.ts";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** What an operation may ask for by name: the services. */
type Port = keyof Services;

type Description<P, Q, B, R, N extends Port> = {
  method: Method;
  /** As OpenAPI writes it: `/api/projects/{project}`. */
  path: string;
  summary: string;
  tag: string;
  /** The ports that it stands on; it gets no others. */
  needs?: readonly N[];
  /** The page whose first records are read in one question with who asks. */
  along?: Page;
  params?: z.ZodObject & z.ZodType<P>;
  query?: z.ZodObject & z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** The body is a file, which the handler reads itself. */
  file?: boolean;
  /** It keeps its first answer itself, with what it writes: a repeated `Idempotency-Key` is for the handler, as `once`. */
  keepsAnswer?: boolean;
  status?: 200 | 201 | 202;
  /** The JSON answer. Without it the handler gives the whole Response, of the type `media`. */
  returns?: z.ZodType<R>;
  media?: string;
};

type Input<P, Q, B, N extends Port> = { services: Pick<Services, N>; request: Request; once?: string; params: P; query: Q; body: B };
type Call<K extends SubjectKind, P, Q, B, N extends Port> = Input<P, Q, B, N> & { caller: Caller } & Subjects[K];
type OpenCall<P, Q, B, N extends Port> = Input<P, Q, B, N> & { caller: Caller | null };

/** "open": anyone; "session": a person, but no token; "person": a token too; otherwise an action of the permission table on what the path names. */
export type Permission = "open" | "session" | "person" | { action: Action; on: SubjectKind };

export type Operation = {
  route: RouteConfig;
  permission: Permission;
  needs: readonly Port[];
  along: Page | null;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType | null;
  file: boolean;
  keepsAnswer: boolean;
  status: number;
  /** Open, but it wants to know who asks. */
  greets: boolean;
  /** `handle.ts` makes the call by what stands above: the ports, the parsed parts, the subject. */
  handle(call: never): Promise<Outcome<unknown>>;
};

export function operation<K extends SubjectKind, P = unknown, Q = unknown, B = undefined, R = Response, N extends Port = never>(
  definition: Description<P, Q, B, R, N> & { permission: Action; on: K; handle(call: Call<K, P, Q, B, N>): Promise<Outcome<R>> },
): Operation {
  return build(definition, { action: definition.permission, on: definition.on }, definition.handle);
}

/** `caller` is who asks, if they are signed in and `greets` says that it matters. */
export function openOperation<P = unknown, Q = unknown, B = undefined, R = Response, N extends Port = never>(
  definition: { greets?: boolean } & Description<P, Q, B, R, N> & { handle(call: OpenCall<P, Q, B, N>): Promise<Outcome<R>> },
): Operation {
  return { ...build(definition, "open", definition.handle), greets: definition.greets ?? false };
}

/** For what is the person's own and needs no role. Tokens are kept out, unless `tokens` lets them in. */
export function personOperation<P = unknown, Q = unknown, B = undefined, R = Response, N extends Port = never>(
  definition: Description<P, Q, B, R, N> & { tokens?: boolean; handle(call: Input<P, Q, B, N> & { caller: Caller }): Promise<Outcome<R>> },
): Operation {
  return build(definition, definition.tokens ? "person" : "session", definition.handle);
}

function build<P, Q, B, R, N extends Port>(
  definition: Description<P, Q, B, R, N>,
  permission: Permission,
  handle: Operation["handle"],
): Operation {
  const named = typeof permission === "object" ? SUBJECT_PARAMS[permission.on] : {};
  const params = z.object({ ...named, ...definition.params?.shape });
  const query = definition.query ?? z.object({});
  const { method, path, summary, tag, status = 200, media = "application/json" } = definition;
  const route = createRoute({
    method,
    path,
    summary,
    tags: [tag],
    description: describe(permission),
    security: securityOf(permission),
    // For whoever reads the description, and for the walk over all routes.
    "x-permission": typeof permission === "string" ? permission : permission.action,
    ...(typeof permission === "string" ? {} : { "x-on": permission.on }),
    request: {
      params,
      query,
      ...(definition.body ? { body: { content: { "application/json": { schema: definition.body } } } } : {}),
    },
    responses: {
      [status]: { description: "Done", content: { [media]: { schema: definition.returns ?? z.string() } } },
      default: { description: "What went wrong, and what to do next", content: { "application/problem+json": { schema: Problem } } },
    },
  });
  const { needs = [], along = null, body = null, file = false, keepsAnswer = false } = definition;
  return { route, permission, needs, along, params, query, body, file, keepsAnswer, status, greets: false, handle };
}

/** A token stands beside a session wherever one may be used. */
function securityOf(permission: Permission): Record<string, string[]>[] {
  if (permission === "open") return [];
  const tokens = permission === "person" || (typeof permission === "object" && scopeFor(permission.action) !== null);
  return tokens ? [{ session: [] }, { token: [] }] : [{ session: [] }];
}

function describe(permission: Permission): string {
  if (permission === "open") return "Open to anyone.";
  if (permission === "session") return "Open to anyone who is signed in; not to tokens.";
  if (permission === "person") return "Open to anyone who is signed in, and to tokens.";
  const scope = scopeFor(permission.action);
  return `Permission ${permission.action}: ${rolesFor(permission.action).join(", ")}. ${scope ? `Tokens need the scope ${scope}.` : "Not open to tokens."}`;
}
