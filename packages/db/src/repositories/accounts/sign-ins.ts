/** A person's sessions and ways to sign in. better-auth makes them; here they are listed, and sessions ended. */
import type { SignInRecord, SignInRecords } from "@edgewright/accounts";
import { and, desc, eq, gt, isNotNull, ne, type SQLWrapper, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { prepareReads, type RowsOf } from "../../one-statement.ts";
import { accounts, auditLog, authSessions, passkeys, users } from "../../tables/index.ts";
import { belongingsOf, knownRoles } from "../organizations/memberships.ts";

/** Of the line that tells of the sign-in: the session's own row has no room for it. */
const place = sql<string | null>`json_extract(${auditLog.detail}, '$.place')`;
const beginning = and(
  eq(auditLog.scope, authSessions.userId),
  eq(auditLog.action, "account.signed_in"),
  eq(auditLog.subject, authSessions.id),
);

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
export function signInOf(database: Database, token: SQLWrapper) {
  const session = eq(authSessions.token, token);
  const holder = sql`${database.select({ userId: authSessions.userId }).from(authSessions).where(session)}`;
  const sessions = database.select(signIn).from(authSessions).innerJoin(users, eq(users.id, authSessions.userId)).where(session);
  return { sessions, ...belongingsOf(database, holder) };
}

/** Of what they answer. null: there is no such session. */
export function toSignIn({ sessions: [found], memberships, exceptions }: RowsOf<ReturnType<typeof signInOf>>): SignInRecord | null {
  if (!found) return null;
  const { id, activeOrganizationId, createdAt, updatedAt, expiresAt, userId, twoFactor, ...user } = found;
  const times = { createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime(), expiresAt: expiresAt.getTime() };
  return {
    session: { id, activeOrganizationId, ...times },
    user: { ...user, id: userId, twoFactor: twoFactor ?? false },
    memberships: knownRoles(memberships),
    exceptions,
  };
}

function signInReader(database: Database): SignInRecords["find"] {
  const read = prepareReads(database, signInOf(database, sql.placeholder("token")));
  return async (token) => toSignIn(await read({ token }));
}

export const signInRepository = (database: Database): SignInRecords => ({
  find: signInReader(database),

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
