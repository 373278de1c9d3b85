/** Who somebody is, which organizations they belong to, and what they may do there. */
export * from "./account-audit.ts";
export * from "./account-mails.ts";
export * from "./actor.ts";
export * from "./attempts.ts";
export * from "./auth-routes.ts";
export * from "./client-address.ts";
export * from "./domains/index.ts";
export * from "./email-address.ts";
export * from "./invites/index.ts";
export * from "./mail.ts";
export * from "./mails/index.ts";
export * from "./organizations/index.ts";
export * from "./permissions/index.ts";
export * from "./personal-organization.ts";
export * from "./ports.ts";
export * from "./sign-in-records.ts";
export * from "./tokens.ts";
