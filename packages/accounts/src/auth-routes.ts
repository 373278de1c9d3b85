/**
 * The routes of better-auth that are open, and to whom. Any other path under
 * `/api/auth` is closed: what concerns organizations and tokens, a person's sessions
 * and the end of the account has operations of its own, each with its line in the
 * audit log; and no route gives a session's token to the page.
 */

export type AuthRoute = {
  method: "GET" | "POST";
  /** Below `/api/auth`. */
  path: string;
  /** "person": better-auth asks for a session. */
  for: "anyone" | "person";
};

const anyone = (method: AuthRoute["method"], ...paths: string[]): AuthRoute[] => paths.map((path) => ({ method, path, for: "anyone" }));
const person = (method: AuthRoute["method"], ...paths: string[]): AuthRoute[] => paths.map((path) => ({ method, path, for: "person" }));

export const AUTH_ROUTES: readonly AuthRoute[] = [
  ...anyone("POST", "/sign-up/email", "/sign-in/email", "/sign-in/social", "/sign-in/magic-link", "/sign-out"),
  ...anyone("POST", "/request-password-reset", "/reset-password", "/send-verification-email"),
  ...anyone("GET", "/verify-email", "/magic-link/verify", "/reset-password/:token", "/callback/google"),
  ...anyone("GET", "/passkey/generate-authenticate-options"),
  ...anyone("POST", "/passkey/verify-authentication"),
  ...anyone("POST", "/two-factor/verify-totp", "/two-factor/verify-backup-code"),
  ...person("POST", "/two-factor/enable", "/two-factor/disable", "/two-factor/generate-backup-codes"),
  ...person("GET", "/passkey/generate-register-options"),
  ...person("POST", "/update-user", "/change-email", "/change-password", "/link-social", "/unlink-account"),
  ...person("POST", "/passkey/verify-registration", "/passkey/delete-passkey", "/passkey/update-passkey"),
];
