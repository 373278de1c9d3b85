/** Memberships as kept, and what accounts need of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Role } from "@edgewright/contracts";

export type Membership = { organizationId: string; name: string; slug: string; role: Role };

export type NewOrganization = { id: string; name: string; slug: string; memberId: string; userId: string; role: Role; createdAt: number };

export interface MembershipRecords {
  /** Oldest first. A role the platform does not know gives no membership. */
  ofUser(userId: string): Promise<Membership[]>;
  /** One atomic write: the organization, its first member, the audit entry. False when the slug was taken; nothing was written then. */
  found(organization: NewOrganization, audit: AuditEntry): Promise<boolean>;
}
