/** Who may open the app, and the link that lets anyone in when its app.json allows that. */
import { AppManifest, FileContent, ShareLink } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { z } from "zod";
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

const Ended = z.object({ id: z.string() });

type Sharing = { visibility: AppManifest["visibility"]; url: string | null } | { failure: ApiFailure };

export function ShareDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [ended, setEnded] = useState(0);
  const sharing = useSharing(open, ended);
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
        <LinkToCopy url={sharing.url} onEnded={() => setEnded(ended + 1)} />
      ) : (
        <MembersOnly onAsked={() => onOpenChange(false)} />
      )}
    </Dialog>
  );
}

/** Asked for each time the dialog opens, since the app's own files decide, and again once a link was ended. */
function useSharing(open: boolean, ended: number): Sharing | null {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const [sharing, setSharing] = useState<Sharing | null>(null);
  useEffect(() => {
    if (!open) return;
    const controller = new AbortController();
    setSharing(null);
    findSharing(projectPath(project), live, controller.signal).then((found) => controller.signal.aborted || setSharing(found));
    return () => controller.abort();
  }, [open, project, live, ended]);
  return sharing;
}

async function findSharing(path: string, live: number | null, signal: AbortSignal): Promise<Sharing> {
  const file = await call("GET", `${path}/versions/${live}/files/app.json`, FileContent, { signal });
  const manifest = file.ok ? AppManifest.safeParse(parseJson(file.value.text)) : null;
  if (manifest?.data?.visibility !== "link") return { visibility: "members", url: null };
  const link = await call("POST", `${path}/previews/share`, ShareLink, { signal });
  return link.ok ? { visibility: "link", url: link.value.url } : { failure: link.failure };
}

function LinkToCopy({ url, onEnded }: { url: string; onEnded: () => void }) {
  const { project } = useWorkspace();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    const answer = await call("DELETE", `${projectPath(project)}/previews/share`, Ended);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    toast("Links given out so far open nothing any more. This is a new one.");
    onEnded();
  };
  return (
    <>
      <p>Anyone with this link can open the app. What they may see and change is set for each table.</p>
      <div className="mt-3 flex gap-2">
        <Input readOnly value={url} aria-label="Link to the app" onFocus={(event) => event.currentTarget.select()} />
        <CopyButton variant="primary" text={url} />
      </div>
      <p className="mt-4 text-muted">If it got into the wrong hands, end it: whoever has it is out at once, and you get another one.</p>
      {failure && <p className="mt-2 text-danger">{failureText(failure)}</p>}
      <Button variant="danger" className="mt-2" busy={busy} onClick={end}>
        End this link
      </Button>
    </>
  );
}

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
