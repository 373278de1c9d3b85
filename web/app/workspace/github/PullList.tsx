/** Pull requests into the project's branch: what each would make of it, with its preview. */
import type { GitHubLink, GitHubPull } from "@edgewright/contracts";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { count } from "../../components/figures.ts";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { Switch } from "../../components/Switch.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { PullFindings } from "./PullFindings.tsx";
import type { GitHub } from "./use-github.ts";

export function PullList({ github, link, pulls }: { github: GitHub; link: GitHubLink; pulls: GitHubPull[] }) {
  return (
    <section aria-labelledby="github-pulls" className="p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="github-pulls" className="font-semibold">
          Pull requests
        </h2>
        <PublishMerged github={github} link={link} />
      </div>
      {pulls.length === 0 ? (
        <p className="mt-1 text-muted">
          Each pull request into <span className="font-mono text-sm">{link.branch}</span> gets a preview with a copy of the rows, and a
          check on GitHub.
        </p>
      ) : (
        <ol className="mt-2 divide-y divide-border">
          {pulls.map((pull) => (
            <Pull key={pull.number} github={github} pull={pull} />
          ))}
        </ol>
      )}
    </section>
  );
}

function PublishMerged({ github, link }: { github: GitHub; link: GitHubLink }) {
  const notAllowed = useWhyNot("deployment.create");
  const turn = useAction((publishMerged: boolean) => github.act("PATCH", "", { body: { publishMerged } }), { raises: true });
  return (
    <span className="flex items-center gap-2 text-sm" title={notAllowed ?? undefined}>
      <Switch
        label="Publish what is merged"
        checked={link.publishMerged}
        disabled={notAllowed !== null || turn.busy}
        onChange={(next) => void turn.run(next)}
      />
      <span aria-hidden="true">Publish what is merged</span>
    </span>
  );
}

function Pull({ github, pull }: { github: GitHub; pull: GitHubPull }) {
  const { project } = useWorkspace();
  const { number, title, by, url, fork, channel, result, state, at } = pull;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
        <span className="w-9 shrink-0 font-mono text-sm/5 text-muted tabular-nums">#{number}</span>
        <span className="min-w-0 flex-1 basis-48">
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="block truncate font-medium underline-offset-4 hover:underline"
            title={title}
          >
            {title}
          </a>
          <span className="block text-sm text-muted">
            {by}
            {fork && ", from a fork"} <span aria-hidden="true">·</span> <RelativeTime at={at} /> <State pull={pull} />
          </span>
        </span>
        <span className="flex min-h-8 items-center gap-3 max-sm:w-full max-sm:pl-12">
          {channel && (
            <a
              href={`/projects/${project.slug}/open?channel=${channel}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`Open the preview of pull request ${number}`}
              className="inline-flex items-center gap-1 text-sm underline underline-offset-4"
            >
              Preview
              <ExternalLink aria-hidden="true" className="size-3.5 text-muted" />
            </a>
          )}
          {state === "open" && <Merge github={github} pull={pull} />}
        </span>
      </div>
      {result && <PullFindings result={result} />}
    </li>
  );
}

function Merge({ github, pull: { number, title, sha, result } }: { github: GitHub; pull: GitHubPull }) {
  const notAllowed = useWhyNot("github.update");
  const [asking, setAsking] = useState(false);
  const notYet = result?.outcome === "holds" ? null : "It does not hold as it is.";
  return (
    <>
      <Button size="sm" disabledReason={notAllowed ?? notYet} onClick={() => setAsking(true)}>
        Merge
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Merge #${number}?`}
        description={`${title}. It becomes a version here. GitHub's own rules for the branch hold.`}
        action="Merge"
        onConfirm={() => github.act("POST", `/pulls/${number}/merge`, { body: { sha }, done: "Merged" })}
      />
    </>
  );
}

function State({ pull: { state, result } }: { pull: GitHubPull }) {
  if (state !== "open") return <Badge>{state}</Badge>;
  switch (result?.outcome) {
    case undefined:
      return <Badge tone="info">being looked at</Badge>;
    case "holds":
      return <Badge tone="success">holds</Badge>;
    case "fails":
      return <Badge tone="danger">{count(result?.findings.length ?? 0, "finding")}</Badge>;
    case "conflict":
      return <Badge tone="warning">conflict</Badge>;
    case "refused":
      return <Badge tone="danger">refused</Badge>;
  }
}
