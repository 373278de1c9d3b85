/** Wire shapes shared by every deployable. Depends on zod only. */
export * from "./account.ts";
export * from "./app.ts";
export * from "./audit.ts";
export * from "./errors.ts";
export * from "./findings.ts";
export * from "./http.ts";
export * from "./limits.ts";
export * from "./models.ts";
export * from "./organizations.ts";
export * from "./plain-text.ts";
export * from "./preview-access.ts";
export * from "./preview-frame.ts";
export * from "./queue.ts";
export * from "./rpc.ts";
export * from "./session-protocol.ts";
export * from "./snapshots.ts";
export * from "./tokens.ts";
