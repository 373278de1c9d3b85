/** Claiming a domain, so that people with an address of it may join: added, proved by a DNS record, changed, given up. */
import { auditEntry, type Origin, type Summary } from "@edgewright/audit";
import type { OrganizationDomain, Outcome, Role } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import { normalDomain } from "../email-address.ts";
import type { DomainRecord, DomainRecords, TxtLookup } from "./ports.ts";
import { isPublicMail } from "./public-mail.ts";

export type DomainDeps = { domains: DomainRecords; txtLookup: TxtLookup; clock: Clock };
type Change = { organizationId: string; domainId: string; origin: Origin };

const CHALLENGE_BYTES = 20;

const recordOf = ({ domain, challenge }: DomainRecord) => ({ name: `_edgewright.${domain}`, value: `edgewright-verify=${challenge}` });

export const domainView = (domain: DomainRecord): OrganizationDomain => ({
  id: domain.id,
  domain: domain.domain,
  role: domain.role,
  verifiedAt: domain.verifiedAt === null ? null : new Date(domain.verifiedAt).toISOString(),
  record: recordOf(domain),
});

const noDomain = () => fail("not_found", "There is no such domain.", { next: "Look at the list of domains." });
const changedMeanwhile = () => fail("conflict", "Somebody else changed this domain meanwhile.", { retry: true, next: "Look at the list." });

type DomainAction = "domain.added" | "domain.verified" | "domain.updated" | "domain.removed";
const lineOf = (
  clock: Clock,
  origin: Origin,
  action: DomainAction,
  { id, organizationId, domain }: DomainRecord,
  more: { before?: Summary; after?: Summary } = {},
) => auditEntry(clock, origin, { scope: organizationId, projectId: null, action, subject: id, detail: { domain }, ...more });

export async function addDomain(
  { domains, clock }: DomainDeps,
  input: { organizationId: string; typed: string; role: Role; by: string; origin: Origin },
): Promise<Outcome<DomainRecord>> {
  const domain = normalDomain(input.typed.replace(/^@/, ""));
  const refuse = (says: string, next: string) => fail("bad_request", says, { fields: { domain: says }, next });
  if (domain === null) return refuse("This is not the name of a domain.", "Enter it like example.com.");
  if (isPublicMail(domain)) return refuse(`Anyone can have an address at ${domain}.`, "Enter a domain of your own.");
  const bytes = crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES));
  const added: DomainRecord = {
    id: newId("dom"),
    organizationId: input.organizationId,
    domain,
    challenge: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    role: input.role,
    verifiedAt: null,
    createdBy: input.by,
    createdAt: clock.now(),
  };
  const audit = lineOf(clock, input.origin, "domain.added", added, { after: { role: added.role } });
  if ((await domains.insert(added, audit)) === "taken")
    return fail("conflict", `${domain} is in the list already.`, { next: "Verify it there." });
  return ok(added);
}

/** Asks the domain's name servers for the record. One that was verified stays so. */
export async function verifyDomain({ domains, txtLookup, clock }: DomainDeps, change: Change): Promise<Outcome<DomainRecord>> {
  const domain = await domains.find(change.organizationId, change.domainId);
  if (!domain) return noDomain();
  if (domain.verifiedAt !== null) return ok(domain);
  const { name, value } = recordOf(domain);
  const texts = await txtLookup.texts(name);
  if (!texts.ok) return texts;
  if (!texts.value.includes(value)) return unproved(name, texts.value);
  const at = clock.now();
  switch (await domains.verify(domain.id, at, lineOf(clock, change.origin, "domain.verified", domain))) {
    case "written":
      return ok({ ...domain, verifiedAt: at });
    case "taken":
      return fail("conflict", `Another organization has proved that ${domain.domain} is theirs.`, {
        next: "Ask its administrators to give it up, or to invite you.",
      });
    case "refused": {
      const present = await domains.find(change.organizationId, change.domainId);
      return present === null ? noDomain() : ok(present);
    }
  }
}

const unproved = (name: string, found: string[]) =>
  fail("conflict", found.length === 0 ? `There is no TXT record at ${name} yet.` : `The TXT record at ${name} says something else.`, {
    next: "Add the record as it is shown. It can take some minutes until it is seen everywhere; then try again.",
  });

export async function setDomainRole({ domains, clock }: DomainDeps, change: Change, role: Role): Promise<Outcome<DomainRecord>> {
  const domain = await domains.find(change.organizationId, change.domainId);
  if (!domain) return noDomain();
  if (domain.role === role) return ok(domain);
  const audit = lineOf(clock, change.origin, "domain.updated", domain, { before: { role: domain.role }, after: { role } });
  return (await domains.setRole(domain.id, role, audit)) === "written" ? ok({ ...domain, role }) : changedMeanwhile();
}

/** Those who joined by it stay. Answers with the domain that was. */
export async function removeDomain({ domains, clock }: DomainDeps, change: Change): Promise<Outcome<DomainRecord>> {
  const domain = await domains.find(change.organizationId, change.domainId);
  if (!domain) return noDomain();
  const audit = lineOf(clock, change.origin, "domain.removed", domain);
  return (await domains.remove(domain.id, audit)) === "written" ? ok(domain) : noDomain();
}
