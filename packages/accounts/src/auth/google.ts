/** Sign-in with Google. Its addresses come from the environment, so that a local issuer can stand in for it. */
import type { GenericOAuthConfig } from "better-auth/plugins";

export type GoogleSettings = {
  clientId: string;
  clientSecret: string;
  authorizationUrl: string;
  tokenUrl: string;
  userInfoUrl: string;
};

export const GOOGLE_ADDRESSES = {
  authorizationUrl: "https://accounts.google.com/o/oauth2/v2/auth",
  tokenUrl: "https://oauth2.googleapis.com/token",
  userInfoUrl: "https://openidconnect.googleapis.com/v1/userinfo",
};

export const google = (settings: GoogleSettings): GenericOAuthConfig<"google"> => ({
  providerId: "google",
  ...settings,
  scopes: ["openid", "email", "profile"],
  pkce: true,
  // What tells one Google account from another; the plugin looks for `id`, which Google does not say.
  accountSubject: ({ profile }) => String(profile.sub ?? ""),
});
