/** The project's settings, its people, its name and address, and its deletion. */
import type { Project } from "@edgewright/contracts";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { toast } from "../../components/toast.ts";
import { failureText } from "../actions.ts";
import { PeopleDialog } from "../people/PeopleDialog.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { HostsDialog } from "./HostsDialog.tsx";
import { openProjectDialog, useProjectDialog } from "./project-dialogs.ts";
import { SettingsForm } from "./SettingsForm.tsx";

const close = () => openProjectDialog(null);

export default function ProjectDialogs() {
  const open = useProjectDialog();
  return (
    <>
      <Dialog
        open={open === "settings"}
        onOpenChange={close}
        title="Project settings"
        description="How the agent works in this project."
        size="wide"
      >
        <SettingsForm onClose={close} />
      </Dialog>
      <HostsDialog open={open === "hosts"} onClose={close} />
      <PeopleDialog open={open === "people"} onClose={close} />
      <Dialog open={open === "name"} onOpenChange={close} title="Name and address">
        <NameForm />
      </Dialog>
      <Dialog open={open === "delete"} onOpenChange={close} title="Delete the project">
        <DeleteForm />
      </Dialog>
    </>
  );
}

function NameForm() {
  const { project, refresh } = useWorkspace();
  const navigate = useNavigate();
  const [name, setName] = useState(project.name);
  const [slug, setSlug] = useState(project.slug);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const saved = await call<Project>("PATCH", projectPath(project), { body: { name, slug } });
    setBusy(false);
    if (!saved.ok) return setFailure(saved.error);
    close();
    if (saved.value.slug === project.slug) refresh();
    else void navigate({ pathname: `/projects/${saved.value.slug}`, search: location.search }, { replace: true });
  };
  const aboutSlug = failure?.code === "slug_taken" || failure?.fields?.slug !== undefined;
  return (
    <form onSubmit={submit} className="space-y-4">
      <Field label="Name" name="name" error={failure?.fields?.name}>
        <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} required />
      </Field>
      <Field
        label="Address"
        name="slug"
        hint="Part of the app's own address. Links to the old one stop working."
        error={aboutSlug && failure ? failureText(failure) : null}
      >
        <Input value={slug} onChange={(event) => setSlug(event.target.value)} spellCheck={false} required className="font-mono text-sm" />
      </Field>
      {failure && !aboutSlug && !failure.fields?.name && <p className="text-sm text-danger">{failureText(failure)}</p>}
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button variant="primary" type="submit" busy={busy}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}

function DeleteForm() {
  const { project } = useWorkspace();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const removed = await call("DELETE", projectPath(project));
    setBusy(false);
    if (!removed.ok) return void toast.error(failureText(removed.error));
    close();
    await navigate("/");
    toast(`${project.name} was deleted.`, { action: { label: "Undo", onClick: () => void undelete() } });
  };
  const undelete = async () => {
    const restored = await call("POST", projectPath(project, "/undelete"));
    if (restored.ok) void navigate(`/projects/${project.slug}`);
    else toast.error(failureText(restored.error));
  };
  return (
    <>
      <p>
        The app at <span className="font-mono text-sm">{project.slug}</span> goes offline, with its code, its versions and its data. What is
        at work stops.
      </p>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button variant="danger" busy={busy} onClick={remove}>
          Delete {project.name}
        </Button>
      </DialogActions>
    </>
  );
}
