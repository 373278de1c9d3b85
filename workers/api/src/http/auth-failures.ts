/** better-auth's own failures as the platform's: the one place that knows its codes. Used by auth-route.ts. */
import type { ErrorCode, Failure } from "@edgewright/contracts";
import { z } from "zod";

/** `field`: which field of a form it is about. */
type Words = { code?: ErrorCode; message: string; next: string; field?: string };

const SPENT: Words = { code: "gone", message: "This link has expired or was used already.", next: "Ask for a new one." };
const AGAIN: Words = {
  code: "sign_in_again",
  message: "It must be certain that it is you.",
  next: "Sign out, sign in again, then do this at once.",
};
const WRONG_CODE: Words = {
  message: "This code is not right.",
  next: "Check the time on your device, or use the next code.",
  field: "code",
};
const START_OVER: Words = { message: "This sign-in took too long.", next: "Sign in again from the start." };
const PASSKEY: Words = { message: "This passkey could not be used.", next: "Try again, or sign in another way." };

const WORDS: Record<string, Words> = {
  INVALID_EMAIL_OR_PASSWORD: {
    message: "The e-mail address or the password is not right.",
    next: "Check both, or have a sign-in link sent to you.",
  },
  EMAIL_NOT_VERIFIED: {
    code: "address_unconfirmed",
    message: "Your e-mail address is not confirmed yet.",
    next: "Open the link in the mail that we have just sent you.",
  },
  USER_ALREADY_EXISTS: { code: "conflict", message: "There is an account with this address already.", next: "Sign in.", field: "email" },
  INVALID_EMAIL: { message: "This is not an e-mail address.", next: "Write it like name@example.com.", field: "email" },
  INVALID_NAME: { message: "A name has 1 to 80 characters.", next: "Write another one.", field: "name" },
  PICTURE_IS_ELSEWHERE: { message: "A picture is not set here.", next: "Send it to /api/me/picture.", field: "image" },
  PASSWORD_TOO_SHORT: { message: "A password has at least 8 characters.", next: "Choose a longer one.", field: "newPassword" },
  PASSWORD_TOO_LONG: { message: "A password has at most 128 characters.", next: "Choose a shorter one.", field: "newPassword" },
  INVALID_PASSWORD: {
    message: "This password is not right.",
    next: "Check it, or have a link sent to you to set a new one.",
    field: "password",
  },
  CREDENTIAL_ACCOUNT_NOT_FOUND: { message: "Your account has no password.", next: "Have a link sent to you to set one." },
  INVALID_TOKEN: SPENT,
  TOKEN_EXPIRED: SPENT,
  EMAIL_MISMATCH: { message: "This is not the address of your account.", next: "Sign in with the account it was sent to.", field: "email" },
  EMAIL_ALREADY_VERIFIED: { code: "conflict", message: "This address is confirmed already.", next: "Sign in." },
  SESSION_NOT_FRESH: AGAIN,
  SESSION_EXPIRED: AGAIN,
  UNAUTHORIZED: { message: "You are not signed in.", next: "Sign in, then try again." },
  INVALID_CODE: WRONG_CODE,
  INVALID_BACKUP_CODE: { message: "This recovery code is not right, or was used already.", next: "Use another one.", field: "code" },
  INVALID_TWO_FACTOR_COOKIE: START_OVER,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { ...START_OVER, code: "rate_limited", message: "There were too many wrong codes." },
  ACCOUNT_TEMPORARILY_LOCKED: {
    message: "There were too many wrong codes for this account.",
    next: "Try again in 15 minutes, or sign in with a passkey.",
  },
  TOTP_NOT_ENABLED: { code: "conflict", message: "Two-factor sign-in is not switched on.", next: "Switch it on in your account first." },
  TWO_FACTOR_NOT_ENABLED: {
    code: "conflict",
    message: "Two-factor sign-in is not switched on.",
    next: "Switch it on in your account first.",
  },
  TOTP_ALREADY_ENABLED: { code: "conflict", message: "Two-factor sign-in is switched on already.", next: "Load the page again to see it." },
  FAILED_TO_UNLINK_LAST_ACCOUNT: {
    code: "conflict",
    message: "This is the last way into your account.",
    next: "Set a password first, then disconnect it.",
  },
  ACCOUNT_NOT_FOUND: {
    code: "not_found",
    message: "This is not connected to your account any more.",
    next: "Load the page again to see what is.",
  },
  PASSKEY_NOT_FOUND: { ...PASSKEY, code: "not_found", message: "There is no such passkey any more." },
  CHALLENGE_NOT_FOUND: PASSKEY,
  AUTHENTICATION_FAILED: PASSKEY,
  FAILED_TO_VERIFY_REGISTRATION: { ...PASSKEY, message: "This passkey could not be added." },
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: { ...PASSKEY, message: "This passkey could not be added." },
  PROVIDER_NOT_FOUND: { code: "not_found", message: "This way to sign in is not set up here.", next: "Sign in another way." },
};
const ALIASES: Record<string, string> = { USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "USER_ALREADY_EXISTS" };

const BY_STATUS: Record<number, { code: ErrorCode; message: string; next: string }> = {
  400: { code: "bad_request", message: "This request does not have the shape that is expected here.", next: "Compare it with /api/docs." },
  401: { code: "unauthenticated", message: "You are not signed in.", next: "Sign in, then try again." },
  403: { code: "forbidden", message: "This is not allowed.", next: "Open Edgewright's own page and try again there." },
  404: { code: "not_found", message: "There is nothing at this address.", next: "Find the right one at /api/docs." },
  409: { code: "conflict", message: "Something else was changed at the same time.", next: "Load it again, then try once more." },
  413: { code: "too_large", message: "This request is too large.", next: "Send less at once." },
  415: { code: "bad_request", message: "This request is no JSON.", next: "Send JSON, with content-type: application/json." },
  422: {
    code: "bad_request",
    message: "This request does not have the values that are expected here.",
    next: "Compare it with /api/docs.",
  },
  429: { code: "rate_limited", message: "There were too many attempts.", next: "Wait a moment, then try again." },
};
const BUG = { code: "internal" as const, message: "Something went wrong on our side.", next: "Try again in a moment." };

const Body = z.object({ code: z.string().optional(), message: z.string().optional() });

/** How better-auth says that a body does not fit: `[body.email] Invalid email address`. */
const INVALID = /^\[body\.(\w+)\] (.+?)(;|$)/;

/** Where a form calls the field otherwise. */
const FIELDS: Record<string, Record<string, string>> = {
  "/sign-up/email": { newPassword: "password" },
  "/change-password": { password: "currentPassword" },
};

export function authFailure(status: number, given: unknown, path: string): Failure {
  const usual = BY_STATUS[status] ?? BUG;
  const body = Body.safeParse(given);
  if (!body.success || usual === BUG) return usual;
  const { code = "", message = "" } = body.data;
  const [, field, why] = INVALID.exec(message) ?? [];
  if (field !== undefined && why !== undefined)
    return { ...usual, message: `${why}.`, next: "Change it, then try again.", fields: { [field]: `${why}.` } };
  const words = WORDS[ALIASES[code] ?? code];
  if (!words) return usual;
  const { field: named, ...said } = words;
  return { ...usual, ...said, ...(named ? { fields: { [FIELDS[path]?.[named] ?? named]: said.message } } : {}) };
}
