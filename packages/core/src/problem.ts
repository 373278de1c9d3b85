/** The one place where failures become HTTP: the status of each code, and the problem document (RFC 9457) that carries it. Used by the API and by dispatch. */
import type { ErrorCode, Failure, Problem } from "@edgewright/contracts";
import { newId } from "./id.ts";

const STATUS: Record<ErrorCode, number> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
  sign_in_again: 403,
  address_unconfirmed: 403,
  prompt_empty: 422,
  prompt_too_long: 422,
  slug_taken: 409,
  stale_lease: 409,
  merge_conflict: 409,
  path_refused: 422,
  file_too_large: 413,
  too_many_files: 413,
  not_text: 415,
  edit_no_match: 422,
  edit_ambiguous: 422,
  tool_arguments: 422,
  model_no_answer: 502,
  model_auth: 422,
  model_credit: 402,
  model_rate_limited: 429,
  model_unavailable: 503,
  model_stream_broken: 502,
  model_unknown: 422,
  model_timeout: 504,
  model_loop: 422,
  budget_reached: 402,
  plan_required: 409,
  repair_stuck: 422,
  checks_failed: 422,
  boot_failed: 422,
  schema_invalid: 422,
  row_invalid: 422,
  row_stale: 409,
  waiting: 409,
  cancelled: 409,
};

const RETRY_SECONDS = "2";

export function problem(failure: Failure, requestId = newId("req")): Response {
  const status = STATUS[failure.code];
  const body: Problem = {
    type: "about:blank",
    title: failure.code.replaceAll("_", " "),
    status,
    detail: failure.message,
    code: failure.code,
    next: failure.next,
    fields: failure.fields,
    current: failure.current,
    requestId,
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (failure.after !== undefined) headers.set("retry-after", String(failure.after));
  else if (failure.retry) headers.set("retry-after", RETRY_SECONDS);
  return Response.json(body, { status, headers });
}
