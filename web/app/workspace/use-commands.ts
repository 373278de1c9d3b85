/** What ⌘K offers in a workspace: each tab, the composer, stop and retry, versions to look at. */
import { useMemo, useRef } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { toast } from "../components/toast.ts";
import type { Command } from "../palette/commands.ts";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { continueJob, retryJob, stopJob } from "./actions.ts";
import { focusComposer } from "./chat/composer-field.ts";
import { openProjectDialog } from "./header/project-dialogs.ts";
import { useRestore } from "./history/use-restore.ts";
import { TABS } from "./location.ts";
import { activeJob, type JobCard, type SessionState } from "./stream/state.ts";
import { useSession, useWorkspace } from "./WorkspaceContext.tsx";

const GROUP = "Workspace";
const TAB_LABELS = {
  preview: "Preview",
  code: "Code",
  data: "Data",
  history: "History",
  automations: "Automations",
  github: "GitHub",
} as const;
const VERSIONS_OFFERED = 8;

/** The last job, if it ended early. */
const lastUnfinished = (session: SessionState): JobCard | null => {
  const last = session.timeline.findLast(({ kind }) => kind === "job");
  const card = last && session.jobs[last.id];
  return card?.end && card.end.kind !== "done" ? card : null;
};
const keptFiles = ({ end }: JobCard) => end !== null && end.kind !== "done" && end.kept.draftFiles.length > 0;

async function told(work: Promise<ApiFailure | null>): Promise<void> {
  const failure = await work;
  if (failure) toast.failure(failure);
}

export function useWorkspaceCommands(): Command[] {
  const { go, versions, project, place } = useWorkspace();
  const notRestore = useWhyNot("version.restore");
  const notSay = useWhyNot("message.send");
  const notStop = useWhyNot("job.cancel");
  const notRetry = useWhyNot("job.retry");
  const { restore: restoreNow } = useRestore();
  const restore = useRef(restoreNow);
  restore.current = restoreNow;
  const active = useSession((session) => activeJob(session)?.id ?? null);
  const unfinished = useSession(lastUnfinished);
  return useMemo(() => {
    const commands: Command[] = TABS.map((tab) => ({
      id: `tab-${tab}`,
      label: `Show ${TAB_LABELS[tab]}`,
      group: GROUP,
      run: () => go({ tab }),
    }));
    commands.push({
      id: "composer",
      label: "Write to the agent",
      group: GROUP,
      keys: "/",
      disabledReason: notSay,
      run: () => setTimeout(focusComposer, 50),
    });
    if (active !== null)
      commands.push({ id: "stop", label: "Stop the work", group: GROUP, disabledReason: notStop, run: () => void told(stopJob(active)) });
    if (unfinished !== null) {
      const { id } = unfinished;
      if (keptFiles(unfinished))
        commands.push({
          id: "continue",
          label: "Continue the last job",
          group: GROUP,
          disabledReason: notRetry,
          run: () => void told(continueJob(id)),
        });
      commands.push({
        id: "retry",
        label: "Retry the last message",
        group: GROUP,
        disabledReason: notRetry,
        run: () => void told(retryJob(id)),
      });
    }
    commands.push({
      id: "settings",
      label: "Project settings",
      group: GROUP,
      keywords: ["model", "plan", "approval", "budget", "repair", "fix"],
      run: () => openProjectDialog("settings"),
    });
    commands.push({
      id: "people",
      label: "People of this project",
      group: GROUP,
      keywords: ["roles", "members", "who", "share"],
      run: () => openProjectDialog("people"),
    });
    commands.push({
      id: "app-roles",
      label: "Roles in the app",
      group: GROUP,
      keywords: ["people", "manager", "permissions", "who", "may"],
      run: () => openProjectDialog("appRoles"),
    });
    if (place.version !== null) {
      const { version } = place;
      commands.push({ id: "back", label: "Back to the current version", group: GROUP, run: () => go({ version: null }) });
      commands.push({
        id: "restore",
        label: `Restore v${version}`,
        group: GROUP,
        disabledReason: notRestore,
        run: () => void restore.current(version),
      });
    }
    for (const version of versions.filter(({ isCurrent }) => !isCurrent).slice(0, VERSIONS_OFFERED)) {
      commands.push({
        id: `version-${version.number}`,
        label: `Look at v${version.number}: ${version.message}`,
        group: "Versions",
        keywords: ["history", "restore"],
        run: () => go({ tab: "preview", version: version.number }),
      });
    }
    commands.push({
      id: "download",
      label: "Download the code",
      group: GROUP,
      keywords: ["zip", "export", "archive"],
      disabledReason: project.currentVersion === null && "There is no version yet.",
      run: () => window.location.assign(`/api/projects/${project.id}/versions/${project.currentVersion}/archive`),
    });
    return commands;
  }, [go, versions, project, place, active, unfinished, notRestore, notSay, notStop, notRetry]);
}
