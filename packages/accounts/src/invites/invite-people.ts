/** Inviting: to each address of a pasted list by mail, or by a link. Called by the operation of that name. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type CreatedInvites, INVITES_AT_ONCE_MAX, type Outcome, type Role } from "@edgewright/contracts";
import { type Clock, fail, log, newId, ok } from "@edgewright/core";
import { normalAddress, pastedAddresses } from "../email-address.ts";
import type { Mailer } from "../mail.ts";
import { inviteMail } from "../mails/index.ts";
import type { MemberRecords } from "../organizations/ports.ts";
import type { InviteRecord, InviteRecords } from "./ports.ts";
import { inviteLink, type NewSecret, newSecret } from "./secret.ts";
import { inviteView } from "./view.ts";

export type InviteDeps = { invites: InviteRecords; members: MemberRecords; mailer: Mailer; clock: Clock; appUrl: string };
export type Inviting = {
  organization: { organizationId: string; name: string };
  by: { id: string; name: string; email: string };
  origin: Origin;
  role: Role;
  days: number;
};
type Item = CreatedInvites["items"][number];

export const DAY_MS = 24 * 3600 * 1000;
const ATTEMPTS = 3;
/** A Worker may hold only six connections open at a time. */
const MAILS_AT_ONCE = 6;

export async function inviteByLink(deps: InviteDeps, inviting: Inviting): Promise<Outcome<CreatedInvites>> {
  const secret = await newSecret();
  const invite = newInvite(deps, inviting, null, secret);
  await deps.invites.write([{ invite, audit: lineOf(deps, inviting, "invite.created", invite) }], []);
  const link = inviteLink(deps.appUrl, secret.shown);
  return ok({ items: [{ address: null, outcome: "invited", link, invite: inviteView(invite, deps.clock.now()) }] });
}

export async function inviteByMail(deps: InviteDeps, inviting: Inviting, list: string): Promise<Outcome<CreatedInvites>> {
  const pasted = pastedAddresses(list);
  const refuse = (says: string, next: string) => fail("bad_request", says, { fields: { addresses: says }, next });
  if (pasted.length === 0) return refuse("There is no address in this.", "Enter at least one.");
  if (pasted.length > INVITES_AT_ONCE_MAX)
    return refuse(`These are ${pasted.length} addresses; ${INVITES_AT_ONCE_MAX} can be invited at once.`, "Invite the others after these.");
  const addresses = pasted.flatMap(({ address }) => address ?? []);
  const own = normalAddress(inviting.by.email);
  const members = await memberAddresses(deps, inviting, pasted);
  const invited = addresses.filter((address) => address !== own && !members.has(address));
  const written = await write(deps, inviting, invited);
  if (!written.ok) return written;
  const sent = await mailAll(deps, inviting, written.value);
  const items = pasted.map(({ given, address }): Item => {
    const plain = (outcome: Item["outcome"]): Item => ({ address: address ?? given, outcome, link: null, invite: null });
    if (address === null) return plain("not_an_address");
    if (address === own) return plain("yourself");
    return sent.get(address) ?? plain("already_member");
  });
  return ok({ items });
}

async function memberAddresses(deps: InviteDeps, { organization }: Inviting, pasted: { given: string; address: string | null }[]) {
  // An account's address is kept as it was typed, which may be with a domain in letters of another script.
  const asTyped = pasted.flatMap(({ given, address }) => (address === null ? [] : [address, given.toLowerCase()]));
  const found = await deps.members.addressesOf(organization.organizationId, [...new Set(asTyped)]);
  return new Set(found.map((address) => normalAddress(address) ?? address));
}

type SentInvite = { invite: InviteRecord; secret: NewSecret; outcome: "invited" | "resent" };

/** Whoever is invited already is invited anew: the former link ends. */
async function write(deps: InviteDeps, inviting: Inviting, addresses: string[]): Promise<Outcome<SentInvite[]>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await deps.invites.openOf(inviting.organization.organizationId, addresses);
    const written = await Promise.all(
      addresses.map(async (address): Promise<SentInvite> => {
        const before = known.find(({ email }) => email === address);
        const secret = await newSecret();
        const fresh = newInvite(deps, inviting, address, secret);
        if (!before) return { secret, outcome: "invited", invite: fresh };
        const { id, createdAt } = before;
        return { secret, outcome: "resent", invite: { ...fresh, id, createdAt } };
      }),
    );
    const added = written.filter(({ outcome }) => outcome === "invited");
    const renewed = written.filter(({ outcome }) => outcome === "resent");
    const result = await deps.invites.write(
      added.map(({ invite }) => ({ invite, audit: lineOf(deps, inviting, "invite.created", invite) })),
      renewed.map(({ invite }) => ({ id: invite.id, renewal: renewalOf(invite), audit: lineOf(deps, inviting, "invite.resent", invite) })),
    );
    if (result === "written") return ok(written);
  }
  return fail("conflict", "Somebody else invites the same people at this moment.", {
    retry: true,
    next: "Look at the list, then try again.",
  });
}

const renewalOf = ({ role, secretHash, expiresAt, createdBy, createdByName }: InviteRecord) => ({
  role,
  secretHash,
  expiresAt,
  createdBy,
  createdByName,
});

async function mailAll(deps: InviteDeps, inviting: Inviting, written: SentInvite[]): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  for (let at = 0; at < written.length; at += MAILS_AT_ONCE) {
    const some = written.slice(at, at + MAILS_AT_ONCE).map(async ({ invite, secret, outcome }) => {
      const mailed = await mailInvite(deps, inviting.organization.name, invite, secret);
      const link = mailed ? null : inviteLink(deps.appUrl, secret.shown);
      const item: Item = {
        address: invite.email,
        outcome: mailed ? outcome : "mail_failed",
        link,
        invite: inviteView(invite, deps.clock.now()),
      };
      if (invite.email !== null) items.set(invite.email, item);
    });
    await Promise.all(some);
  }
  return items;
}

/** False: it was not sent, and whoever invites is to hand the link on. */
export async function mailInvite(
  deps: Pick<InviteDeps, "mailer" | "appUrl">,
  organization: string,
  { email, role, expiresAt, createdByName }: InviteRecord,
  secret: NewSecret,
): Promise<boolean> {
  if (email === null) return false;
  const link = inviteLink(deps.appUrl, secret.mailed);
  try {
    const mail = inviteMail({ to: email, organization, invitedBy: createdByName, role, link, expires: expiresAt });
    const sent = await deps.mailer.send(mail);
    if (!sent.ok) log.error("mail not sent", { kind: mail.kind, error: sent.error.message });
    return sent.ok;
  } catch (error) {
    log.error("mail not sent", { kind: "invite", error: String(error) });
    return false;
  }
}

function newInvite(deps: InviteDeps, { organization, by, role, days }: Inviting, email: string | null, secret: NewSecret): InviteRecord {
  const now = deps.clock.now();
  return {
    id: newId("inv"),
    organizationId: organization.organizationId,
    email,
    role,
    status: "open",
    secretHash: secret.hash,
    uses: 0,
    expiresAt: now + days * DAY_MS,
    createdAt: now,
    createdBy: by.id,
    createdByName: by.name,
  };
}

const lineOf = (deps: InviteDeps, { origin }: Inviting, action: "invite.created" | "invite.resent", invite: InviteRecord) =>
  auditEntry(deps.clock, origin, {
    scope: invite.organizationId,
    projectId: null,
    action,
    subject: invite.id,
    after: { email: invite.email, role: invite.role },
  });
