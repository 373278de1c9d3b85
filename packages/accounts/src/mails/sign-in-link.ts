/** Signs in without a password. */
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";

export const signInLinkMail = ({ to, link }: { to: string; link: string }): Mail =>
  composeMail({
    kind: "sign-in-link",
    to,
    subject: "Your sign-in link",
    paragraphs: [
      "Sign in to Edgewright with this link. It works once, for 15 minutes. Do not pass it on: whoever opens it is signed in as you.",
    ],
    action: { label: "Sign in", link },
    note: "If you did not ask for this, leave this mail alone: nobody is signed in by it.",
  });
