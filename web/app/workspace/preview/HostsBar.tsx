/** Over the preview while the live version asks for outside hosts that no admin has confirmed: why parts of the app stay empty, and the way on. */
import { hostNames, type ProjectHosts, unconfirmed } from "@edgewright/contracts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { openProjectDialog } from "../header/project-dialogs.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function HostsBar() {
  const notAllowed = useWhyNot("project.hosts.update");
  const names = useUnconfirmed();
  if (names === "") return null;
  return (
    <div
      role="status"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-warning-soft px-3 py-1.5"
    >
      <p className="min-w-0 flex-1 basis-60 wrap-anywhere">
        The app asks for <strong className="font-semibold">{names}</strong>, and runs without until an admin confirms it.
        {notAllowed && " Ask an admin to look at Outside hosts in the project’s menu."}
      </p>
      {!notAllowed && (
        <Button size="sm" onClick={() => openProjectDialog("hosts")}>
          Review hosts
        </Button>
      )}
    </div>
  );
}

/** Read anew for each live version, and when the project was loaded again, as it is after a confirmation. */
function useUnconfirmed(): string {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const { answer } = useLoad<ProjectHosts>(projectPath(project, "/hosts"), { when: `${live} ${project.updatedAt}` });
  return answer?.ok ? hostNames(unconfirmed(answer.value.asked, answer.value.confirmed)) : "";
}
