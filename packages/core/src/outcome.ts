/** Expected failures as values. Throw only for bugs. */
import type { ErrorCode, Failure, Outcome } from "@edgewright/contracts";

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, message: string, more: Omit<Failure, "code" | "message"> = {}): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message, ...more },
});
