/** Every version of the app, newest first, each with what made it. */
import type { Version, VersionPage } from "@edgewright/contracts";
import { useState } from "react";
import { failureText } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { toast } from "../../components/toast.ts";
import { AskAgent } from "../chat/AskAgent.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { VersionRow } from "./VersionRow.tsx";

export function VersionList() {
  const { versions: newest } = useWorkspace();
  const { older, more, busy } = useOlder();
  const versions = [...newest, ...older.filter(({ number }) => !newest.some((version) => version.number === number))];
  if (versions.length === 0)
    return (
      <EmptyState title="No version yet" action={<AskAgent>Describe the app</AskAgent>}>
        Each change of the app is kept here as a version that one can look at and go back to.
      </EmptyState>
    );
  return (
    <>
      <ol className="divide-y divide-border">
        {versions.map((version) => (
          <VersionRow key={version.number} version={version} />
        ))}
      </ol>
      <div className="flex justify-center p-4">
        {more ? (
          <Button size="sm" busy={busy} onClick={more}>
            Show older versions
          </Button>
        ) : (
          versions.length > 5 && <p className="text-sm text-muted">This is where it began.</p>
        )}
      </div>
    </>
  );
}

function useOlder() {
  const { project, versionsCursor } = useWorkspace();
  const [pages, setPages] = useState<{ items: Version[]; cursor: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const cursor = pages ? pages.cursor : versionsCursor;
  const load = async () => {
    setBusy(true);
    const page = await call<VersionPage>("GET", projectPath(project, `/versions?cursor=${encodeURIComponent(cursor ?? "")}`));
    setBusy(false);
    if (!page.ok) return void toast.error(failureText(page.error));
    setPages({ items: [...(pages?.items ?? []), ...page.value.items], cursor: page.value.cursor });
  };
  return { older: pages?.items ?? [], more: cursor === null ? null : load, busy };
}
