/** What the account's forms accept. Lengths are the API's. */
import { z } from "zod";

const email = z.email("Enter an e-mail address, such as ada@example.org.");
export const PersonName = z.string().trim().min(1, "Enter your name.").max(80, "At most 80 characters.");
export const SignIn = z.object({ email, password: z.string().min(1, "Enter your password.") });
export const SignUp = z.object({
  name: PersonName,
  email,
  password: z.string().min(8, "At least 8 characters.").max(128, "At most 128 characters."),
});
