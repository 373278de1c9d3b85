/** Organizations and their members as kept, and what accounts need of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Role } from "@edgewright/contracts";

export type OrganizationRecord = {
  id: string;
  name: string;
  slug: string;
  createdAt: number;
  deletedAt: number | null;
  auditRetentionDays: number | null;
};

export type OrganizationChange = Partial<Pick<OrganizationRecord, "name" | "slug" | "auditRetentionDays">>;

export interface OrganizationRecords {
  find(id: string): Promise<OrganizationRecord | null>;
  /** All of the person's, oldest membership first, deleted ones too. */
  ofUser(userId: string): Promise<(OrganizationRecord & { role: Role })[]>;
  update(id: string, change: OrganizationChange, audits: AuditEntry[]): Promise<"updated" | "slug_taken">;
  /** "refused": somebody else deleted it first. */
  remove(id: string, at: number, audit: AuditEntry): Promise<"written" | "refused">;
  /** "refused": it is not deleted, or was before `since`. */
  bringBack(id: string, since: number, audit: AuditEntry): Promise<"written" | "refused">;
  /** What the session works in from now on. */
  switchTo(sessionId: string, organizationId: string, audit: AuditEntry): Promise<void>;
}

export type MemberRecord = {
  id: string;
  organizationId: string;
  userId: string;
  name: string;
  email: string;
  image: string | null;
  twoFactor: boolean;
  role: Role;
  joinedAt: number;
  exceptions: { projectId: string; projectName: string; role: Role }[];
};

/** "refused": the member is gone, or has another role than `member` says. "last_admin": an organization keeps one administrator. Nothing was written. */
export type MemberWrite = "written" | "refused" | "last_admin";

export interface MemberRecords {
  /** Those who joined first come first. */
  list(organizationId: string, page: { limit: number; after: string | null }): Promise<MemberRecord[]>;
  find(organizationId: string, memberId: string): Promise<MemberRecord | null>;
  ofUser(organizationId: string, userId: string): Promise<MemberRecord | null>;
  setRole(member: MemberRecord, role: Role, audit: AuditEntry): Promise<MemberWrite>;
  /** With their roles on single projects. */
  remove(member: MemberRecord, audit: AuditEntry): Promise<MemberWrite>;
  /** Of these addresses, those of members. */
  addressesOf(organizationId: string, addresses: string[]): Promise<string[]>;
}
