/** Publishing: where the app lives, what would change, who may open it, and one button; then how far it is. */
import type { Deployment, Publication } from "@edgewright/contracts";
import { useState } from "react";
import { call } from "../../api/browser.ts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { openProjectDialog } from "../header/project-dialogs.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { AppAddress } from "./AppAddress.tsx";
import { Progress } from "./Progress.tsx";
import { PublishForm } from "./PublishForm.tsx";
import { VisibilityChoice } from "./VisibilityChoice.tsx";

export default function PublishDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Publish" size="wide">
      {open && <Publishing onLeave={() => onOpenChange(false)} />}
    </Dialog>
  );
}

function Publishing({ onLeave }: { onLeave: () => void }) {
  const { project, refresh, go } = useWorkspace();
  const path = projectPath(project, "/publication");
  const { answer, reload } = useLoad<Publication>(path, { when: useLiveVersion() });
  const [begun, setBegun] = useState<Deployment | null>(null);
  if (!answer) return <Loading />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  const publication = answer.value;
  const publish = async (accepts: string[]) => {
    const made = await call<Deployment>("POST", projectPath(project, "/deployments"), {
      body: { version: publication.next?.version, accepts },
    });
    if (!made.ok) return made.error;
    setBegun(made.value);
    return null;
  };
  const showAll = () => {
    onLeave();
    go({ tab: "history", view: "deployments" });
  };
  const toVariables = () => {
    onLeave();
    openProjectDialog("production");
  };
  const deployment = begun ?? publication.open;
  const ended = () => {
    reload();
    refresh();
  };
  return (
    <div className="space-y-5">
      <Whereabouts publication={publication} />
      {deployment ? (
        <Progress key={deployment.id} begun={deployment} onEnded={ended} onAgain={() => setBegun(null)} />
      ) : (
        <PublishForm publication={publication} publish={publish} toVariables={toVariables} />
      )}
      <Button size="sm" onClick={showAll}>
        All deployments
      </Button>
      <VisibilityChoice key={publication.visibility} visibility={publication.visibility} onChanged={reload} />
    </div>
  );
}

function Whereabouts({ publication: { url, live } }: { publication: Publication }) {
  return (
    <div className="space-y-2">
      {live ? (
        <p>
          v{live.version} is published, by {live.by}, <RelativeTime at={live.finishedAt ?? live.createdAt} />.
        </p>
      ) : (
        <p>Not published yet. It will live at its own address, with rows of its own, which begin empty.</p>
      )}
      <AppAddress url={url} live={live !== null} />
    </div>
  );
}

const Loading = () => (
  <div aria-busy="true" className="space-y-3">
    <Skeleton className="h-4 w-3/4" />
    <Skeleton className="h-8" />
    <Skeleton className="h-20" />
  </div>
);
