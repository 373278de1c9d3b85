/** What the conversation has taken so far, in all its jobs. */

import { takenBy, takenText, totalOf } from "../../components/figures.ts";
import type { SessionState } from "../stream/state.ts";
import { useSession } from "../WorkspaceContext.tsx";

export function SessionUsage() {
  const text = useSession(usedSoFar);
  return (
    <span className="ml-auto truncate text-sm text-muted tabular-nums" title="Used by this conversation so far">
      {text}
    </span>
  );
}

/** That it was free is said by the model's name. */
function usedSoFar({ jobs }: SessionState): string {
  const usages = Object.values(jobs).flatMap(({ usage }) => (usage ? [takenBy(usage)] : []));
  return takenText(totalOf(usages));
}
