/** The mails about an account. */
import { log } from "@edgewright/core";
import type { Mail, Mailer } from "./mail.ts";

type Recipient = { name: string; email: string };

export interface AccountMails {
  confirmAddress(user: Recipient, url: string): Promise<void>;
  /** Somebody signed up with an address that has an account: its owner is told, whoever asked is not. */
  signUpAgain(user: Recipient): Promise<void>;
  resetPassword(user: Recipient, url: string): Promise<void>;
  signInLink(email: string, url: string): Promise<void>;
  /** To the former address, to be confirmed there first. */
  changeAddress(user: Recipient, to: string, url: string): Promise<void>;
}

export function accountMails(mailer: Mailer, appUrl: string): AccountMails {
  const send = async (mail: Mail) => {
    const sent = await mailer.send(mail);
    if (!sent.ok) log.error("mail not sent", { kind: mail.kind, error: sent.error.message });
  };
  const plain = (kind: string, to: string, subject: string, text: string): Mail => ({ kind, to, subject, text, html: text });
  return {
    confirmAddress: ({ email }, url) => send(plain("confirm-address", email, "Confirm your e-mail address", url)),
    signUpAgain: ({ email }) => send(plain("sign-up-again", email, "You have an account already", `${appUrl}/sign-in`)),
    resetPassword: ({ email }, url) => send(plain("reset-password", email, "Set a new password", url)),
    signInLink: (email, url) => send(plain("sign-in-link", email, "Your sign-in link", url)),
    changeAddress: ({ email }, to, url) => send(plain("change-address", email, `Change your address to ${to}`, url)),
  };
}
