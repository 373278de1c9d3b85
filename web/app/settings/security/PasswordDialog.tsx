/** Asks for the password before something that weakens or shows how one signs in. Who has none only confirms. */
import type { ReactNode } from "react";
import { z } from "zod";
import { Password } from "../../account/schemas.ts";
import type { ApiFailure } from "../../api/answer.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { DialogForm } from "../../forms/FormDialog.tsx";

interface PasswordDialogProps {
  title: string;
  description: ReactNode;
  action: string;
  danger?: boolean;
  hasPassword: boolean;
  onClose: () => void;
  /** Resolves to the failure, or to null; whoever opened the dialog goes on from there. */
  onConfirm: (password: string | undefined) => Promise<ApiFailure | null>;
}

export const PasswordDialog = ({ title, description, hasPassword, onClose, onConfirm, ...form }: PasswordDialogProps) => (
  <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
    <DialogForm
      {...form}
      schema={z.object({ password: hasPassword ? Password : z.string() })}
      initial={{ password: "" }}
      submit={({ password }) => onConfirm(hasPassword ? password : undefined)}
      onCancel={onClose}
    >
      {({ errorOf, bind }) =>
        hasPassword && (
          <Field label="Your password" error={errorOf("password")}>
            <Input type="password" autoComplete="current-password" autoFocus {...bind("password")} />
          </Field>
        )
      }
    </DialogForm>
  </Dialog>
);
