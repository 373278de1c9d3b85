/** The platform's floor: what every module stands on. */
export * from "./at.ts";
export * from "./base64.ts";
export * from "./clock.ts";
export * from "./file-pointer.ts";
export * from "./hash.ts";
export * from "./id.ts";
export * from "./json.ts";
export * from "./log.ts";
export * from "./outbox.ts";
export * from "./outcome.ts";
export * from "./own-host.ts";
export * from "./path.ts";
export * from "./pauser.ts";
export * from "./problem.ts";
export * from "./sealed.ts";
export * from "./signed-token.ts";
export * from "./sql.ts";
