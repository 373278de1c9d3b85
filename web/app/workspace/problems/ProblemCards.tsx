/** At the foot of the conversation: what is wrong in the running app, while nothing works on it. */
import { activeJob } from "../stream/state.ts";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";
import { ProblemRow } from "./ProblemRow.tsx";
import { useProblems } from "./use-problems.ts";

const SHOWN = 3;

export function ProblemCards() {
  const { shown, ...actions } = useProblems();
  const { go } = useWorkspace();
  const working = useSession((session) => activeJob(session) !== null);
  if (working || shown.length === 0) return null;
  const newest = shown.slice(-SHOWN);
  return (
    <section aria-label="Problems of the running app" className="space-y-2 px-4 pb-5">
      {newest.map((problem) => (
        <div key={problem.key} role="alert" className="rounded-card border border-danger/35 bg-danger-soft py-2 pr-2 pl-3">
          <ProblemRow problem={problem} actions={actions} />
        </div>
      ))}
      {shown.length > SHOWN && (
        <button type="button" onClick={() => go({ tab: "preview" })} className="rounded-[4px] text-sm text-info hover:underline">
          and {shown.length - SHOWN} more, under the preview
        </button>
      )}
    </section>
  );
}
