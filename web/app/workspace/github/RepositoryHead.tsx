/** Which repository it is, whether both sides are the same, and what to do where they are not. */
import type { GitHubLink } from "@edgewright/contracts";
import { ExternalLink, GitBranch, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { count } from "../../components/figures.ts";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import type { GitHub } from "./use-github.ts";

interface RepositoryHeadProps {
  github: GitHub;
  link: GitHubLink;
  onDecide: () => void;
}

export function RepositoryHead({ github, link, onDecide }: RepositoryHeadProps) {
  const notAllowed = useWhyNot("github.update");
  const [leaving, setLeaving] = useState(false);
  const sync = useAction(() => github.act("POST", "/sync"), { raises: true });
  return (
    <section aria-label="Repository" className="p-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            <a
              href={link.url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-w-0 items-center gap-1.5 underline-offset-4 hover:underline"
            >
              <span className="truncate">
                {link.owner}/{link.name}
              </span>
              <ExternalLink aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
            </a>
            <State link={link} />
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
            <GitBranch aria-hidden="true" className="size-3.5" />
            {link.branch}
            {link.syncedAt && (
              <>
                <span aria-hidden="true">·</span>
                <span>
                  the same on both sides <RelativeTime at={link.syncedAt} />
                </span>
              </>
            )}
          </p>
        </div>
        <div className="flex gap-2">
          <Button busy={sync.busy} disabledReason={notAllowed} onClick={() => void sync.run()}>
            <RefreshCw aria-hidden="true" />
            Sync now
          </Button>
          <Button variant="ghost" disabledReason={notAllowed} onClick={() => setLeaving(true)}>
            Disconnect
          </Button>
        </div>
      </div>
      {link.stopped && <Stopped github={github} link={link} onDecide={onDecide} notAllowed={notAllowed} />}
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={`Disconnect ${link.owner}/${link.name}?`}
        description="The repository and this project keep all they have, and go their own ways from here."
        action="Disconnect"
        onConfirm={() => github.act("DELETE", "", { done: "Disconnected" })}
      />
    </section>
  );
}

function State({ link: { state, ahead, behind } }: { link: GitHubLink }) {
  switch (state) {
    case "in_sync":
      return <Badge tone="success">in sync</Badge>;
    case "ahead":
      return <Badge tone="info">{ahead} ahead</Badge>;
    case "behind":
      return <Badge tone="info">{behind} behind</Badge>;
    case "diverged":
      return (
        <Badge tone="info">
          {ahead} ahead, {behind} behind
        </Badge>
      );
    case "stopped":
      return <Badge tone="warning">stopped</Badge>;
  }
}

interface StoppedProps extends RepositoryHeadProps {
  notAllowed: string | null;
}

function Stopped({ github, link, onDecide, notAllowed }: StoppedProps) {
  const { go } = useWorkspace();
  const [keeping, setKeeping] = useState(false);
  const { stopped } = link;
  if (!stopped) return null;
  const { kind, failure, draft } = stopped;
  const waits = kind === "conflict" || kind === "checks" || kind === "data_loss";
  return (
    <>
      <FailureCard
        className="mt-3"
        tone="warning"
        title={failure.message}
        action={
          waits && (
            <>
              {kind === "conflict" && (
                <Button variant="primary" disabledReason={notAllowed} onClick={onDecide}>
                  Decide each file
                </Button>
              )}
              {draft !== null && (
                <Button variant="primary" onClick={() => go({ tab: "code", version: draft })}>
                  Look at v{draft}
                </Button>
              )}
              <Button disabledReason={notAllowed} onClick={() => setKeeping(true)}>
                Keep what is here
              </Button>
            </>
          )
        }
      >
        {failure.next}
        {link.ahead > 0 &&
          ` ${count(link.ahead, "version")} of this project wait${link.ahead === 1 ? "s" : ""} to be pushed; all are kept.`}
      </FailureCard>
      <ConfirmDialog
        open={keeping}
        onClose={() => setKeeping(false)}
        title="Keep what is here?"
        description="The next commit puts the repository's files back to what this project has. What was pushed there stays in its history."
        action="Keep what is here"
        onConfirm={() => github.act("POST", "/resolve", { body: { kind: "keep" }, done: "Decided" })}
      />
    </>
  );
}
