/** Access of what stays open: what a grant is worth now, and how connections hear that it has changed. */
export * from "./follow-changes.ts";
export type * from "./ports.ts";
export * from "./standing.ts";
