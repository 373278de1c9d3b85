/** An organization from its making to its end. Deleting is soft: for ORGANIZATION_GRACE_DAYS it can be brought back. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { ORGANIZATION_GRACE_DAYS, type Outcome, type UpdateOrganization } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import { parseSlug, slugCandidate, slugFromName, slugTaken } from "@edgewright/projects";
import { isPersonal } from "../personal-organization.ts";
import type { MembershipRecords } from "../ports.ts";
import type { OrganizationRecord, OrganizationRecords } from "./ports.ts";

export type OrganizationDeps = {
  organizations: OrganizationRecords;
  memberships: MembershipRecords;
  clock: Clock;
  /** A few random letters and digits. */
  uniqueSuffix(): string;
};

const ATTEMPTS = 20;
export const GRACE_MS = ORGANIZATION_GRACE_DAYS * 24 * 3600 * 1000;

/** When a deleted organization ends for good. */
export const purgeTime = (deletedAt: number): number => deletedAt + GRACE_MS;

/** Its maker is its first administrator. */
export async function createOrganization(
  deps: OrganizationDeps,
  input: { name: string; userId: string; origin: Origin },
): Promise<Outcome<OrganizationRecord>> {
  const { name, userId, origin } = input;
  const base = slugFromName(name);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const slug = slugCandidate(isPersonal({ slug: base }) ? `the-${base}` : base, attempt, deps.uniqueSuffix);
    const createdAt = deps.clock.now();
    const id = newId("org");
    const what = { scope: id, projectId: null, action: "organization.created" as const, subject: id, after: { name, slug } };
    const made = { id, name, slug, memberId: newId("mem"), userId, role: "admin" as const, createdAt };
    if (await deps.memberships.found(made, auditEntry(deps.clock, origin, what)))
      return ok({ id, name, slug, createdAt, deletedAt: null, auditRetentionDays: null });
  }
  return slugTaken(base);
}

export async function updateOrganization(
  deps: Pick<OrganizationDeps, "organizations" | "clock">,
  before: OrganizationRecord,
  change: UpdateOrganization,
  origin: Origin,
): Promise<Outcome<OrganizationRecord>> {
  const slug = change.slug === undefined || change.slug === before.slug ? ok(before.slug) : newSlug(before, change.slug);
  if (!slug.ok) return slug;
  const after = { ...before, ...change, slug: slug.value };
  const line = { scope: before.id, projectId: null, subject: before.id };
  const audits = [];
  if (after.name !== before.name || after.slug !== before.slug) {
    const [was, is] = [before, after].map(({ name, slug }) => ({ name, slug }));
    audits.push(auditEntry(deps.clock, origin, { ...line, action: "organization.updated", before: was, after: is }));
  }
  if (after.auditRetentionDays !== before.auditRetentionDays) {
    const [was, is] = [before, after].map(({ auditRetentionDays }) => ({ auditRetentionDays }));
    audits.push(auditEntry(deps.clock, origin, { ...line, action: "audit.retention_changed", before: was, after: is }));
  }
  if (audits.length === 0) return ok(before);
  const { name, auditRetentionDays } = after;
  const written = await deps.organizations.update(before.id, { name, slug: slug.value, auditRetentionDays }, audits);
  return written === "slug_taken" ? slugTaken(slug.value) : ok(after);
}

/** The slug of a personal organization says whose it is, so it stays; and no other may look like one. */
function newSlug(before: OrganizationRecord, asked: string): Outcome<string> {
  const refuse = (says: string) => fail("bad_request", says, { fields: { slug: says }, next: "Choose another one." });
  if (isPersonal(before)) return refuse("The address of a personal organization cannot be changed.");
  const slug = parseSlug(asked);
  return slug.ok && isPersonal({ slug: slug.value }) ? refuse("Addresses of this kind are for personal organizations.") : slug;
}

export async function deleteOrganization(
  deps: Pick<OrganizationDeps, "organizations" | "clock">,
  organization: OrganizationRecord,
  typed: string,
  origin: Origin,
): Promise<Outcome<OrganizationRecord>> {
  if (isPersonal(organization))
    return fail("conflict", "A personal organization goes only with its account.", { next: "Delete the account in your settings." });
  if (typed.trim() !== organization.name)
    return fail("bad_request", "This is not the name of the organization.", {
      fields: { name: `Type ${organization.name}` },
      next: "Type its name as it is written.",
    });
  const at = deps.clock.now();
  const line = auditEntry(deps.clock, origin, {
    scope: organization.id,
    projectId: null,
    action: "organization.deleted",
    subject: organization.id,
    before: { name: organization.name },
  });
  return (await deps.organizations.remove(organization.id, at, line)) === "written"
    ? ok({ ...organization, deletedAt: at })
    : fail("gone", "This organization was deleted.", { next: "An administrator can bring it back in its settings." });
}

export async function undeleteOrganization(
  deps: Pick<OrganizationDeps, "organizations" | "clock">,
  organization: OrganizationRecord,
  origin: Origin,
): Promise<Outcome<OrganizationRecord>> {
  if (organization.deletedAt === null) return fail("conflict", "This organization is not deleted.", { next: "Open it." });
  const what = { scope: organization.id, projectId: null, action: "organization.undeleted" as const, subject: organization.id };
  const since = deps.clock.now() - GRACE_MS;
  const written = await deps.organizations.bringBack(organization.id, since, auditEntry(deps.clock, origin, what));
  return written === "written"
    ? ok({ ...organization, deletedAt: null })
    : fail("gone", `An organization can be brought back for ${ORGANIZATION_GRACE_DAYS} days; they are over.`, { next: "Make a new one." });
}
