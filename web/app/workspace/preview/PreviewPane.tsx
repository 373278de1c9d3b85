/** The app itself: the draft while a job works on it, an older version while one looks at it, else what is live. */
import type { PreviewLink } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { toast } from "../../components/toast.ts";
import { AskAgent } from "../chat/AskAgent.tsx";
import { ProblemsPanel } from "../problems/ProblemsPanel.tsx";
import { SeenAsBar } from "../seen-as/SeenAsBar.tsx";
import { activeJob, awaited } from "../stream/state.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useSession, useWorkspace } from "../WorkspaceContext.tsx";
import { shownChannel } from "./channel.ts";
import { FrameStack } from "./FrameStack.tsx";
import { srcAt } from "./frames.ts";
import { HostsBar } from "./HostsBar.tsx";
import { Toolbar, type Width } from "./Toolbar.tsx";
import { useFrames } from "./use-frames.ts";

export function PreviewPane() {
  const { project, place } = useWorkspace();
  const session = useSession((state) => state);
  const live = useLiveVersion();
  const channel = shownChannel(session, place.version, live);
  const { frames, failure, hold, loaded, command, reopen } = useFrames(channel, place.as);
  const [width, setWidth] = useState<Width>("desktop");
  const job = activeJob(session);
  const working = job !== null && awaited(job) === null;
  const shown = frames.shown ?? frames.next;

  const openWindow = async () => {
    // Opened before the answer, since a window opened later is taken for a pop-up.
    const opened = window.open("", "_blank");
    const link = await call<PreviewLink>("POST", projectPath(project, "/previews"), { body: { channel: channel ?? "current" } });
    if (link.ok && opened) {
      // The app must not hold the window it was opened from.
      opened.opener = null;
      opened.location.href = srcAt(link.value.url, frames.path);
    } else opened?.close();
    if (!link.ok) toast.failure(link.error);
  };

  return (
    <div className="flex h-full min-h-0 flex-col">
      <Toolbar
        host={shown ? new URL(shown.origin).host : null}
        path={frames.path}
        width={width}
        onWidth={setWidth}
        onBack={() => command({ type: "edgewright:back" })}
        onReload={reopen}
        onGo={(path) => command({ type: "edgewright:go", path })}
        onOpen={openWindow}
      />
      <SeenAsBar>the app</SeenAsBar>
      {place.version === null && <HostsBar />}
      <div className="relative min-h-0 flex-1 overflow-hidden">
        {(working || frames.next !== null) && <BuildBar />}
        {failure && !shown ? (
          <div className="mx-auto max-w-md p-6">
            <FailureCard title={failure.message} action={<Button onClick={reopen}>Try again</Button>}>
              {failure.next}
            </FailureCard>
          </div>
        ) : shown ? (
          <FrameStack frames={frames} name={project.name} phone={width === "phone"} hold={hold} loaded={loaded} />
        ) : (
          <Nothing working={working} opening={channel !== null} />
        )}
      </div>
      <ProblemsPanel />
    </div>
  );
}

const BuildBar = () => (
  <div role="progressbar" aria-label="A build is on its way" className="absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden">
    <div className="h-full w-1/3 animate-slide bg-text/60" />
  </div>
);

function Nothing({ working, opening }: { working: boolean; opening: boolean }) {
  if (opening) return null;
  return (
    <div className="flex h-full items-center justify-center">
      {working ? (
        <EmptyState title="The app appears here as it is written" />
      ) : (
        <EmptyState title="No app yet" action={<AskAgent>Describe it</AskAgent>}>
          Say in the chat what you want to build. It appears here while it is being written.
        </EmptyState>
      )}
    </div>
  );
}
