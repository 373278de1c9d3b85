/** The calls to better-auth that signing in takes, each giving back its failure or null. Where a link leads is always a page of this site. */
import { type ApiFailure, failureOf } from "../api/answer.ts";
import { call } from "../api/browser.ts";
import { leaveFor } from "../api/leave.ts";

/** better-auth compares whole addresses, and refuses paths it finds odd. */
const here = (path: string) => new URL(path, window.location.origin).href;

type SignedIn = { twoFactorRedirect?: boolean };

/** Signed in, or on to the second factor. */
export const signIn = (values: { email: string; password: string }) => call<SignedIn>("POST", "/api/auth/sign-in/email", { body: values });

type SignedUp = { token?: string | null };

/** Without a token in the answer the address must be confirmed first. */
export const signUp = (values: { name: string; email: string; password: string }, next: string) =>
  call<SignedUp>("POST", "/api/auth/sign-up/email", { body: { ...values, callbackURL: here(confirmPath(next)) } });

export const confirmPath = (next: string) => (next === "/" ? "/confirm" : `/confirm?next=${encodeURIComponent(next)}`);

export const sendConfirmation = async (email: string, next = "/") =>
  failureOf(await call("POST", "/api/auth/send-verification-email", { body: { email, callbackURL: here(confirmPath(next)) } }));

/** `errorPath`: where a link leads that has expired or was used. */
export const sendSignInLink = async (email: string, next: string, errorPath: string) =>
  failureOf(
    await call("POST", "/api/auth/sign-in/magic-link", {
      body: { email, callbackURL: here(next), errorCallbackURL: here(errorPath) },
    }),
  );

export const sendPasswordLink = async (email: string) =>
  failureOf(await call("POST", "/api/auth/request-password-reset", { body: { email, redirectTo: here("/reset-password/new") } }));

export const setPassword = async (token: string, newPassword: string) =>
  failureOf(await call("POST", "/api/auth/reset-password", { body: { token, newPassword } }));

export const sendSecondFactor = async (kind: "code" | "recovery", code: string, trustDevice: boolean) =>
  failureOf(
    await call("POST", `/api/auth/two-factor/${kind === "code" ? "verify-totp" : "verify-backup-code"}`, {
      body: { code, trustDevice },
    }),
  );

type Elsewhere = { url: string };

/** Leaves for Google, and resolves only when that was refused; comes back to `next`, or with `?error=` to `errorPath`. */
export async function goToGoogle(how: "sign-in" | "link", next: string, errorPath: string): Promise<ApiFailure | null> {
  const path = how === "sign-in" ? "/api/auth/sign-in/social" : "/api/auth/link-social";
  const body = { provider: "google", callbackURL: here(next), errorCallbackURL: here(errorPath) };
  const answer = await call<Elsewhere>("POST", path, { body });
  return answer.ok ? leaveFor(answer.value.url) : answer.error;
}

/** Two mails where the present address is confirmed, one where it is not; `/confirm` tells which of them was opened. */
export const changeAddress = async (newEmail: string) =>
  failureOf(
    await call("POST", "/api/auth/change-email", {
      body: { newEmail, callbackURL: here(`/confirm?to=${encodeURIComponent(newEmail)}&next=%2Fsettings`) },
    }),
  );
