/** Asks once more before something that cannot be undone. Says what is lost, and stays open with the reason when it fails. */
import type { ReactNode } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { FormDialog } from "../forms/FormDialog.tsx";

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description: ReactNode;
  /** The verb, such as "Revoke token". */
  action: string;
  cancel?: string;
  /** Resolves to the failure, or to null when it is done; the dialog closes then. */
  onConfirm: () => Promise<ApiFailure | null>;
}

export const ConfirmDialog = ({ onConfirm, ...dialog }: ConfirmDialogProps) => (
  <FormDialog {...dialog} danger initial={{}} submit={onConfirm} />
);
