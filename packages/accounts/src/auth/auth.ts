/** better-auth as the platform uses it: every way to sign in, two-factor, passkeys and API tokens. Built in workers/api. */
import { apiKey } from "@better-auth/api-key";
import { passkey } from "@better-auth/passkey";
import { TOKEN_NAME_MAX, TOKEN_PREFIX } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import { type BetterAuthOptions, betterAuth, type DBAdapter } from "better-auth";
import { genericOAuth, magicLink, organization } from "better-auth/plugins";
import { type AuditedWrites, auditedAdapter, authId } from "../account-audit.ts";
import type { AccountMails } from "../account-mails.ts";
import { CLIENT_ADDRESS_HEADER } from "../client-address.ts";
import { nameFor } from "../person-name.ts";
import { makePersonalOrganization } from "../personal-organization.ts";
import type { MembershipRecords } from "../ports.ts";
import { afterAuth, beforeAuth, isChangeOfAddress } from "./auth-hooks.ts";
import { type GoogleSettings, google } from "./google.ts";
import { secondFactor } from "./second-factor.ts";

/** How passwords are kept; better-auth's own way, scrypt, unless a test brings a faster one. */
export type PasswordHashing = {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
};

export type AuthDeps = {
  /** better-auth's adapter over the platform's tables. */
  database(options: BetterAuthOptions): DBAdapter;
  writes: AuditedWrites;
  memberships: MembershipRecords;
  mails: AccountMails;
  clock: Clock;
  appUrl: string;
  secret: string;
  google: GoogleSettings | null;
  /** False: whoever signs up is signed in at once, and confirms the address later. */
  confirmFirst: boolean;
  passwords?: PasswordHashing;
  /** Work that the answer does not wait for. */
  background(work: Promise<unknown>): void;
};

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;

const DAY = 60 * 60 * 24;
const LINK_SECONDS = 60 * 60;

export function createAuth(deps: AuthDeps) {
  const secure = deps.appUrl.startsWith("https:");
  return betterAuth({
    appName: "Edgewright",
    baseURL: deps.appUrl,
    basePath: "/api/auth",
    secret: deps.secret,
    database: (options: BetterAuthOptions) => auditedAdapter(deps, deps.database(options)),
    trustedOrigins: [deps.appUrl],
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      ...(deps.passwords ? { password: deps.passwords } : {}),
      requireEmailVerification: deps.confirmFirst,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => deps.mails.resetPassword(user, url),
      onExistingUserSignUp: ({ user }) => deps.mails.signUpAgain(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: deps.confirmFirst,
      autoSignInAfterVerification: true,
      expiresIn: DAY,
      sendVerificationEmail: ({ user, url, token }) =>
        isChangeOfAddress(token) ? deps.mails.verifyNewAddress(user, url) : deps.mails.confirmAddress(user, url),
    },
    user: {
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: ({ user, newEmail, url }) => deps.mails.changeAddress(user, newEmail, url),
      },
    },
    // No provider is trusted by its name: it must say that the address is confirmed.
    account: { accountLinking: { enabled: true } },
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    /** What a link carries is kept as its hash alone. */
    verification: { storeIdentifier: "hashed" },
    onAPIError: { errorURL: new URL("/sign-in", deps.appUrl).href },
    hooks: { before: beforeAuth, after: afterAuth },
    // Attempts are limited before better-auth is asked, by address and by client (workers/api).
    rateLimit: { enabled: false },
    advanced: {
      // Said, since better-auth leaves both out when it takes itself to be under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // `__Host-`: only this very host can set it, and only over https.
      cookiePrefix: secure ? "__Host-edgewright" : "edgewright",
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: ({ model }) => authId(model) },
      backgroundTasks: { handler: deps.background },
    },
    databaseHooks: {
      session: {
        create: {
          // A session that takes the place of one, as after a change of password, goes on in the same organization.
          async before(session, context) {
            const former = context?.context.session?.session;
            if (former?.userId !== session.userId) return;
            return { data: { ...session, activeOrganizationId: former.activeOrganizationId } };
          },
        },
      },
      user: {
        create: {
          before: async (user) => ({ data: { ...user, name: nameFor(user.name, user.email), image: null } }),
          after: (user) =>
            makePersonalOrganization(deps, user, {
              kind: "person",
              id: user.id,
              name: user.name,
              personId: user.id,
              ...deps.writes.facts(),
            }),
        },
      },
    },
    plugins: [
      // Holds which organization a session works in. Its routes are closed (auth-routes.ts).
      organization({ creatorRole: "admin", allowUserToCreateOrganization: false, disableOrganizationDeletion: true }),
      magicLink({
        expiresIn: LINK_SECONDS / 4,
        storeToken: "hashed",
        // In the background, as better-auth does with its other mails: how long it takes says nothing.
        sendMagicLink: ({ email, url }) => deps.background(deps.mails.signInLink(email, url)),
      }),
      secondFactor(),
      passkey({ rpID: new URL(deps.appUrl).hostname, rpName: "Edgewright", origin: new URL(deps.appUrl).origin }),
      apiKey({
        defaultPrefix: TOKEN_PREFIX,
        startingCharactersConfig: { charactersLength: TOKEN_PREFIX.length + 4 },
        maximumNameLength: TOKEN_NAME_MAX,
        enableMetadata: true,
        keyExpiration: { maxExpiresIn: 366 },
        rateLimit: { enabled: false },
        deferUpdates: true,
      }),
      genericOAuth({ config: deps.google ? [google(deps.google)] : [] }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
