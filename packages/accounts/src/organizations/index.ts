/** Organizations and who belongs to them. */
export * from "./change-member.ts";
export * from "./lifecycle.ts";
export * from "./ports.ts";
export * from "./project-roles.ts";
