/** Sets a new password. */
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";

export const resetPasswordMail = ({ to, link }: { to: string; link: string }): Mail =>
  composeMail({
    kind: "reset-password",
    to,
    subject: "Set a new password",
    paragraphs: [
      "Set a new password for your Edgewright account. The link works once, for an hour. Every device that is signed in will have to sign in again.",
    ],
    action: { label: "Set a new password", link },
    note: "If you did not ask for this, leave this mail alone: your password stays as it is.",
  });
