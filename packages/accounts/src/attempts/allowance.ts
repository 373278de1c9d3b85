/**
 * How many attempts to get in there may be, from one knob: attempts a minute. Asked before better-auth is.
 *
 * A client (an address of the internet) has that many a minute, whatever it tries. What is aimed at one e-mail
 * address is counted for the address too, of each client and of all strangers together. A client that got into
 * the account before is no stranger, and passwords, mails and the rest are counted apart: so that whoever keeps
 * trying somebody's password shuts that way for strangers, but neither for the person's own devices, nor the
 * links by mail, nor passkeys and Google, which are not counted by address at all.
 */
import type { AttemptAllowance } from "@edgewright/contracts";

/** "password": a secret is guessed. "mail": somebody gets a mail. "other": a code, a key, a token. */
export type AttemptKind = "password" | "mail" | "other";

/** The routes of better-auth, below `/api/auth`, whose attempts are limited. */
export const LIMITED_ROUTES: ReadonlyMap<string, AttemptKind> = new Map<string, AttemptKind>([
  ["/sign-in/email", "password"],
  ["/sign-up/email", "mail"],
  ["/sign-in/magic-link", "mail"],
  ["/request-password-reset", "mail"],
  ["/send-verification-email", "mail"],
  ["/change-email", "mail"],
  ["/reset-password", "other"],
  ["/two-factor/verify-totp", "other"],
  ["/two-factor/verify-backup-code", "other"],
  ["/two-factor/enable", "other"],
  ["/two-factor/disable", "other"],
  ["/two-factor/generate-backup-codes", "other"],
  ["/change-password", "other"],
  ["/passkey/verify-authentication", "other"],
  ["/sign-in/social", "other"],
]);

const MINUTE = 60_000;

export const clientAllowance = (perMinute: number): AttemptAllowance => ({ max: perMinute, ms: MINUTE });

export function addressAllowance(kind: AttemptKind, perMinute: number): { each: AttemptAllowance; strangers: AttemptAllowance } {
  if (kind === "mail")
    return { each: { max: Math.ceil(perMinute / 2), ms: 15 * MINUTE }, strangers: { max: 2 * perMinute, ms: 60 * MINUTE } };
  return { each: { max: perMinute, ms: 15 * MINUTE }, strangers: { max: 5 * perMinute, ms: 60 * MINUTE } };
}

/** Who a client is: an IPv4 address, or the network of an IPv6 one, of which each customer has a whole one. */
export function clientOf(ip: string | null): string {
  if (ip === null) return "unknown";
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail ? tail.split(":") : [];
  const all = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill("0"), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
