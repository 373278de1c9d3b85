/**
 * What an expected failure looks like, everywhere: a stable code, a sentence for
 * people, and what to do next. Used by every package and both ends of the wire.
 */
import { z } from "zod";
import { DataRow } from "./app.ts";

export const ErrorCode = z.enum([
  "bad_request",
  "unauthenticated",
  "forbidden",
  "not_found",
  "gone",
  "conflict",
  "too_large",
  "rate_limited",
  "unavailable",
  "internal",
  "sign_in_again",
  "address_unconfirmed",
  "prompt_empty",
  "prompt_too_long",
  "slug_taken",
  "stale_lease",
  "merge_conflict",
  "path_refused",
  "file_too_large",
  "too_many_files",
  "not_text",
  "edit_no_match",
  "edit_ambiguous",
  "tool_arguments",
  "model_no_answer",
  "model_auth",
  "model_credit",
  "model_rate_limited",
  "model_unavailable",
  "model_stream_broken",
  "model_unknown",
  "model_timeout",
  "model_loop",
  "budget_reached",
  "plan_required",
  "repair_stuck",
  "checks_failed",
  "boot_failed",
  "schema_invalid",
  "row_invalid",
  "row_stale",
  "waiting",
  "cancelled",
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** A failure as a value. `next` is the one obvious thing to do now; `fields` names bad input by path; `candidates` are line numbers, from 1, that an edit may mean. */
export const Failure = z.object({
  code: ErrorCode,
  message: z.string(),
  next: z.string().optional(),
  retry: z.boolean().optional(),
  /** How many seconds to wait before it is tried again. */
  after: z.number().int().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  candidates: z.array(z.number().int()).optional(),
  /** The row of an app as it is now, where it changed since it was read. */
  current: DataRow.optional(),
});
export type Failure = z.infer<typeof Failure>;

/** A `Failure` on the wire, its message as `detail`: RFC 9457 `application/problem+json`, the body of every HTTP error. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: ErrorCode,
  next: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  current: DataRow.optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
