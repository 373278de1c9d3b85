/**
 * An operation of the API: its route, its permission and its handler, in one
 * value. `operation` is for people with a session, on something that belongs to
 * an organization; `openOperation` for the few that need no permission. A route
 * cannot be made without saying which.
 */
import { type Action, rolesFor } from "@edgewright/accounts";
import { type Outcome, Problem } from "@edgewright/contracts";
import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type { Services } from "../services.ts";
import type { Person } from "./person.ts";
import { SUBJECT_PARAMS, type SubjectKind, type Subjects } from "./subject.ts";

type Method = "get" | "post" | "put" | "patch" | "delete";

type Description<P, Q, B, R> = {
  method: Method;
  /** As OpenAPI writes it: `/api/projects/{project}`. */
  path: string;
  summary: string;
  tag: string;
  params?: z.ZodObject & z.ZodType<P>;
  query?: z.ZodObject & z.ZodType<Q>;
  body?: z.ZodType<B>;
  status?: 200 | 201 | 202;
  /** The JSON answer. Without it the handler gives the whole Response, of the type `media`. */
  returns?: z.ZodType<R>;
  media?: string;
};

type Input<P, Q, B> = { services: Services; request: Request; params: P; query: Q; body: B };
export type Call<K extends SubjectKind, P, Q, B> = Input<P, Q, B> & { person: Person } & Subjects[K];
type OpenCall<P, Q, B> = Input<P, Q, B> & { person: Person | null };

/** "open": anyone; "person": anyone signed in; otherwise an action of the permission table on what the path names. */
export type Permission = "open" | "person" | { action: Action; on: SubjectKind };

export type Operation = {
  route: RouteConfig;
  permission: Permission;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType | null;
  status: number;
  handle(call: Call<SubjectKind, unknown, unknown, unknown>): Promise<Outcome<unknown>>;
};

export function operation<K extends SubjectKind, P = unknown, Q = unknown, B = undefined, R = Response>(
  definition: Description<P, Q, B, R> & { permission: Action; on: K; handle(call: Call<K, P, Q, B>): Promise<Outcome<R>> },
): Operation {
  return build(definition, { action: definition.permission, on: definition.on }, definition.handle as Operation["handle"]);
}

export function openOperation<P = unknown, Q = unknown, B = undefined, R = Response>(
  definition: Description<P, Q, B, R> & { handle(call: OpenCall<P, Q, B>): Promise<Outcome<R>> },
): Operation {
  return build(definition, "open", definition.handle as Operation["handle"]);
}

/** For what is the person's own and needs no role. */
export function personOperation<P = unknown, Q = unknown, B = undefined, R = Response>(
  definition: Description<P, Q, B, R> & { handle(call: Input<P, Q, B> & { person: Person }): Promise<Outcome<R>> },
): Operation {
  return build(definition, "person", definition.handle as Operation["handle"]);
}

function build<P, Q, B, R>(definition: Description<P, Q, B, R>, permission: Permission, handle: Operation["handle"]): Operation {
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
    security: permission === "open" ? [] : [{ session: [] }],
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
  return { route, permission, params, query, body: definition.body ?? null, status, handle };
}

function describe(permission: Permission): string {
  if (permission === "open") return "Open to anyone.";
  if (permission === "person") return "Open to anyone who is signed in.";
  return `Permission ${permission.action}: ${rolesFor(permission.action).join(", ")}.`;
}
