/** The first complaint about each field, by the field's name. Used by useForm. */
import type { z } from "zod";

export function fieldErrors(schema: z.ZodType, values: unknown): Record<string, string> {
  const parsed = schema.safeParse(values);
  const errors: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0] ?? "")] ??= issue.message;
  return errors;
}
