/** Beside the project's name: which version is live in the preview, which one is published, and whether something is at work or waits. */
import { ExternalLink } from "lucide-react";
import { StatusDot } from "../../components/Badge.tsx";
import { useOpenApp } from "../publish/use-open-app.ts";
import { activeJob, awaited } from "../stream/state.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";

export function LiveStatus() {
  const { publishedVersion } = useWorkspace().project;
  const open = useOpenApp("published");
  const live = useLiveVersion();
  const working = useSession((session) => activeJob(session) !== null);
  const waiting = useSession((session) => awaited(activeJob(session)) !== null);
  const [status, words] = live !== null ? (["live", `v${live} · live`] as const) : (["none", "not live yet"] as const);
  return (
    <span className="flex items-center gap-3">
      <span className="flex items-center gap-1.5 whitespace-nowrap tabular-nums">
        {words}
        <StatusDot status={status} />
      </span>
      {publishedVersion !== null && (
        <button
          type="button"
          onClick={() => void open()}
          className="flex items-center gap-1 whitespace-nowrap tabular-nums underline decoration-border-strong underline-offset-3 hover:text-text max-md:hidden"
        >
          v{publishedVersion} published
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </button>
      )}
      {working && (
        <span className="flex items-center gap-1.5 max-sm:hidden">
          {waiting ? "needs you" : "working"}
          <StatusDot status={waiting ? "waiting" : "busy"} />
        </span>
      )}
    </span>
  );
}
