/** Confirms the address of a new account. It goes to an address nobody has shown to be theirs, so it carries nothing that whoever signed up has written. */
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";

export const confirmAddressMail = ({ to, link }: { to: string; link: string }): Mail =>
  composeMail({
    kind: "confirm-address",
    to,
    subject: "Confirm your e-mail address",
    paragraphs: ["Confirm that this address is yours to finish setting up your Edgewright account. The link works for 24 hours."],
    action: { label: "Confirm this address", link },
    note: "If you did not sign up for Edgewright, leave this mail alone: nothing happens.",
  });
