/** The outside hosts an app's page may use: what the live version asks for, which of it a person has confirmed. */
import { type AppHosts, HOST_KINDS, type HostKind, type ProjectHosts, unconfirmed } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { useLoad } from "../../api/use-load.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { toast } from "../../components/toast.ts";
import { DialogForm } from "../../forms/FormDialog.tsx";
import { PeopleSkeleton } from "../../organizations/PeopleSkeleton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export const HostsDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog
    open={open}
    onOpenChange={onClose}
    title="Outside hosts"
    description="What the app's page may exchange with other sites. The app asks; an admin decides."
    size="wide"
  >
    <Hosts onClose={onClose} />
  </Dialog>
);

function Hosts({ onClose }: { onClose: () => void }) {
  const { project } = useWorkspace();
  const path = projectPath(project, "/hosts");
  const { answer, reload } = useLoad<ProjectHosts>(path);
  if (!answer) return <PeopleSkeleton />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} />;
  return <HostsForm hosts={answer.value} path={path} onClose={onClose} />;
}

const PURPOSE: Record<HostKind, string> = {
  connect: "Exchange data with",
  image: "Show pictures from",
  frame: "Show pages of",
  media: "Play sound and video from",
  font: "Load fonts from",
};

function HostsForm({ hosts: { asked, confirmed }, path, onClose }: { hosts: ProjectHosts; path: string; onClose: () => void }) {
  const { refresh } = useWorkspace();
  const notAllowed = useWhyNot("project.hosts.update");
  const rows = HOST_KINDS.flatMap((kind) =>
    [...new Set([...(asked[kind] ?? []), ...(confirmed[kind] ?? [])])].map((host) => ({ kind, host })),
  );
  const save = async (hosts: AppHosts) => {
    const saved = await call<ProjectHosts>("PUT", path, { body: { hosts } });
    if (!saved.ok) return saved.error;
    toast.success("Hosts saved. They hold from the preview's next load.");
    refresh();
    onClose();
    return null;
  };
  if (rows.length === 0)
    return (
      <p className="text-muted">
        The live version asks for none, so its page talks to nobody but itself. Say in the chat what it should reach, and the agent asks for
        it here.
      </p>
    );
  return (
    <DialogForm
      initial={{ hosts: confirmed }}
      submit={({ hosts }) => save(hosts)}
      action="Save"
      locked={notAllowed}
      whyNot={({ values: { hosts } }) => sameHosts(hosts, confirmed) && "Nothing has changed."}
      onCancel={onClose}
    >
      {({ values: { hosts }, set }) =>
        HOST_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map((kind) => (
          <fieldset key={kind}>
            <legend className="pb-1 font-semibold">{PURPOSE[kind]}</legend>
            {rows
              .filter((row) => row.kind === kind)
              .map(({ host }) => (
                <Checkbox
                  key={host}
                  checked={hosts[kind]?.includes(host) ?? false}
                  onChange={(on) => set({ hosts: withHost(hosts, kind, host, on) })}
                  disabled={notAllowed !== null}
                >
                  <span className="font-mono text-sm">{host === "*" ? "any site" : host}</span>
                  {!asked[kind]?.includes(host) && <span className="text-muted"> · no longer asked for</span>}
                </Checkbox>
              ))}
          </fieldset>
        ))
      }
    </DialogForm>
  );
}

const sameHosts = (one: AppHosts, other: AppHosts) =>
  Object.keys(unconfirmed(one, other)).length === 0 && Object.keys(unconfirmed(other, one)).length === 0;

function withHost(hosts: AppHosts, kind: HostKind, host: string, on: boolean): AppHosts {
  const others = (hosts[kind] ?? []).filter((known) => known !== host);
  return { ...hosts, [kind]: on ? [...others, host] : others };
}
