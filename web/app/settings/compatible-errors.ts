/** The API names fields by their path in the body; the form has them at its top. Used by CompatibleProvider. */
import type { ApiFailure } from "../api/answer.ts";

export function compatibleErrors(failure: ApiFailure): ApiFailure {
  if (!failure.fields) return failure;
  const fields = Object.entries(failure.fields).map(([path, message]) => [path.replace(/^providers\.compatible\./, ""), message]);
  return { ...failure, fields: Object.fromEntries(fields) };
}
