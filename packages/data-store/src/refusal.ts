/** A refusal found in the midst of a transaction, which is undone for it. */
import type { Outcome } from "@edgewright/contracts";

type Refused = Extract<Outcome<never>, { ok: false }>;

class Refusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.error.message);
    this.refused = refused;
  }
}

/** Ends the transaction of `refusable`. */
export function refuse(refused: Refused): never {
  throw new Refusal(refused);
}

export function refusable<T>(work: () => T): { ok: true; value: T } | Refused {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}
