/** The end of an account: who may not go yet, what goes along, and that it is really them. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { DeleteAccount, Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import { type AttemptDeps, permitAttempt, tooMany } from "../attempts/index.ts";
import type { AccountRecords, OwnOrganization } from "../sign-in-records.ts";
import { type OwnPictureDeps, sweepPictures } from "./pictures.ts";

export type DeletionDeps = AttemptDeps & Omit<OwnPictureDeps, "accounts"> & { accounts: AccountRecords; clock: Clock };

type LeavingOrganizations = {
  user: { id: string; email: string };
  /** When the session began; null: a token asks. */
  signedInAt: number | null;
  origin: Origin;
};

/** Whether this is the person's password. */
type PasswordCheck = (password: string) => Promise<boolean>;

/** A session that began within this time stands for the password. */
export const FRESH_MS = 15 * 60_000;

export function deletionOf(organizations: OwnOrganization[]) {
  const alone = organizations.filter(({ members }) => members === 1);
  const others = organizations.filter(({ members }) => members > 1);
  return { alone, others, blocking: others.filter(({ isAdmin, admins }) => isAdmin && admins === 1) };
}

export async function deleteAccount(
  deps: DeletionDeps,
  who: LeavingOrganizations,
  given: DeleteAccount,
  isPassword: PasswordCheck,
): Promise<Outcome<void>> {
  const { id } = who.user;
  if (given.email.trim().toLowerCase() !== who.user.email.toLowerCase())
    return fail("bad_request", "This is not your account's address.", {
      fields: { email: "Type the address of your account." },
      next: "Type the address that you sign in with.",
    });
  const proven = await isThem(deps, who, given.password, isPassword);
  if (!proven.ok) return proven;
  const { alone, others, blocking } = deletionOf(await deps.accounts.organizations(id));
  if (blocking.length > 0) return lastAdmin(blocking.map(({ name }) => name));
  const told = (scope: string, action: "account.deleted" | "organization.deleted" | "member.left", subject: string) =>
    auditEntry(deps.clock, who.origin, { scope, projectId: null, action, subject });
  const removed = await deps.accounts.remove({
    userId: id,
    alone: alone.map((organization) => organization.id),
    now: deps.clock.now(),
    audit: [
      ...alone.map((organization) => told(organization.id, "organization.deleted", organization.id)),
      ...others.map((organization) => told(organization.id, "member.left", id)),
      told(id, "account.deleted", id),
    ],
  });
  if (removed === "last_admin") return lastAdmin([]);
  deps.background(sweepPictures(deps, id));
  return ok(undefined);
}

const lastAdmin = (names: string[]): Outcome<never> =>
  fail("conflict", `You are the only administrator of ${names.length > 0 ? names.join(", ") : "an organization with other members"}.`, {
    next: "Make another member an administrator there, or delete it; then you can go.",
  });

async function isThem(
  deps: DeletionDeps,
  who: LeavingOrganizations,
  password: string | undefined,
  isPassword: PasswordCheck,
): Promise<Outcome<void>> {
  if (password !== undefined) {
    const permit = await permitAttempt(deps, { kind: "other", ip: who.origin.ip, email: null });
    if ("wait" in permit) return tooMany(permit);
    if (await isPassword(password)) {
      await permit.worked();
      return ok(undefined);
    }
    return fail("forbidden", "This password is not right.", {
      fields: { password: "This password is not right." },
      next: "Type it again, or set a new one by mail first.",
    });
  }
  if (who.signedInAt !== null && deps.clock.now() - who.signedInAt < FRESH_MS) return ok(undefined);
  return fail("sign_in_again", "It must be certain that it is you.", {
    next: "Enter your password, or sign out, sign in again and come back at once.",
  });
}
