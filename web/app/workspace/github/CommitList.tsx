/** Which commit is which version. */
import type { GitHubCommit } from "@edgewright/contracts";
import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";

const WAYS = {
  push: { Icon: ArrowUpRight, says: "pushed" },
  pull: { Icon: ArrowDownLeft, says: "came from GitHub" },
} as const;

export function CommitList({ commits }: { commits: GitHubCommit[] }) {
  const { go } = useWorkspace();
  return (
    <section aria-labelledby="github-commits" className="p-4">
      <h2 id="github-commits" className="font-semibold">
        Commits and versions
      </h2>
      {commits.length === 0 ? (
        <p className="mt-1 text-muted">Nothing has gone either way yet. The first sync begins by itself.</p>
      ) : (
        <ol className="mt-2 divide-y divide-border">
          {commits.map(({ sha, version, direction, message, url, at }) => {
            const { Icon, says } = WAYS[direction];
            return (
              <li key={sha} className="flex items-start gap-3 py-2.5">
                <button
                  type="button"
                  onClick={() => go({ tab: "history" })}
                  className="w-9 shrink-0 text-left font-mono text-sm/5 text-muted tabular-nums underline-offset-4 hover:text-text hover:underline"
                >
                  v{version}
                </button>
                <Icon role="img" aria-label={says} className="mt-0.5 size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1">
                  <span className="block truncate" title={message}>
                    {message}
                  </span>
                  <span className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
                    <a href={url} target="_blank" rel="noreferrer" className="font-mono underline-offset-4 hover:text-text hover:underline">
                      {sha.slice(0, 7)}
                    </a>
                    <span aria-hidden="true">·</span>
                    {says} <RelativeTime at={at} />
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
