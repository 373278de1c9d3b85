/** Keeps the project as it is now, with a note to know it by. */
import { CreateSnapshot, type Snapshot } from "@edgewright/contracts";
import { useState } from "react";
import { z } from "zod";
import { call } from "../../../api/browser.ts";
import { Button } from "../../../components/Button.tsx";
import { Field } from "../../../components/Field.tsx";
import { Input } from "../../../components/Input.tsx";
import { toast } from "../../../components/toast.ts";
import { FormDialog } from "../../../forms/FormDialog.tsx";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

const Note = z.object({ note: z.string().max(200, "At most 200 characters.") });

export function TakeSnapshot({ onTaken, primary = false }: { onTaken: () => void; primary?: boolean }) {
  const { project } = useWorkspace();
  const whyNot = useWhyNot("snapshot.create");
  const [open, setOpen] = useState(false);
  const take = async ({ note }: z.infer<typeof Note>) => {
    const body: CreateSnapshot = CreateSnapshot.parse(note.trim() === "" ? {} : { note });
    const taken = await call<Snapshot>("POST", projectPath(project, "/snapshots"), { body, idempotencyKey: crypto.randomUUID() });
    if (!taken.ok) return taken.error;
    toast.success("Snapshot taken");
    onTaken();
    return null;
  };
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
      <FormDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Take a snapshot"
        description="Keeps the code, the data and the settings as they are now, to go back to."
        schema={Note}
        initial={{ note: "" }}
        submit={take}
        action="Take snapshot"
      >
        {({ errorOf, bind }) => (
          <Field label="Note" error={errorOf("note")} hint="What you will know it by. It may stay empty.">
            <Input autoFocus placeholder="Before the new price list" {...bind("note")} />
          </Field>
        )}
      </FormDialog>
    </>
  );
}
