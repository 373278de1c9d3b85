/** The API says of a slug that somebody else has it without naming the field; a form says it there. */
import type { ApiFailure } from "../api/answer.ts";

export const ofSlug = (failure: ApiFailure): ApiFailure =>
  failure.code === "slug_taken" ? { ...failure, fields: { slug: [failure.message, failure.next].filter(Boolean).join(" ") } } : failure;
