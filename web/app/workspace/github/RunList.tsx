/** What the rules have set off, the newest first. */
import type { GitHubRun } from "@edgewright/contracts";
import { Badge } from "../../components/Badge.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";

const STATES = {
  working: { tone: "info", says: "at work" },
  done: { tone: "success", says: "done" },
  failed: { tone: "danger", says: "failed" },
  refused: { tone: "neutral", says: "refused" },
} as const;

export function RunList({ runs }: { runs: GitHubRun[] }) {
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="github-runs" className="p-4">
      <h2 id="github-runs" className="font-semibold">
        Set off by events
      </h2>
      <ol className="mt-2 divide-y divide-border">
        {runs.map(({ id, event, url, by, status, says, version, at }) => (
          <li key={id} className="flex items-start gap-3 py-2.5">
            <span className="min-w-0 flex-1">
              {url ? (
                <a href={url} target="_blank" rel="noreferrer" className="block truncate font-medium underline-offset-4 hover:underline">
                  {event}
                </a>
              ) : (
                <span className="block truncate font-medium">{event}</span>
              )}
              <span className="block text-sm text-muted">
                {by} <span aria-hidden="true">·</span> <RelativeTime at={at} />
                {says && (
                  <>
                    {" "}
                    <span aria-hidden="true">·</span> {says}
                  </>
                )}
              </span>
            </span>
            {version !== null && <span className="font-mono text-sm/5 text-muted">v{version}</span>}
            <Badge tone={STATES[status].tone}>{STATES[status].says}</Badge>
          </li>
        ))}
      </ol>
    </section>
  );
}
