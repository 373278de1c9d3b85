import { DataError } from "@edgewright/app-kit";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Allowed, useHasEnded, useMayWrite } from "../lib/access";
import { notices } from "../lib/notices";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

type Props = Allowed & {
  title: string;
  /** The title for whoever may only look. */
  readOnlyTitle?: string;
  form: { busy: boolean; uploading: boolean; problem: string | null };
  onSubmit: (event: FormEvent) => Promise<boolean>;
  /** Resolves with the way back. `revision` is given once it is another than when the dialog was opened. */
  onDelete?: (revision?: number) => Promise<() => Promise<unknown>>;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog, which closes once it has been saved. Whoever may not change it sees the values; what was typed before that ended stays. */
export function FormDialog({ title, readOnlyTitle = title, form, onSubmit, onDelete, onClose, children, may }: Props) {
  const mayWrite = useMayWrite(may);
  const mayDelete = useMayWrite();
  const hasEnded = useHasEnded(mayWrite);
  const submit = async (event: FormEvent) => {
    if (await onSubmit(event)) onClose();
  };
  const { remove, deleting, refused } = useDelete(onDelete, onClose);

  return (
    <Dialog title={mayWrite || hasEnded ? title : readOnlyTitle} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <fieldset disabled={!mayWrite && !hasEnded} className="flex max-h-[65dvh] flex-col gap-4 overflow-y-auto p-5">
          {children}
        </fieldset>
        {hasEnded && (
          <p role="alert" className="px-5 pb-3 text-danger">
            You may not change this any more. What you typed is still here, and can be copied; it cannot be saved.
          </p>
        )}
        {form.problem && !hasEnded && (
          <p role="alert" className="px-5 pb-3 text-danger">
            {form.problem}
          </p>
        )}
        {refused && (
          <p role="alert" className="px-5 pb-3 text-danger">
            {refused.message}
          </p>
        )}
        <footer className="flex items-center gap-2 border-t border-border px-5 py-3.5">
          {onDelete && mayDelete && (
            <Button variant="danger" disabled={deleting} onClick={remove}>
              {refused?.row ? "Delete anyway" : "Delete"}
            </Button>
          )}
          <span className="flex-1" />
          <Button variant="secondary" onClick={onClose}>
            {mayWrite ? "Cancel" : "Close"}
          </Button>
          {mayWrite && (
            <Button type="submit" disabled={form.busy}>
              {form.uploading ? "Uploading…" : form.busy ? "Saving…" : "Save"}
            </Button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

/** Nobody is asked before, since a press brings it back after. What someone else has changed meanwhile takes a second one. */
function useDelete(onDelete: Props["onDelete"], onDeleted: () => void) {
  const [deleting, setDeleting] = useState(false);
  const [refused, setRefused] = useState<DataError | null>(null);
  const remove = async () => {
    if (!onDelete) return;
    setDeleting(true);
    try {
      const undo = await onDelete(refused?.row?.revision);
      notices.show({ text: "Deleted.", action: { label: "Undo", act: undo }, passes: true });
      onDeleted();
    } catch (error) {
      setRefused(error instanceof DataError ? error : new DataError("It could not be deleted. Try again."));
      setDeleting(false);
    }
  };
  return { remove, deleting, refused };
}
