/** What was done for a deployment, line by line, with its address. */
import type { Deployment, DeploymentLog } from "@edgewright/contracts";
import { useLoad } from "../../../api/use-load.ts";
import { NotLoaded } from "../../../components/NotLoaded.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

export function DeploymentLines({ deployment: { id, status, url } }: { deployment: Deployment }) {
  const { project } = useWorkspace();
  const { answer, reload } = useLoad<DeploymentLog>(projectPath(project, `/deployments/${id}/log`), { when: status });
  if (!answer) return <Skeleton className="mx-4 mb-3 h-16" />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="mx-4 mb-3" />;
  return (
    <div className="space-y-2 px-4 pb-3 pl-11 text-sm">
      <p className="font-mono break-all text-muted">{url}</p>
      <ol>
        {answer.value.items.map(({ at, says }) => (
          <li key={`${at} ${says}`} className="flex gap-3">
            <time dateTime={at} className="shrink-0 text-muted tabular-nums">
              {new Date(at).toLocaleTimeString()}
            </time>
            <span className="min-w-0 break-words">{says}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
