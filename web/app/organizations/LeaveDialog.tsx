/** Asks once more before somebody leaves an organization. Used by its General settings and its list of members. */
import { call } from "../api/browser.ts";
import { leaveFor } from "../api/leave.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";

interface LeaveDialogProps {
  organization: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}

export function LeaveDialog({ organization, open, onClose }: LeaveDialogProps) {
  const leave = async () => {
    const left = await call("POST", `/api/orgs/${organization.id}/leave`, { body: {} });
    // Loaded anew, so that nothing of it stays in sight.
    return left.ok ? leaveFor("/") : left.error;
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Leave ${organization.name}?`}
      description="You lose its projects at once; what you made in them stays. To come back, somebody has to invite you."
      action="Leave"
      onConfirm={leave}
    />
  );
}
