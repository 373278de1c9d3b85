/** A query in an address, as JSON: read and parsed, or refused by its field `q`. */
import { complaintsOf, type Outcome } from "@edgewright/contracts";
import { fail, ok, parseJson } from "@edgewright/core";
import { z } from "zod";

export const queryText = (describes: string) => z.object({ q: z.string().max(20_000).default("{}").describe(describes) });

export function readQuery<Query>(shape: z.ZodType<Query>, text: string): Outcome<Query> {
  const given = parseJson(text, "The query");
  if (!given.ok) return given;
  const query = shape.safeParse(given.value);
  if (query.success) return ok(query.data);
  const why = complaintsOf(query.error, "q");
  return fail("bad_request", `The query is not right: ${why}.`, { next: "Correct the query.", fields: { q: why } });
}
