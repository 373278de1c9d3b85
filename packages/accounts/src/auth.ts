/** better-auth as the platform uses it: e-mail and password, and organizations with the platform's roles. Built in workers/api. */
import { type AuditEntry, auditEntry } from "@edgewright/audit";
import { type Clock, type IdPrefix, newId } from "@edgewright/core";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { organization } from "better-auth/plugins";
import { accessControl, organizationRoles, refuseForeignRole } from "./organization-roles.ts";
import { makePersonalOrganization } from "./personal-organization.ts";
import type { MembershipRecords } from "./ports.ts";

export type AuthDeps = {
  /** The adapter over the platform's tables. */
  database: NonNullable<BetterAuthOptions["database"]>;
  memberships: MembershipRecords;
  audit: { record(entry: AuditEntry): Promise<void> };
  clock: Clock;
  appUrl: string;
  secret: string;
  /** Sign-ups and sign-ins from one address in a minute; 0 sets no limit at all. */
  attemptsPerMinute: number;
};

/** The header that Cloudflare sets and nobody else can. Without it all clients would share one rate limit. */
export const CLIENT_ADDRESS_HEADER = "cf-connecting-ip";

const IDS: Record<string, IdPrefix> = {
  user: "usr",
  session: "sin",
  account: "acc",
  verification: "vrf",
  rateLimit: "lim",
  organization: "org",
  member: "mem",
  invitation: "inv",
};

export function createAuth(deps: AuthDeps) {
  const attempts = { window: 60, max: deps.attemptsPerMinute };
  return betterAuth({
    appName: "Edgewright",
    baseURL: deps.appUrl,
    basePath: "/api/auth",
    secret: deps.secret,
    database: deps.database,
    trustedOrigins: [deps.appUrl],
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: deps.attemptsPerMinute > 0,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/*": attempts, "/sign-up/*": attempts },
    },
    advanced: {
      cookiePrefix: "edgewright",
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: ({ model }) => newId(IDS[model] ?? "key") },
    },
    databaseHooks: {
      user: {
        create: {
          after: (user, context) => makePersonalOrganization(deps, user, context?.headers?.get(CLIENT_ADDRESS_HEADER) ?? null),
        },
      },
    },
    plugins: [organizations(deps)],
  });
}

export type Auth = ReturnType<typeof createAuth>;

const organizations = (deps: AuthDeps) =>
  organization({
    ac: accessControl,
    roles: organizationRoles,
    creatorRole: "admin",
    disableOrganizationDeletion: true,
    organizationHooks: {
      async afterCreateOrganization({ organization: made, user }) {
        const origin = { kind: "person" as const, id: user.id, name: user.name, ip: null };
        const what = { organizationId: made.id, action: "organization.created" as const, subject: made.id, detail: { name: made.name } };
        await deps.audit.record(auditEntry(deps.clock, origin, what));
      },
      async beforeCreateInvitation({ invitation }) {
        refuseForeignRole(invitation.role);
      },
      async beforeAddMember({ member }) {
        refuseForeignRole(member.role);
      },
      async beforeUpdateMemberRole({ newRole }) {
        refuseForeignRole(newRole);
      },
    },
  });
