/** Makes invites, and hands on what became of them. Used by both ways to invite. */
import type { CreatedInvites, CreateInvites } from "@edgewright/contracts";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";

export interface InviteFormProps {
  path: string;
  onInvited: (created: CreatedInvites) => void;
  onClose: () => void;
}

export function useInvite({ path, onInvited }: Omit<InviteFormProps, "onClose">) {
  return async (body: CreateInvites): Promise<ApiFailure | null> => {
    const created = await call<CreatedInvites>("POST", path, { body, idempotencyKey: crypto.randomUUID() });
    if (!created.ok) return created.error;
    onInvited(created.value);
    return null;
  };
}
