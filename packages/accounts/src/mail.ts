/** Mail as a port. Adapters send it; on one's own machine an outbox keeps it, which `/dev/mail` shows. */
import type { OutboxMail, Outcome } from "@edgewright/contracts";

/** `kind` names the template, for logs and the outbox. Made by the templates in mails/. */
export type Mail = { kind: string; to: string; subject: string; text: string; html: string };
/** `id`: the mail's own, under which it is sent again when it is not known whether it went out. */
export type SentMail = Mail & { id?: string };

export interface Mailer {
  /** Whether what is sent twice under one id goes out once. */
  readonly once: boolean;
  /** What fails may be tried again by whoever asked for the mail; the failure says so. */
  send(mail: SentMail): Promise<Outcome<void>>;
}

/** The mails of one's own machine, to be read there. */
export interface Mailbox {
  /** Newest first, and no more than the newest. */
  list(): Promise<OutboxMail[]>;
  get(id: string): Promise<OutboxMail | null>;
}
