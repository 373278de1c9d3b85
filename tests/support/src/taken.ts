/** What an outcome holds, for a test that counts on it: a refusal fails the test and says why. */
import type { Outcome } from "@edgewright/contracts";

export function taken<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}
