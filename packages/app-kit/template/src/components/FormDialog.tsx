import { DataError } from "@edgewright/app-kit";
import { type FormEvent, type ReactNode, useState } from "react";
import { useMayWrite } from "../lib/access";
import { cn } from "../lib/cn";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

type Props = {
  title: string;
  /** The title for whoever may only look. */
  readOnlyTitle?: string;
  form: { busy: boolean; problem: string | null };
  onSubmit: (event: FormEvent) => Promise<boolean>;
  /** `revision` is given once it is another than when the dialog was opened. */
  onDelete?: (revision?: number) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog, which closes once it has been saved. Whoever may only look sees the values. */
export function FormDialog({ title, readOnlyTitle = title, form, onSubmit, onDelete, onClose, children }: Props) {
  const mayWrite = useMayWrite();
  const submit = async (event: FormEvent) => {
    if (await onSubmit(event)) onClose();
  };
  const [deleting, setDeleting] = useState(false);

  return (
    <Dialog title={mayWrite ? title : readOnlyTitle} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <fieldset disabled={!mayWrite} className="flex max-h-[65dvh] flex-col gap-4 overflow-y-auto p-5">
          {children}
        </fieldset>
        {form.problem && (
          <p role="alert" className="px-5 pb-3 text-danger">
            {form.problem}
          </p>
        )}
        {deleting && onDelete && mayWrite ? (
          <DeleteQuestion onDelete={onDelete} onDeleted={onClose} onKeep={() => setDeleting(false)} />
        ) : (
          <footer className="flex items-center gap-2 border-t border-border px-5 py-3.5">
            {onDelete && mayWrite && (
              <Button variant="danger" onClick={() => setDeleting(true)}>
                Delete
              </Button>
            )}
            <span className="flex-1" />
            <Button variant="secondary" onClick={onClose}>
              {mayWrite ? "Cancel" : "Close"}
            </Button>
            {mayWrite && (
              <Button type="submit" disabled={form.busy}>
                {form.busy ? "Saving…" : "Save"}
              </Button>
            )}
          </footer>
        )}
      </form>
    </Dialog>
  );
}

type DeleteProps = { onDelete: (revision?: number) => Promise<unknown>; onDeleted: () => void; onKeep: () => void };

/** Stands where the form's buttons were, until it is answered. */
function DeleteQuestion({ onDelete, onDeleted, onKeep }: DeleteProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<DataError | null>(null);
  const remove = async () => {
    setBusy(true);
    try {
      await onDelete(refused?.row?.revision);
      onDeleted();
    } catch (error) {
      setRefused(error instanceof DataError ? error : new DataError("It could not be deleted. Try again."));
      setBusy(false);
    }
  };

  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-border px-5 py-3.5">
      <p role="alert" className={cn("min-w-48 flex-1", refused && "text-danger")}>
        {refused?.message ?? "Delete this for everyone? It cannot be undone."}
      </p>
      <Button variant="secondary" autoFocus onClick={onKeep}>
        Keep it
      </Button>
      <Button variant="danger" disabled={busy} onClick={remove}>
        {refused?.row ? "Delete anyway" : "Delete"}
      </Button>
    </footer>
  );
}
