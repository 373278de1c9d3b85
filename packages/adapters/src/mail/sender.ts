/** The sender of the platform's mails, as `MAIL_FROM` writes it. */
import emailAddresses from "email-addresses";

export type Sender = { name: string; email: string };

/** null: not one address. */
export function parseSender(text: string): Sender | null {
  const parsed = emailAddresses.parseOneAddress(text);
  if (parsed?.type !== "mailbox" || /[\r\n]/.test(text)) return null;
  return { name: parsed.name ?? "Edgewright", email: parsed.address };
}
