/** An organization and its members as the API shows them. */
import { isPersonal, type MemberRecord, type OrganizationRecord, purgeTime } from "@edgewright/accounts";
import type { Member, Organization, Role } from "@edgewright/contracts";
import { iso } from "@edgewright/core";

export const organizationView = (organization: OrganizationRecord, role: Role): Organization => ({
  id: organization.id,
  name: organization.name,
  slug: organization.slug,
  role,
  personal: isPersonal(organization),
  createdAt: iso(organization.createdAt),
  deletedAt: organization.deletedAt === null ? null : iso(organization.deletedAt),
  purgeAt: organization.deletedAt === null ? null : iso(purgeTime(organization.deletedAt)),
  auditRetentionDays: organization.auditRetentionDays,
});

export const memberView = ({ organizationId: _, joinedAt, ...member }: MemberRecord): Member => ({ ...member, joinedAt: iso(joinedAt) });
