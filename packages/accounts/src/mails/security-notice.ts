/** Tells the owner of an account what was changed about getting into it. */
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";
import { safeText, shownTime } from "./safe-text.ts";

export type SecurityNotice =
  | { kind: "address-changed"; newAddress: string }
  | { kind: "password-changed" }
  | { kind: "two-factor-on" }
  | { kind: "two-factor-off" }
  | { kind: "sign-in-method-added"; method: "Google" | "a passkey" };

type Words = { subject: string; sentence: string };

function wordsOf(notice: SecurityNotice): Words {
  switch (notice.kind) {
    case "address-changed":
      return {
        subject: "Your e-mail address was changed",
        sentence: `Your Edgewright account now has the address ${safeText(notice.newAddress, 320)}. This one no longer signs in.`,
      };
    case "password-changed":
      return { subject: "Your password was changed", sentence: "The password of your Edgewright account was set anew." };
    case "two-factor-on":
      return {
        subject: "Two-factor sign-in was switched on",
        sentence: "From now on, signing in to your Edgewright account takes a code from your authenticator too.",
      };
    case "two-factor-off":
      return {
        subject: "Two-factor sign-in was switched off",
        sentence: "Signing in to your Edgewright account no longer takes a code from your authenticator.",
      };
    case "sign-in-method-added":
      return {
        subject: `You can sign in with ${notice.method}`,
        sentence: `Your Edgewright account can now be signed in to with ${notice.method}.`,
      };
  }
}

export function securityNoticeMail({ to, at, notice, link }: { to: string; at: number; notice: SecurityNotice; link: string }): Mail {
  const { subject, sentence } = wordsOf(notice);
  return composeMail({
    kind: notice.kind,
    to,
    subject,
    paragraphs: [`${sentence} It happened on ${shownTime(at)}.`],
    action: { label: "See your account's security", link },
    note: "If it was not you, set a new password at once, sign out every other device, and tell an administrator of your organization.",
  });
}
