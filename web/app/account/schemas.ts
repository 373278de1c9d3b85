/** What the account's forms accept. Lengths are the API's. */
import { z } from "zod";

const email = z.email("Enter an e-mail address, such as ada@example.org.");
export const PersonName = z.string().trim().min(1, "Enter your name.").max(80, "At most 80 characters.");
/** One that is typed to be checked. */
export const Password = z.string().min(1, "Enter your password.");
export const NewPassword = z.string().min(8, "At least 8 characters.").max(128, "At most 128 characters.");
export const SignIn = z.object({ email, password: Password });
export const SignUp = z.object({ name: PersonName, email, password: NewPassword });
export const Address = z.object({ email });
/** As authenticator apps show it, in one piece or two. */
export const AuthenticatorCode = z.object({ code: z.string().regex(/^\s*\d{3}\s?\d{3}\s*$/, "Enter the six digits.") });
