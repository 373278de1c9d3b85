/** Work beside the live version: each branch with its newest version and its pull request. */
import type { GitHubBranch } from "@edgewright/contracts";
import { GitBranch } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { BranchDialog } from "./BranchDialog.tsx";
import type { GitHub } from "./use-github.ts";

export function BranchList({ github, branches }: { github: GitHub; branches: GitHubBranch[] }) {
  const notAllowed = useWhyNot("message.send");
  /** Which branch is asked about: a new one, one that is there, or none. */
  const [asking, setAsking] = useState<GitHubBranch | "new" | null>(null);
  return (
    <section aria-labelledby="github-branches" className="p-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id="github-branches" className="font-semibold">
          Branches
        </h2>
        <Button size="sm" disabledReason={notAllowed} onClick={() => setAsking("new")}>
          <GitBranch aria-hidden="true" />
          Work on a branch
        </Button>
      </div>
      {branches.length === 0 ? (
        <p className="mt-1 text-muted">
          What is asked for on a branch does not go live: it is looked at first, and merged by a pull request.
        </p>
      ) : (
        <ol className="mt-2 divide-y divide-border">
          {branches.map((branch) => (
            <Branch key={branch.id} github={github} branch={branch} notAllowed={notAllowed} onAsk={() => setAsking(branch)} />
          ))}
        </ol>
      )}
      <BranchDialog github={github} branch={asking === "new" ? null : asking} open={asking !== null} onClose={() => setAsking(null)} />
    </section>
  );
}

interface BranchProps {
  github: GitHub;
  branch: GitHubBranch;
  notAllowed: string | null;
  onAsk: () => void;
}

function Branch({ github, branch: { id, name, title, url, version, pull, says, at }, notAllowed, onAsk }: BranchProps) {
  const { project } = useWorkspace();
  const open = useAction(() => github.act("POST", `/branches/${id}/pull`, { done: "The pull request is on its way" }), { raises: true });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 py-2.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium" title={title}>
          {title}
        </span>
        <span className="block text-sm text-muted">
          {version === null ? (
            <span className="font-mono text-xs">{name}</span>
          ) : (
            <a href={url} target="_blank" rel="noreferrer" className="font-mono text-xs underline-offset-4 hover:underline">
              {name}
            </a>
          )}{" "}
          <span aria-hidden="true">·</span> <RelativeTime at={at} /> {pull !== null && <Badge tone="info">pull request #{pull}</Badge>}
          {version === null && <Badge>being worked on</Badge>}
        </span>
        {says !== null && <span className="block text-sm text-warning">{says}</span>}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {version !== null && pull === null && (
          <>
            <a
              href={`/projects/${project.slug}/open?channel=v${version}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`Open the preview of ${name}`}
              className="text-sm underline underline-offset-4"
            >
              Preview
            </a>
            <Button size="sm" busy={open.busy} disabledReason={notAllowed} onClick={() => void open.run()}>
              Open a pull request
            </Button>
          </>
        )}
        <Button size="sm" variant="ghost" disabledReason={notAllowed} onClick={onAsk}>
          Ask for more
        </Button>
      </span>
    </li>
  );
}
