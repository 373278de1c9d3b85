/** better-auth over the platform's tables. Built once per isolate by services.ts. */
import { type Auth, createAuth } from "@edgewright/accounts";
import type { Clock } from "@edgewright/core";
import { createRepositories, type Database, schema } from "@edgewright/db";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Variables } from "./env.ts";

export function openAuth(database: Database, clock: Clock, variables: Variables): Auth {
  const { users, accounts, verifications, rateLimits, organizations, members, invitations } = schema;
  const tables = { users, sessions: schema.authSessions, accounts, verifications, rateLimits, organizations, members, invitations };
  const { memberships, audit } = createRepositories(database);
  return createAuth({
    database: drizzleAdapter(database, { provider: "sqlite", usePlural: true, schema: tables }),
    memberships,
    audit,
    clock,
    appUrl: variables.APP_URL,
    secret: variables.AUTH_SECRET,
    attemptsPerMinute: variables.AUTH_ATTEMPTS_PER_MINUTE,
  });
}
