/** Asks once more before a member is removed. */
import type { Member } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { toast } from "../../components/toast.ts";

interface RemoveMemberProps {
  path: string;
  /** null: nobody is asked about. */
  member: Member | null;
  organization: string;
  onClose: () => void;
  onRemoved: (member: Member) => void;
}

export function RemoveMember({ path, member, organization, onClose, onRemoved }: RemoveMemberProps) {
  const remove = async () => {
    if (!member) return null;
    const removed = await call("DELETE", `${path}/${member.id}`);
    if (!removed.ok) return removed.error;
    onRemoved(member);
    toast.success(`${member.name} is no longer in ${organization}`);
    return null;
  };
  return (
    <ConfirmDialog
      open={member !== null}
      onClose={onClose}
      title={`Remove ${member?.name ?? ""}?`}
      description={`They lose sight of ${organization} at once, on every device. What they made stays.`}
      action="Remove"
      onConfirm={remove}
    />
  );
}
