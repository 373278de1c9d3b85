/** Asks once more before something that cannot be undone. Says what is lost, and stays open with the reason when it fails. */
import { type ReactNode, useState } from "react";
import type { ApiFailure } from "../api/answer.ts";
import { ApiFailureCard } from "./ApiFailureCard.tsx";
import { Button } from "./Button.tsx";
import { Dialog, DialogActions } from "./Dialog.tsx";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** The verb, such as "Revoke token". */
  confirm: string;
  /** Resolves to the failure, or to null when it is done; the dialog closes then. */
  onConfirm: () => Promise<ApiFailure | null>;
}

export function ConfirmDialog({ open, onOpenChange, title, description, confirm, onConfirm }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const change = (next: boolean) => {
    setFailure(null);
    onOpenChange(next);
  };
  const go = async () => {
    setBusy(true);
    const refused = await onConfirm();
    setBusy(false);
    if (refused) setFailure(refused);
    else change(false);
  };
  return (
    <Dialog open={open} onOpenChange={change} title={title} description={description}>
      {failure && <ApiFailureCard failure={failure} />}
      <DialogActions>
        <Button onClick={() => change(false)}>Cancel</Button>
        <Button variant="danger" busy={busy} onClick={() => void go()}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
