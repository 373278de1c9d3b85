/** Under the editor: what the checks found in the version that is open. */
import type { Finding } from "@edgewright/contracts";
import { count } from "../../components/figures.ts";
import { FindingList } from "../chat/FindingList.tsx";

export function SavedFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section role="status" className="max-h-48 shrink-0 overflow-y-auto border-t border-border bg-warning-soft px-3 py-2">
      <p className="mb-1.5 font-medium">
        Kept as a draft: {count(findings.length, "problem")}. What was live before stays live; put this right and save again.
      </p>
      <FindingList findings={findings} keepVersion />
    </section>
  );
}
