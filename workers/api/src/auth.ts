/** better-auth over the platform's tables. Built once per isolate by services.ts. */
import { accountMails, type Mailer } from "@edgewright/accounts";
import { type Auth, createAuth, GOOGLE_ADDRESSES, type GoogleSettings, type PasswordHashing } from "@edgewright/accounts/auth";
import type { AuditedDatabase } from "@edgewright/adapters";
import type { Clock } from "@edgewright/core";
import { type Repositories, schema } from "@edgewright/db";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Variables } from "./env.ts";

type Deps = {
  audited: AuditedDatabase;
  memberships: Repositories["memberships"];
  mailer: Mailer;
  clock: Clock;
  variables: Variables;
  passwords?: PasswordHashing;
  background(work: Promise<unknown>): void;
};

export function openAuth({ audited, memberships, mailer, clock, variables, passwords, background }: Deps): Auth {
  const { users, accounts, verifications, organizations, members, twoFactors, passkeys, apikeys } = schema;
  const own = { users, sessions: schema.authSessions, accounts, verifications, organizations, members };
  const tables = { ...own, twoFactors, passkeys, apikeys };
  return createAuth({
    database: drizzleAdapter(audited.database, { provider: "sqlite", usePlural: true, schema: tables }),
    writes: audited,
    memberships,
    mails: accountMails({ mailer, clock, appUrl: variables.APP_URL }),
    clock,
    appUrl: variables.APP_URL,
    secret: variables.AUTH_SECRET,
    google: googleOf(variables),
    confirmFirst: variables.CONFIRM_ADDRESS_FIRST,
    passwords,
    background,
  });
}

/** null: this installation has no sign-in with Google. */
function googleOf(variables: Variables): GoogleSettings | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = variables;
  if (clientId === undefined || clientSecret === undefined) return null;
  return {
    clientId,
    clientSecret,
    authorizationUrl: variables.GOOGLE_AUTHORIZATION_URL ?? GOOGLE_ADDRESSES.authorizationUrl,
    tokenUrl: variables.GOOGLE_TOKEN_URL ?? GOOGLE_ADDRESSES.tokenUrl,
    userInfoUrl: variables.GOOGLE_USERINFO_URL ?? GOOGLE_ADDRESSES.userInfoUrl,
  };
}
