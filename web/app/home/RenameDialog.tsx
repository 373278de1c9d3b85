/** Gives a project another name. Its address stays. */
import type { Project } from "@edgewright/contracts";
import { z } from "zod";
import type { ApiFailure } from "../api/answer.ts";
import { Button } from "../components/Button.tsx";
import { Dialog, DialogActions } from "../components/Dialog.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";

const Rename = z.object({ name: z.string().trim().min(1, "Enter a name.").max(80, "At most 80 characters.") });

interface RenameDialogProps {
  project: Project | null;
  onClose: () => void;
  onRename: (project: Project, name: string) => Promise<ApiFailure | null>;
}

export const RenameDialog = ({ project, onClose, onRename }: RenameDialogProps) => (
  <Dialog
    open={project !== null}
    onOpenChange={(open) => !open && onClose()}
    title="Rename project"
    description="Its address stays the same."
  >
    {project && <RenameForm key={project.id} project={project} onClose={onClose} onRename={onRename} />}
  </Dialog>
);

function RenameForm({ project, onClose, onRename }: RenameDialogProps & { project: Project }) {
  const form = useForm({
    schema: Rename,
    initial: { name: project.name },
    submit: async ({ name }) => {
      const failure = await onRename(project, name.trim());
      if (!failure) onClose();
      return failure;
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Field label="Name" error={form.errorOf("name")}>
        <Input autoFocus onFocus={(event) => event.currentTarget.select()} {...form.bind("name")} />
      </Field>
      {form.failure && !form.failure.fields && <FailureCard title={form.failure.message} className="mt-3" />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={form.busy}>
          Rename
        </Button>
      </DialogActions>
    </form>
  );
}
