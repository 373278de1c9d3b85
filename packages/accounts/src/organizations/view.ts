/** An organization and its members as the API shows them. */
import type { Member, Organization, Role } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import { isPersonal } from "../personal-organization.ts";
import { purgeTime } from "./lifecycle.ts";
import type { MemberRecord, OrganizationRecord } from "./ports.ts";

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
