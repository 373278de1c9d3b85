/** Which changes of an account its owner is told of by mail, whoever made them. Used by account-audit.ts. */
import type { AuditAction } from "@edgewright/audit";
import type { SecurityNotice } from "./mails/index.ts";

type Row = Record<string, unknown>;

/** What comes with a new account is no news. */
const NEW_MS = 60_000;

export type Notice = { to: string; notice: SecurityNotice };

export function noticeOf(action: AuditAction, user: Row, change: Row): Notice | null {
  const notice = wordsFor(action, user, change);
  return notice && { to: String(user.email), notice };
}

function wordsFor(action: AuditAction, user: Row, change: Row): SecurityNotice | null {
  const isNew = user.createdAt instanceof Date && Date.now() - user.createdAt.getTime() < NEW_MS;
  switch (action) {
    case "account.email_changed":
      return { kind: "address-changed", newAddress: String(change.email) };
    case "account.password_set":
      return isNew && "userId" in change ? null : { kind: "password-changed" };
    case "account.two_factor_enabled":
      return { kind: "two-factor-on" };
    case "account.two_factor_disabled":
      return { kind: "two-factor-off" };
    case "account.passkey_added":
      return { kind: "sign-in-method-added", method: "a passkey" };
    case "account.linked":
      return isNew ? null : { kind: "sign-in-method-added", method: "Google" };
    default:
      return null;
  }
}
