/** The mails about an account, as better-auth and the account's own operations ask for them. */
import { type Clock, log } from "@edgewright/core";
import type { Mail, Mailer } from "./mail.ts";
import {
  changeAddressMail,
  confirmAddressMail,
  resetPasswordMail,
  type SecurityNotice,
  securityNoticeMail,
  signInLinkMail,
  signUpAgainMail,
  verifyNewAddressMail,
} from "./mails/index.ts";

type Recipient = { email: string };

export interface AccountMails {
  confirmAddress(user: Recipient, link: string): Promise<void>;
  /** Somebody signed up with an address that has an account: its owner is told, whoever asked is not. */
  signUpAgain(user: Recipient): Promise<void>;
  resetPassword(user: Recipient, link: string): Promise<void>;
  signInLink(email: string, link: string): Promise<void>;
  /** To the former address, to be agreed to there first. */
  changeAddress(user: Recipient, newAddress: string, link: string): Promise<void>;
  verifyNewAddress(user: Recipient, link: string): Promise<void>;
  notice(user: Recipient, notice: SecurityNotice): Promise<void>;
}

type Deps = { mailer: Mailer; clock: Clock; appUrl: string };

export function accountMails({ mailer, clock, appUrl }: Deps): AccountMails {
  const send = async (mail: Mail) => {
    const sent = await mailer.send(mail);
    // The address stays out of the log: who has an account is nobody's business there.
    if (!sent.ok) log.error("mail not sent", { kind: mail.kind, code: sent.error.code, error: sent.error.message });
  };
  const page = (path: string) => new URL(path, appUrl).href;
  return {
    confirmAddress: ({ email: to }, link) => send(confirmAddressMail({ to, link })),
    signUpAgain: ({ email: to }) => send(signUpAgainMail({ to, link: page("/sign-in") })),
    resetPassword: ({ email: to }, link) => send(resetPasswordMail({ to, link })),
    signInLink: (to, link) => send(signInLinkMail({ to, link })),
    changeAddress: ({ email: to }, newAddress, link) => send(changeAddressMail({ to, newAddress, link })),
    verifyNewAddress: ({ email: to }, link) => send(verifyNewAddressMail({ to, link })),
    notice: ({ email: to }, notice) => send(securityNoticeMail({ to, notice, at: clock.now(), link: page("/settings/security") })),
  };
}
