/** Domains that organizations claim, and joining by an address of one. */
export * from "./claim-domain.ts";
export * from "./join-by-domain.ts";
export * from "./ports.ts";
