/** A change of address: the former one agrees first, then the new one shows that it is theirs. */
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";
import { safeText } from "./safe-text.ts";

export const changeAddressMail = ({ to, newAddress, link }: { to: string; newAddress: string; link: string }): Mail =>
  composeMail({
    kind: "change-address",
    to,
    subject: "Agree to the change of your address",
    paragraphs: [
      `Your Edgewright account is to have the address ${safeText(newAddress, 320)} instead of this one. Agree to it here; then we send a mail to the new address to confirm it.`,
    ],
    action: { label: "Agree to the change", link },
    note: "If you did not ask for this, do not agree: sign in, change your password and sign out every other device.",
  });

export const verifyNewAddressMail = ({ to, link }: { to: string; link: string }): Mail =>
  composeMail({
    kind: "verify-new-address",
    to,
    subject: "Confirm your new e-mail address",
    paragraphs: ["Confirm that this address is yours, and it becomes the one of your Edgewright account. The link works for 24 hours."],
    action: { label: "Confirm this address", link },
    note: "If you have no Edgewright account, leave this mail alone: nothing happens.",
  });
