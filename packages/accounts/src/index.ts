/** Who somebody is, which organizations they belong to, and what they may do there. */
export * from "./auth.ts";
export * from "./can.ts";
export * from "./personal-organization.ts";
export * from "./ports.ts";
