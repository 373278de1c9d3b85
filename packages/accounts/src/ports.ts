/** Memberships as kept, and what accounts need of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Role } from "@edgewright/contracts";

/** `deletedAt`, in milliseconds since 1970: the organization is deleted, and can be brought back until it is purged. */
export type Membership = { organizationId: string; name: string; slug: string; role: Role; deletedAt: number | null };

export type ProjectException = { projectId: string; role: Role };

export type NewOrganization = { id: string; name: string; slug: string; memberId: string; userId: string; role: Role; createdAt: number };

export interface MembershipRecords {
  /** Memberships oldest first; those of deleted organizations too. A role the platform does not know gives no membership. */
  ofUser(userId: string): Promise<{ memberships: Membership[]; exceptions: ProjectException[] }>;
  /** An organization as its token sees it; null when it is gone. */
  ofToken(organizationId: string, role: Role): Promise<Membership | null>;
  /** One atomic write: the organization, its first member, the audit entry. False when the slug was taken; nothing was written then. */
  found(organization: NewOrganization, audit: AuditEntry): Promise<boolean>;
}
