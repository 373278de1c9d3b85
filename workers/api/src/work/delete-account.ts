/** The end of an account: who may not go yet, what goes along, and that it is really them. */
import type { OwnOrganization } from "@edgewright/accounts";
import { auditEntry } from "@edgewright/audit";
import type { DeleteAccount, Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { permitted, tooMany } from "../http/attempts.ts";
import type { Caller } from "../http/caller.ts";
import type { Services } from "../services.ts";
import { sweepPictures } from "./pictures.ts";

/** A session that began within this time stands for the password. */
export const FRESH_MS = 15 * 60_000;

export function deletionOf(organizations: OwnOrganization[]) {
  const alone = organizations.filter(({ members }) => members === 1);
  const others = organizations.filter(({ members }) => members > 1);
  return { alone, others, blocking: others.filter(({ isAdmin, admins }) => isAdmin && admins === 1) };
}

/** Deletes it, and says which cookies the browser is to forget. */
export async function deleteAccount(
  services: Services,
  caller: Caller,
  request: Request,
  given: DeleteAccount,
): Promise<Outcome<string[]>> {
  const { id } = caller.user;
  if (given.email.trim().toLowerCase() !== caller.user.email.toLowerCase())
    return fail("bad_request", "This is not your account's address.", {
      fields: { email: "Type the address of your account." },
      next: "Type the address that you sign in with.",
    });
  const proven = await isThem(services, caller, request, given.password);
  if (!proven.ok) return proven;
  const { alone, others, blocking } = deletionOf(await services.accounts.organizations(id));
  if (blocking.length > 0) return lastAdmin(blocking.map(({ name }) => name));
  const told = (scope: string, action: "account.deleted" | "organization.deleted" | "member.left", subject: string) =>
    auditEntry(services.clock, caller.origin, { scope, projectId: null, action, subject });
  const removed = await services.accounts.remove({
    userId: id,
    alone: alone.map((organization) => organization.id),
    now: services.clock.now(),
    audit: [
      ...alone.map((organization) => told(organization.id, "organization.deleted", organization.id)),
      ...others.map((organization) => told(organization.id, "member.left", id)),
      told(id, "account.deleted", id),
    ],
  });
  if (removed === "last_admin") return lastAdmin([]);
  services.background(sweepPictures(services, id));
  return ok(await forgetting(services));
}

const lastAdmin = (names: string[]): Outcome<never> =>
  fail("conflict", `You are the only administrator of ${names.length > 0 ? names.join(", ") : "an organization with other members"}.`, {
    next: "Make another member an administrator there, or delete it; then you can go.",
  });

async function isThem(services: Services, caller: Caller, request: Request, password: string | undefined): Promise<Outcome<void>> {
  const { auth, clock } = services;
  if (password !== undefined) {
    const permit = await permitted(services, { kind: "other", ip: caller.origin.ip, email: null });
    if ("wait" in permit) return tooMany(permit);
    if (!permit.ok) return permit;
    const right = await auth.api.verifyPassword({ body: { password }, headers: request.headers }).then(
      () => true,
      () => false,
    );
    if (right) await permit.value.worked();
    if (right) return ok(undefined);
    return fail("forbidden", "This password is not right.", {
      fields: { password: "This password is not right." },
      next: "Type it again, or set a new one by mail first.",
    });
  }
  if (caller.signedInAt !== null && clock.now() - caller.signedInAt < FRESH_MS) return ok(undefined);
  return fail("sign_in_again", "It must be certain that it is you.", {
    next: "Enter your password, or sign out, sign in again and come back at once.",
  });
}

async function forgetting({ auth }: Services): Promise<string[]> {
  const { sessionToken } = (await auth.$context).authCookies;
  return [`${sessionToken.name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${sessionToken.attributes.secure ? "; Secure" : ""}`];
}
