/** Who may open the app, and the link that lets anyone in when its app.json allows that. */
import { AppManifest, type FileContent, type ShareLink } from "@edgewright/contracts";
import type { Answer, ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Input } from "../../components/Input.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { toast } from "../../components/toast.ts";
import { useSend } from "../actions.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

/** `url` null: it is for members only. */
type Sharing = { url: string | null } | { failure: ApiFailure };

export default function ShareDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { sharing, again } = useSharing(open);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Share the app">
      {!sharing ? (
        <div className="space-y-2">
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-8" />
        </div>
      ) : "failure" in sharing ? (
        <FailureNote failure={sharing.failure} />
      ) : sharing.url !== null ? (
        <LinkToCopy url={sharing.url} onEnded={again} />
      ) : (
        <MembersOnly onAsked={() => onOpenChange(false)} />
      )}
    </Dialog>
  );
}

/** Asked for each time the dialog opens, since the app's own files decide, and again once a link was ended. */
function useSharing(open: boolean): { sharing: Sharing | null; again: () => void } {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const manifest = useLoad<FileContent>(open ? projectPath(project, `/versions/${live}/files/app.json`) : null);
  const byLink = manifest.answer?.ok === true && visibilityIn(manifest.answer.value) === "link";
  const link = useLoad<ShareLink>(byLink ? projectPath(project, "/previews/share") : null, { body: {} });
  return { sharing: manifest.answer && sharingOf(manifest.answer, byLink, link.answer), again: link.reload };
}

function sharingOf(manifest: Answer<FileContent>, byLink: boolean, link: Answer<ShareLink> | null): Sharing | null {
  if (byLink) return link && (link.ok ? { url: link.value.url } : { failure: link.error });
  // An app without the file is for members; of one whose file was not read nothing is known.
  return manifest.ok || manifest.error.status === 404 ? { url: null } : { failure: manifest.error };
}

const visibilityIn = (file: FileContent) => AppManifest.safeParse(parseJson(file.text ?? "")).data?.visibility;

function LinkToCopy({ url, onEnded }: { url: string; onEnded: () => void }) {
  const { project } = useWorkspace();
  const {
    busy,
    failure,
    run: end,
  } = useAction(async () => {
    const answer = await call("DELETE", `${projectPath(project)}/previews/share`);
    if (!answer.ok) return answer.error;
    toast("Links given out so far open nothing any more. This is a new one.");
    onEnded();
    return null;
  });
  return (
    <>
      <p>Anyone with this link can open the app. What they may see and change is set for each table.</p>
      <div className="mt-3 flex gap-2">
        <Input readOnly value={url} aria-label="Link to the app" onFocus={(event) => event.currentTarget.select()} />
        <CopyButton variant="primary" text={url} />
      </div>
      <p className="mt-4 text-muted">If it got into the wrong hands, end it: whoever has it is out at once, and you get another one.</p>
      <FailureNote failure={failure} className="mt-2" />
      <Button variant="danger" className="mt-2" busy={busy} onClick={end}>
        End this link
      </Button>
    </>
  );
}

function MembersOnly({ onAsked }: { onAsked: () => void }) {
  const send = useSend();
  const {
    busy,
    failure,
    run: ask,
  } = useAction(async () => {
    const refused = await send("Let anyone with the link open this app.");
    if (!refused) onAsked();
    return refused;
  });
  return (
    <>
      <p>Only members of your organization can open this app, from its workspace.</p>
      <p className="mt-2 text-muted">The agent can open it to everybody who has the link.</p>
      <FailureNote failure={failure} className="mt-2" />
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
