/** A meter in memory, for tests of the agent: what was reserved and settled, and a budget that tests set. */

import type { BudgetReached, Usage } from "@edgewright/contracts";
import type { Meter, ModelCall, TokenCount } from "@edgewright/models";

export type TestMeter = Meter & {
  calls: { call: ModelCall; spent: (TokenCount & { cost: number | null }) | null }[];
  forgiven: string[];
  /** Asked at each reservation; gives the budget that it would pass, if any. */
  limit: (call: ModelCall) => BudgetReached | null;
};

const OUTPUT_TOKENS = 8000;

export function testMeter(): TestMeter {
  const meter: TestMeter = {
    calls: [],
    forgiven: [],
    limit: () => null,
    async reserve(call) {
      const reached = meter.limit(call);
      if (reached) return { ok: false, reached };
      meter.calls.push({ call, spent: null });
      return { ok: true, outputTokens: OUTPUT_TOKENS };
    },
    async settle(callId, spent) {
      const found = meter.calls.find(({ call }) => call.id === callId);
      if (found) found.spent = spent;
    },
    ofJob: async (): Promise<Usage | null> => null,
    async forgive(jobId) {
      meter.forgiven.push(jobId);
    },
    raiseMonth: async () => "raised",
  };
  return meter;
}
