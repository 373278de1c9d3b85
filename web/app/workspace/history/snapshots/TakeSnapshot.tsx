/** Keeps the project as it is now, with a note to know it by. */
import { CreateSnapshot, type Snapshot } from "@edgewright/contracts";
import { useState } from "react";
import { z } from "zod";
import { call } from "../../../api/browser.ts";
import { Button } from "../../../components/Button.tsx";
import { Dialog, DialogActions } from "../../../components/Dialog.tsx";
import { FailureCard } from "../../../components/FailureCard.tsx";
import { Field } from "../../../components/Field.tsx";
import { Input } from "../../../components/Input.tsx";
import { toast } from "../../../components/toast.ts";
import { useForm } from "../../../forms/use-form.ts";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

export function TakeSnapshot({ onTaken, primary = false }: { onTaken: () => void; primary?: boolean }) {
  const whyNot = useWhyNot("snapshot.create");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size={primary ? "md" : "sm"}
        variant={primary ? "primary" : "secondary"}
        disabledReason={whyNot}
        onClick={() => setOpen(true)}
      >
        Take snapshot
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Take a snapshot"
        description="Keeps the code, the data and the settings as they are now, to go back to."
      >
        <NoteForm
          onClose={() => setOpen(false)}
          onTaken={() => {
            setOpen(false);
            onTaken();
          }}
        />
      </Dialog>
    </>
  );
}

const Note = z.object({ note: z.string().max(200, "At most 200 characters.") });

function NoteForm({ onClose, onTaken }: { onClose: () => void; onTaken: () => void }) {
  const { project } = useWorkspace();
  const form = useForm({
    schema: Note,
    initial: { note: "" },
    submit: async ({ note }) => {
      const body: CreateSnapshot = CreateSnapshot.parse(note.trim() === "" ? {} : { note });
      const taken = await call<Snapshot>("POST", projectPath(project, "/snapshots"), { body, idempotencyKey: crypto.randomUUID() });
      if (!taken.ok) return taken.error;
      toast.success("Snapshot taken");
      onTaken();
      return null;
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Field label="Note" error={form.errorOf("note")} hint="What you will know it by. It may stay empty.">
        <Input autoFocus placeholder="Before the new price list" {...form.bind("note")} />
      </Field>
      {form.failure && !form.failure.fields && (
        <FailureCard title={form.failure.message} className="mt-3">
          {form.failure.next}
        </FailureCard>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={form.busy}>
          Take snapshot
        </Button>
      </DialogActions>
    </form>
  );
}
