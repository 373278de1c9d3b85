/** Over the tabs while an older version is looked at: that it is not the live one, and the ways on. */
import { Button } from "../../components/Button.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { useRestore } from "./use-restore.ts";

export function OldVersionBar() {
  const { place, go, versions } = useWorkspace();
  const notAllowed = useWhyNot("version.restore");
  const live = useLiveVersion();
  const { restore, busy } = useRestore();
  if (place.version === null || place.version === live || place.tab === "history" || place.tab === "data") return null;
  const version = versions.find(({ number }) => number === place.version);
  const draft = version?.status === "draft";
  return (
    <div
      role="status"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-warning-soft px-3 py-1.5"
    >
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">v{place.version}</strong>{" "}
        {draft ? "is a draft: it was kept, and never went live." : "is an older version, read-only."}
      </p>
      <Button size="sm" variant="primary" onClick={() => go({ version: null })}>
        Back to {live === null ? "the app" : `v${live}`}
      </Button>
      {version && !draft && (
        <Button size="sm" busy={busy === version.number} disabledReason={notAllowed} onClick={() => restore(version.number)}>
          Restore
        </Button>
      )}
    </div>
  );
}
