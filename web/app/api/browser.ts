/** Calls from the browser to the API on the same origin. Every failure comes back as a value, none is thrown. */
import { type Answer, readAnswer, UNREACHABLE } from "./answer.ts";

export interface CallOptions {
  body?: unknown;
  signal?: AbortSignal;
  /** Lets a repeated POST take effect once. */
  idempotencyKey?: string;
}

export async function call<T = unknown>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  { body, signal, idempotencyKey }: CallOptions = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  return ask(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
}

/** Sends a file as it is; its type goes along. */
export const upload = (method: "POST" | "PUT", path: string, file: Blob): Promise<Answer<unknown>> =>
  ask(path, { method, headers: { accept: "application/json", "content-type": file.type }, body: file });

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    return await readAnswer<T>(await fetch(path, init));
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}
