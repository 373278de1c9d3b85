/** Somebody signed up with an address that has an account. Its owner is told; whoever asked is not. */
import type { Mail } from "../mail.ts";
import { composeMail } from "./layout.ts";

export const signUpAgainMail = ({ to, link }: { to: string; link: string }): Mail =>
  composeMail({
    kind: "sign-up-again",
    to,
    subject: "You have an Edgewright account already",
    paragraphs: [
      "Someone, probably you, tried to sign up with this address. It has an account, so just sign in. If you forgot the password, you can set a new one there.",
    ],
    action: { label: "Sign in", link },
    note: "If it was not you, there is nothing to do: your account is as it was.",
  });
