/** A person's sessions and ways to sign in. better-auth makes them; here they are listed, and sessions ended. */
import type { SignInRecord, SignInRecords } from "@edgewright/accounts";
import { and, desc, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { accounts, auditLog, authSessions, passkeys, users } from "../../tables/index.ts";
import { belongingsOf, knownRoles } from "../organizations/memberships.ts";

/** Of the line that tells of the sign-in: the session's own row has no room for it. */
const place = sql<string | null>`json_extract(${auditLog.detail}, '$.place')`;
const beginning = and(
  eq(auditLog.scope, authSessions.userId),
  eq(auditLog.action, "account.signed_in"),
  eq(auditLog.subject, authSessions.id),
);

/** No two columns of one name: what a batch answers is told apart by them. */
const signIn = {
  id: authSessions.id,
  userId: authSessions.userId,
  activeOrganizationId: authSessions.activeOrganizationId,
  createdAt: authSessions.createdAt,
  updatedAt: authSessions.updatedAt,
  expiresAt: authSessions.expiresAt,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
  image: users.image,
  twoFactor: users.twoFactorEnabled,
};

/** The statements that read whose session a token is. */
export function signInOf(database: Database, token: string) {
  const session = eq(authSessions.token, token);
  const holder = sql`(${database.select({ userId: authSessions.userId }).from(authSessions).where(session)})`;
  const { memberships, exceptions } = belongingsOf(database, holder);
  const holds = database.select(signIn).from(authSessions).innerJoin(users, eq(users.id, authSessions.userId)).where(session);
  return [holds, memberships, exceptions] as const;
}

type SignInRow = Awaited<ReturnType<typeof signInOf>[0]>[number];

/** Of what they answer. */
export function toSignIn(
  { id, activeOrganizationId, createdAt, updatedAt, expiresAt, userId, twoFactor, ...user }: SignInRow,
  memberships: Parameters<typeof knownRoles>[0],
  exceptions: SignInRecord["exceptions"],
): SignInRecord {
  const times = { createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime(), expiresAt: expiresAt.getTime() };
  return {
    session: { id, activeOrganizationId, ...times },
    user: { ...user, id: userId, twoFactor: twoFactor ?? false },
    memberships: knownRoles(memberships),
    exceptions,
  };
}

export const signInRepository = (database: Database): SignInRecords => ({
  async find(token) {
    const [[found], memberships, exceptions] = await database.batch(signInOf(database, token));
    return found ? toSignIn(found, memberships, exceptions) : null;
  },

  async sessions(userId, now) {
    const { id, userAgent, ipAddress, createdAt, updatedAt } = authSessions;
    const rows = await database
      .select({ id, userAgent, ip: ipAddress, place, createdAt, updatedAt })
      .from(authSessions)
      .leftJoin(auditLog, beginning)
      .where(and(eq(authSessions.userId, userId), gt(authSessions.expiresAt, new Date(now))))
      .orderBy(desc(updatedAt));
    return rows.map((row) => ({ ...row, ip: row.ip || null, createdAt: row.createdAt.getTime(), lastUsedAt: row.updatedAt.getTime() }));
  },

  async touch(sessionId, now) {
    await database
      .update(authSessions)
      .set({ updatedAt: new Date(now) })
      .where(eq(authSessions.id, sessionId));
  },

  end: (userId, sessionId, audit) =>
    writeAll(database, [
      database.delete(authSessions).where(and(eq(authSessions.userId, userId), eq(authSessions.id, sessionId))),
      database.insert(auditLog).values(audit),
    ]),

  endOthers: (userId, sessionId, audit) =>
    writeAll(database, [
      database.delete(authSessions).where(and(eq(authSessions.userId, userId), ne(authSessions.id, sessionId))),
      ...audit.map((line) => database.insert(auditLog).values(line)),
    ]),

  async methods(userId) {
    const [credentials, google, keys] = await database.batch([
      database
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"), isNotNull(accounts.password))),
      database
        .select({ accountId: accounts.id, linkedAt: accounts.createdAt })
        .from(accounts)
        .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "google"))),
      database
        .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
        .from(passkeys)
        .where(eq(passkeys.userId, userId)),
    ]);
    return {
      password: credentials.length > 0,
      google: google.map(({ accountId, linkedAt }) => ({ accountId, linkedAt: linkedAt.getTime() })),
      passkeys: keys.map(({ id, name, createdAt }) => ({ id, name: name ?? "", createdAt: createdAt?.getTime() ?? null })),
    };
  },
});
