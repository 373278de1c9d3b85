/** Failures as `application/problem+json`, for what an app's own code asks of the platform. */
import type { ErrorCode, Failure, Problem } from "@edgewright/contracts";
import { newId } from "@edgewright/core";

const STATUS: Partial<Record<ErrorCode, number>> = {
  bad_request: 400,
  row_invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  row_stale: 409,
  too_large: 413,
  internal: 500,
};

export function problem(error: Failure): Response {
  const status = STATUS[error.code] ?? 503;
  const body: Problem = {
    type: "about:blank",
    title: error.code,
    status,
    detail: error.message,
    code: error.code,
    next: error.next,
    fields: error.fields,
    requestId: newId("req"),
  };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } });
}
