/** Invitations as kept, and what accounts need of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Role } from "@edgewright/contracts";

export type InviteRecord = {
  id: string;
  organizationId: string;
  /** In its normal form; null: by link. */
  email: string | null;
  role: Role;
  status: "open" | "accepted" | "revoked";
  secretHash: string;
  uses: number;
  expiresAt: number;
  createdAt: number;
  createdBy: string;
  createdByName: string;
};

/** An invitation with what it is to. */
export type InviteOfSecret = InviteRecord & { organization: { id: string; name: string; slug: string; deletedAt: number | null } };

export type Renewal = Pick<InviteRecord, "role" | "secretHash" | "expiresAt" | "createdBy" | "createdByName">;

export type Acceptance = {
  invite: InviteRecord;
  now: number;
  memberId: string;
  userId: string;
  /** The address of the account, as it is kept there; of an invitation by mail, it must still be that. */
  email: string;
  /** Also confirms that address. */
  confirms: AuditEntry | null;
  accepted: AuditEntry;
  joined: AuditEntry;
};

export interface InviteRecords {
  /** The open ones, newest first; those that have expired too. */
  list(organizationId: string, page: { limit: number; before: string | null }): Promise<InviteRecord[]>;
  find(organizationId: string, id: string): Promise<InviteRecord | null>;
  bySecret(hashes: string[]): Promise<InviteOfSecret | null>;
  /** Open invitations of these addresses. */
  openOf(organizationId: string, addresses: string[]): Promise<InviteRecord[]>;
  /** "taken": one of the addresses was invited meanwhile, or one of the invitations used. Nothing was written then. */
  write(
    added: { invite: InviteRecord; audit: AuditEntry }[],
    renewed: { id: string; renewal: Renewal; audit: AuditEntry }[],
  ): Promise<"written" | "taken">;
  /** "refused": it is not open any more. */
  renew(id: string, renewal: Pick<Renewal, "secretHash" | "expiresAt">, audit: AuditEntry): Promise<"written" | "refused">;
  revoke(id: string, audit: AuditEntry): Promise<"written" | "refused">;
  /** One atomic write. "refused": the invitation is not open, has expired or was sent anew, or the organization is gone. "member": is one already. */
  accept(acceptance: Acceptance): Promise<"joined" | "refused" | "member">;
}
