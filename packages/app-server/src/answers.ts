/** How an app's host reads bodies and answers what its rows and files say. */
import { complaintsOf, type Failure, type Outcome } from "@edgewright/contracts";
import { parseJson, problem } from "@edgewright/core";
import type { Context } from "hono";
import { z } from "zod";

export const TOO_LARGE: Failure = { code: "too_large", message: "This is too large to be saved.", next: "Save less at once." };

export const answer = <T>(outcome: Outcome<T>, status: 200 | 201 = 200) =>
  outcome.ok ? Response.json(outcome.value, { status }) : problem(outcome.error);

export const refuse = (error: z.ZodError | Failure) =>
  problem(
    error instanceof z.ZodError
      ? {
          code: "bad_request",
          message: `The request is not right: ${complaintsOf(error).slice(0, 300)}.`,
          next: "Correct it and send it again.",
        }
      : error,
  );

export async function jsonOf<T>(context: Context, shape: z.ZodType<T>) {
  const body = parseJson(await context.req.text());
  return body.ok ? shape.safeParse(body.value) : { success: false as const, error: body.error };
}
