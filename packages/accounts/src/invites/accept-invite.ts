/** What an invitation's link opens: what whoever holds it may know, and joining by it. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { AcceptedInvite, InviteOffer, Outcome } from "@edgewright/contracts";
import { type Clock, fail, iso, newId, ok } from "@edgewright/core";
import { maskedAddress, sameAddress } from "../email-address.ts";
import type { MembershipRecords } from "../ports.ts";
import type { InviteOfSecret, InviteRecords } from "./ports.ts";
import { hashesOf } from "./secret.ts";

export type AcceptDeps = { invites: InviteRecords; memberships: MembershipRecords; clock: Clock };
/** The account that asks. */
export type InvitedPerson = { id: string; name: string; email: string; emailVerified: boolean };

type OpenedInvite = { invite: InviteOfSecret; provesAddress: boolean };

/** How the invitation stands to somebody: theirs to accept, theirs already, or not (any more). */
type InviteStanding = "ready" | "member" | "wrong_account" | "used" | "revoked" | "expired" | "organization_gone";

const ATTEMPTS = 3;

const GONE: Record<Exclude<InviteStanding, "ready" | "member" | "wrong_account">, [says: string, next: string]> = {
  used: ["This invitation was used already.", "Sign in with the account that it was accepted with, or ask for another one."],
  revoked: ["This invitation was taken back.", "Ask whoever invited you for another one."],
  expired: ["This invitation has expired.", "Ask whoever invited you to send it again."],
  organization_gone: ["The organization was deleted.", "Ask whoever invited you."],
};

async function open(deps: AcceptDeps, secret: string): Promise<OpenedInvite | null> {
  const { asShown, asMailed } = await hashesOf(secret);
  const invite = await deps.invites.bySecret([asShown, asMailed]);
  return invite && { invite, provesAddress: invite.email !== null && invite.secretHash === asMailed };
}

const unknown = () =>
  fail("not_found", "This invitation is not known.", {
    next: "Use the link of the newest mail, since a new one ends the former; or ask whoever invited you.",
  });

async function standing(deps: AcceptDeps, invite: InviteOfSecret, person: InvitedPerson | null): Promise<InviteStanding> {
  if (invite.organization.deletedAt !== null) return "organization_gone";
  const theirs = invite.email === null || (person !== null && sameAddress(invite.email, person.email));
  if (person && theirs && (await membershipOf(deps, invite, person)) !== null) return "member";
  if (invite.status !== "open") return invite.status === "accepted" ? "used" : "revoked";
  if (invite.expiresAt <= deps.clock.now()) return "expired";
  return person === null || theirs ? "ready" : "wrong_account";
}

async function membershipOf(deps: AcceptDeps, invite: InviteOfSecret, person: InvitedPerson) {
  const { memberships } = await deps.memberships.ofUser(person.id);
  return memberships.find(({ organizationId }) => organizationId === invite.organizationId) ?? null;
}

export async function lookUpInvite(deps: AcceptDeps, secret: string, person: InvitedPerson | null): Promise<Outcome<InviteOffer>> {
  const opened = await open(deps, secret);
  if (!opened) return unknown();
  const { invite } = opened;
  const state = await standing(deps, invite, person);
  if (state !== "ready" && state !== "member" && state !== "wrong_account") return fail("gone", GONE[state][0], { next: GONE[state][1] });
  const own = person !== null && invite.email !== null && sameAddress(invite.email, person.email);
  return ok({
    organization: { name: invite.organization.name },
    role: invite.role,
    invitedBy: invite.createdByName,
    email: invite.email === null || own ? invite.email : maskedAddress(invite.email),
    expiresAt: iso(invite.expiresAt),
    state: person === null ? "sign_in" : state,
  });
}

/** Accepting twice is accepting once. What it finds out is checked again by the write itself. */
export async function acceptInvite(
  deps: AcceptDeps,
  secret: string,
  person: InvitedPerson,
  origin: Origin,
): Promise<Outcome<AcceptedInvite>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const opened = await open(deps, secret);
    if (!opened) return unknown();
    const { invite } = opened;
    const state = await standing(deps, invite, person);
    if (state === "member") return accepted(invite, (await membershipOf(deps, invite, person))?.role ?? invite.role);
    if (state === "wrong_account") return wrongAccount(invite, person);
    if (state !== "ready") return fail("gone", GONE[state][0], { next: GONE[state][1] });
    if ((await deps.invites.accept(acceptanceOf(deps, opened, person, origin))) === "joined") return accepted(invite, invite.role);
  }
  return fail("conflict", "This invitation is being changed at this moment.", { retry: true, next: "Try again." });
}

const accepted = ({ organization: { id, name, slug } }: InviteOfSecret, role: InviteOfSecret["role"]): Outcome<AcceptedInvite> =>
  ok({ organization: { id, name, slug, role } });

const wrongAccount = ({ email }: InviteOfSecret, person: InvitedPerson) =>
  fail("forbidden", `This invitation is for ${maskedAddress(email ?? "")}; you are signed in as ${person.email}.`, {
    next: "Sign out, then sign in or sign up with the address that was invited.",
  });

function acceptanceOf({ clock }: AcceptDeps, { invite, provesAddress }: OpenedInvite, person: InvitedPerson, origin: Origin) {
  const memberId = newId("mem");
  const line = { scope: invite.organizationId, projectId: null };
  const { id: userId, name, email } = person;
  return {
    invite,
    now: clock.now(),
    memberId,
    userId,
    email,
    accepted: auditEntry(clock, origin, { ...line, action: "invite.accepted", subject: invite.id, detail: { email: invite.email } }),
    joined: auditEntry(clock, origin, {
      ...line,
      action: "member.joined",
      subject: memberId,
      detail: { userId, name },
      after: { role: invite.role },
    }),
    confirms:
      provesAddress && !person.emailVerified
        ? auditEntry(clock, origin, { scope: userId, projectId: null, action: "account.email_verified", subject: userId })
        : null,
  };
}
