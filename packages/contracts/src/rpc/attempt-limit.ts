/** AttemptLimit: one per client (`client:…`) and one per e-mail address (`address:…`). */

/** At most `max` in `ms` from the first on. */
export type AttemptAllowance = { max: number; ms: number };

/** `strangers`: of all clients together that have not succeeded here before; null: no such limit. */
export type AttemptInput = { kind: string; client: string; each: AttemptAllowance; strangers: AttemptAllowance | null };

export interface AttemptLimitRpc {
  /** Counts an attempt before it is made. 0: go ahead; else the milliseconds to wait. */
  take(input: AttemptInput): Promise<number>;
  /** It succeeded: it is not counted after all, and its client is known from now on. */
  succeeded(input: Pick<AttemptInput, "kind" | "client">): Promise<void>;
}
