/** Calls from the browser to the API on the same origin. Every failure comes back as a value, none is thrown. */
import type { z } from "zod";
import { type Answer, readAnswer, UNREACHABLE } from "./answer.ts";

export interface CallOptions {
  body?: unknown;
  signal?: AbortSignal;
  /** Lets a repeated POST take effect once. */
  idempotencyKey?: string;
}

export async function call<T>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  schema: z.ZodType<T>,
  { body, signal, idempotencyKey }: CallOptions = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  try {
    const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
    return await readAnswer(response, schema);
  } catch {
    return { ok: false, failure: UNREACHABLE };
  }
}
