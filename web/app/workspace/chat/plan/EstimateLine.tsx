/** What a plan is expected to take. */
import type { Estimate } from "@edgewright/contracts";
import { money, short } from "../figures.ts";

export function EstimateLine({ estimate }: { estimate: Estimate | null }) {
  if (!estimate) return null;
  const tokens = `about ${short(estimate.inputTokens + estimate.outputTokens)} tokens`;
  return <span className="text-sm text-muted tabular-nums">{estimate.cost ? `${tokens}, ${money(estimate.cost)}` : tokens}</span>;
}
