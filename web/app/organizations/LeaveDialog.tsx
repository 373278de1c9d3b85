/** Asks once more before somebody leaves an organization. Used by its General settings and its list of members. */
import { call } from "../api/browser.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";

interface LeaveDialogProps {
  organization: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function LeaveDialog({ organization, open, onOpenChange }: LeaveDialogProps) {
  const leave = async () => {
    const left = await call("POST", `/api/orgs/${organization.id}/leave`, { body: {} });
    if (!left.ok) return left.error;
    // Loaded anew, so that nothing of it stays in sight.
    window.location.assign("/");
    return null;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Leave ${organization.name}?`}
      description="You lose its projects at once; what you made in them stays. To come back, somebody has to invite you."
      confirm="Leave"
      onConfirm={leave}
    />
  );
}
