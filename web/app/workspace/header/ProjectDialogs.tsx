/** The project's settings, its people, its name and address, and its deletion. */
import type { Project } from "@edgewright/contracts";
import { useNavigate } from "react-router";
import { z } from "zod";
import { call } from "../../api/browser.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { toast } from "../../components/toast.ts";
import { FormDialog, unchanged } from "../../forms/FormDialog.tsx";
import { ofSlug } from "../../forms/slug-failure.ts";
import { EnvironmentDialog } from "../environment/EnvironmentDialog.tsx";
import { AppRolesDialog } from "../people/AppRolesDialog.tsx";
import { PeopleDialog } from "../people/PeopleDialog.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { HostsDialog } from "./HostsDialog.tsx";
import { openProjectDialog, useProjectDialog } from "./project-dialogs.ts";
import { SettingsDialog } from "./SettingsDialog.tsx";

const close = () => openProjectDialog(null);

export default function ProjectDialogs() {
  const open = useProjectDialog();
  return (
    <>
      <SettingsDialog open={open === "settings"} onClose={close} />
      <HostsDialog open={open === "hosts"} onClose={close} />
      <PeopleDialog open={open === "people"} onClose={close} />
      <AppRolesDialog open={open === "appRoles"} onClose={close} />
      <EnvironmentDialog
        open={open === "environment" || open === "production"}
        first={open === "production" ? "production" : "preview"}
        onClose={close}
      />
      <NameDialog open={open === "name"} />
      <DeleteDialog open={open === "delete"} />
    </>
  );
}

const Values = z.object({
  name: z.string().trim().min(1, "Enter a name.").max(80, "At most 80 characters."),
  slug: z.string().trim().min(1, "Enter an address."),
});

function NameDialog({ open }: { open: boolean }) {
  const { project, refresh } = useWorkspace();
  const navigate = useNavigate();
  const save = async (values: z.infer<typeof Values>) => {
    const saved = await call<Project>("PATCH", projectPath(project), { body: values });
    if (!saved.ok) return ofSlug(saved.error);
    if (saved.value.slug === project.slug) refresh();
    else void navigate({ pathname: `/projects/${saved.value.slug}`, search: location.search }, { replace: true });
    return null;
  };
  return (
    <FormDialog
      open={open}
      onClose={close}
      title="Name and address"
      schema={Values}
      initial={{ name: project.name, slug: project.slug }}
      submit={save}
      action="Save"
      whyNot={unchanged}
    >
      {({ errorOf, bind }) => (
        <>
          <Field label="Name" error={errorOf("name")}>
            <Input autoComplete="off" {...bind("name")} />
          </Field>
          <Field label="Address" hint="Part of the app's own address. Links to the old one stop working." error={errorOf("slug")}>
            <Input spellCheck={false} autoComplete="off" className="font-mono text-sm" {...bind("slug")} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function DeleteDialog({ open }: { open: boolean }) {
  const { project } = useWorkspace();
  const navigate = useNavigate();
  const remove = async () => {
    const removed = await call("DELETE", projectPath(project));
    if (!removed.ok) return removed.error;
    await navigate("/");
    toast(`${project.name} was deleted.`, { action: { label: "Undo", onClick: () => void undelete() } });
    return null;
  };
  const undelete = async () => {
    const restored = await call("POST", projectPath(project, "/undelete"));
    if (restored.ok) void navigate(`/projects/${project.slug}`);
    else toast.failure(restored.error);
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title="Delete the project"
      description={
        <>
          The app at <span className="font-mono text-sm">{project.slug}</span> goes offline, with its code, its versions and its data. What
          is at work stops. “Deleted projects” on the start page has it, and restores it.
        </>
      }
      action={`Delete ${project.name}`}
      onConfirm={remove}
    />
  );
}
