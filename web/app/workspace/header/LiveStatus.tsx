/** Beside the project's name: which version is live, and whether something is at work or waits. */
import { StatusDot } from "../../components/Badge.tsx";
import { activeJob, awaited } from "../stream/state.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { useSession } from "../WorkspaceContext.tsx";

export function LiveStatus() {
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
      {working && (
        <span className="flex items-center gap-1.5 max-sm:hidden">
          {waiting ? "needs you" : "working"}
          <StatusDot status={waiting ? "waiting" : "busy"} />
        </span>
      )}
    </span>
  );
}
