/** Who may open the app, and the link that lets anyone in when its app.json allows that. */
import { AppManifest, FileContent, ShareLink } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Input } from "../../components/Input.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { failureText, useSend } from "../actions.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

type Sharing = { visibility: AppManifest["visibility"]; url: string | null } | { failure: ApiFailure };

export function ShareDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const sharing = useSharing(open);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Share the app">
      {!sharing ? (
        <div className="space-y-2">
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-8" />
        </div>
      ) : "failure" in sharing ? (
        <p className="text-danger">{failureText(sharing.failure)}</p>
      ) : sharing.url !== null ? (
        <LinkToCopy url={sharing.url} />
      ) : (
        <MembersOnly onAsked={() => onOpenChange(false)} />
      )}
    </Dialog>
  );
}

/** Asked for each time the dialog opens, since the app's own files decide. */
function useSharing(open: boolean): Sharing | null {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const [sharing, setSharing] = useState<Sharing | null>(null);
  useEffect(() => {
    if (!open) return;
    const controller = new AbortController();
    setSharing(null);
    findSharing(projectPath(project), live, controller.signal).then((found) => controller.signal.aborted || setSharing(found));
    return () => controller.abort();
  }, [open, project, live]);
  return sharing;
}

async function findSharing(path: string, live: number | null, signal: AbortSignal): Promise<Sharing> {
  const file = await call("GET", `${path}/versions/${live}/files/app.json`, FileContent, { signal });
  const manifest = file.ok ? AppManifest.safeParse(parseJson(file.value.text)) : null;
  if (manifest?.data?.visibility !== "link") return { visibility: "members", url: null };
  const link = await call("POST", `${path}/previews/share`, ShareLink, { signal });
  return link.ok ? { visibility: "link", url: link.value.url } : { failure: link.failure };
}

const LinkToCopy = ({ url }: { url: string }) => (
  <>
    <p>Anyone with this link can open the app. What they may see and change is set for each table.</p>
    <div className="mt-3 flex gap-2">
      <Input readOnly value={url} aria-label="Link to the app" onFocus={(event) => event.currentTarget.select()} />
      <CopyButton variant="primary" text={url} />
    </div>
  </>
);

function MembersOnly({ onAsked }: { onAsked: () => void }) {
  const send = useSend();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    const refused = await send("Let anyone with the link open this app.");
    setBusy(false);
    setFailure(refused);
    if (!refused) onAsked();
  };
  return (
    <>
      <p>Only members of your organization can open this app, from its workspace.</p>
      <p className="mt-2 text-muted">The agent can open it to everybody who has the link.</p>
      {failure && <p className="mt-2 text-danger">{failureText(failure)}</p>}
      <Button variant="primary" className="mt-4" busy={busy} onClick={ask}>
        Ask the agent to allow the link
      </Button>
    </>
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
