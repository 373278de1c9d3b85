/** Mail as a port. Adapters send it; the local one keeps it in an outbox that `/dev/mail` shows. */
import type { Outcome } from "@edgewright/contracts";

/** `kind` names the template, for logs and the outbox. */
export type Mail = { kind: string; to: string; subject: string; text: string; html: string };

export interface Mailer {
  /** What fails may be tried again by whoever asked for the mail; the failure says so. */
  send(mail: Mail): Promise<Outcome<void>>;
}
