/** Asks for the password before something that weakens or shows how one signs in. Who has none only confirms. */
import type { ReactNode } from "react";
import { z } from "zod";
import { Password } from "../../account/schemas.ts";
import type { ApiFailure } from "../../api/answer.ts";
import { ApiFailureCard } from "../../components/ApiFailureCard.tsx";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";

interface PasswordDialogProps {
  title: string;
  description: ReactNode;
  confirm: string;
  danger?: boolean;
  hasPassword: boolean;
  onClose: () => void;
  /** Resolves to the failure, or to null; whoever opened the dialog closes it then. */
  onConfirm: (password: string | undefined) => Promise<ApiFailure | null>;
}

export const PasswordDialog = ({ title, description, onClose, ...form }: PasswordDialogProps) => (
  <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
    <PasswordForm onClose={onClose} {...form} />
  </Dialog>
);

function PasswordForm({ confirm, danger, hasPassword, onClose, onConfirm }: Omit<PasswordDialogProps, "title" | "description">) {
  const form = useForm({
    schema: z.object({ password: hasPassword ? Password : z.string() }),
    initial: { password: "" },
    submit: ({ password }) => onConfirm(hasPassword ? password : undefined),
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      {hasPassword && (
        <Field label="Your password" error={form.errorOf("password")}>
          <Input type="password" autoComplete="current-password" autoFocus {...form.bind("password")} />
        </Field>
      )}
      {form.failure && !form.failure.fields && <ApiFailureCard failure={form.failure} className="mt-3" />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={form.busy}>
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
