/**
 * The dialog that asks for something and sends it off. It says what is wrong beside each field and what is wrong as a
 * whole under them, keeps what was typed when it is refused, and closes once it is done.
 */
import type { ReactNode } from "react";
import { ApiFailureCard } from "../components/ApiFailureCard.tsx";
import { Button } from "../components/Button.tsx";
import { Dialog, DialogActions, type DialogProps } from "../components/Dialog.tsx";
import { type Form, type FormOptions, useForm } from "./use-form.ts";

interface DialogFormProps<Values extends Record<string, unknown>> extends FormOptions<Values> {
  /** The verb, such as "Rename". */
  action: string;
  /** What it does cannot be undone. */
  danger?: boolean;
  cancel?: string;
  /** Why this person may only look. */
  locked?: string | null;
  /** Why it cannot be sent as it is. */
  whyNot?: (form: Form<Values>) => string | false | null;
  onCancel: () => void;
  /** The fields. */
  children?: (form: Form<Values>) => ReactNode;
}

interface FormDialogProps<Values extends Record<string, unknown>>
  extends Omit<DialogFormProps<Values>, "onCancel">,
    Pick<DialogProps, "open" | "title" | "description" | "size"> {
  onClose: () => void;
}

export function FormDialog<Values extends Record<string, unknown>>({
  open,
  onClose,
  title,
  description,
  size,
  submit,
  ...form
}: FormDialogProps<Values>) {
  const closeAfter = async (values: Values) => {
    const failure = await submit(values);
    if (!failure) onClose();
    return failure;
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={title} description={description} size={size}>
      <DialogForm {...form} submit={closeAfter} onCancel={onClose} />
    </Dialog>
  );
}

/** What is in it, for a dialog that loads first, or that goes on to show what came of it. */
export function DialogForm<Values extends Record<string, unknown>>({
  action,
  danger = false,
  cancel = "Cancel",
  locked = null,
  whyNot,
  onCancel,
  children,
  ...options
}: DialogFormProps<Values>) {
  const form = useForm(options);
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <div className="flex flex-col gap-4">
        {locked !== null && <p className="rounded-control bg-text/4 px-3 py-2 text-muted">{locked}</p>}
        {children?.(form)}
        {form.failure && <ApiFailureCard failure={form.failure} />}
      </div>
      <DialogActions>
        <Button onClick={onCancel}>{locked === null ? cancel : "Close"}</Button>
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={form.busy} disabledReason={locked ?? whyNot?.(form)}>
          {action}
        </Button>
      </DialogActions>
    </form>
  );
}

/** For `whyNot` of a form about what is there already. */
export const unchanged = ({ changed }: { changed: boolean }) => !changed && "Nothing has changed.";
