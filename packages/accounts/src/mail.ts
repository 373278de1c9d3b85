/** Mail as a port. Adapters send it; on one's own machine an outbox keeps it, which `/dev/mail` shows. */
import type { OutboxMail, Outcome } from "@edgewright/contracts";

/** `kind` names the template, for logs and the outbox. Made by the templates in mails/. */
export type Mail = { kind: string; to: string; subject: string; text: string; html: string };

export interface Mailer {
  /** What fails may be tried again by whoever asked for the mail; the failure says so. */
  send(mail: Mail): Promise<Outcome<void>>;
}

/** The mails of one's own machine, to be read there. */
export interface Mailbox {
  /** Newest first, and no more than the newest. */
  list(): Promise<OutboxMail[]>;
  get(id: string): Promise<OutboxMail | null>;
}
