/** Attempts to get in: how many there may be, and whether one more may be made. */
export * from "./allowance.ts";
export * from "./permit-attempt.ts";
