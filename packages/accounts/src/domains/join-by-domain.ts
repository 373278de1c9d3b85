/** Joining an organization by a confirmed address of a domain that it proved. The domain must be the very same: none above it, none below. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { AcceptedInvite, Outcome } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import { normalDomain } from "../email-address.ts";
import type { MembershipRecords } from "../ports.ts";
import type { DomainRecords, JoinableOrganization } from "./ports.ts";
import { isPublicMail } from "./public-mail.ts";

export type JoinDeps = { domains: DomainRecords; memberships: MembershipRecords; clock: Clock };
type Person = { id: string; name: string; email: string; emailVerified: boolean };

export async function joinableBy({ domains }: Pick<JoinDeps, "domains">, person: Person): Promise<JoinableOrganization[]> {
  const domain = normalDomain(person.email.slice(person.email.lastIndexOf("@") + 1));
  if (!person.emailVerified || domain === null || isPublicMail(domain)) return [];
  return domains.joinable(domain, person.id);
}

export async function joinByDomain(
  deps: JoinDeps,
  organizationId: string,
  person: Person,
  origin: Origin,
): Promise<Outcome<AcceptedInvite>> {
  const joinable = (await joinableBy(deps, person)).find((one) => one.organizationId === organizationId);
  if (!joinable) return asMember(deps, organizationId, person);
  const memberId = newId("mem");
  const audit = auditEntry(deps.clock, origin, {
    scope: organizationId,
    projectId: null,
    action: "member.joined",
    subject: memberId,
    detail: { userId: person.id, name: person.name, domain: joinable.domain },
    after: { role: joinable.role },
  });
  const joined = await deps.domains.join({ joinable, memberId, userId: person.id, email: person.email, at: deps.clock.now(), audit });
  if (joined !== "joined") return asMember(deps, organizationId, person);
  const { name, slug, role } = joinable;
  return ok({ organization: { id: organizationId, name, slug, role } });
}

/** Joining twice is joining once; what cannot be joined is as what there is not. */
async function asMember({ memberships }: JoinDeps, id: string, person: Person): Promise<Outcome<AcceptedInvite>> {
  const own = (await memberships.ofUser(person.id)).memberships.find(({ organizationId }) => organizationId === id);
  if (own) return ok({ organization: { id, name: own.name, slug: own.slug, role: own.role } });
  return fail("not_found", "There is no such organization that you could join.", {
    next: "Confirm your e-mail address, or ask for an invite.",
  });
}
