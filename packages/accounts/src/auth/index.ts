/** better-auth as the platform uses it. Apart from the rest of the package, since it is large and only workers/api needs it. */
export { type Auth, createAuth, type PasswordHashing } from "./auth.ts";
export { GOOGLE_ADDRESSES, type GoogleSettings } from "./google.ts";
