/** Stand-ins and suites for tests. Never imported by the product. */
export { appData } from "./app-data.ts";
export * from "./authenticator-app.ts";
export * from "./free-places.ts";
export * from "./gate.ts";
export * from "./large-project/index.ts";
export * from "./memory-blobs.ts";
export * from "./memory-bucket.ts";
export * from "./memory-files.ts";
export * from "./memory-sql.ts";
export * from "./prompt-reuse.ts";
export * from "./row-writer.ts";
export * from "./scripted-model.ts";
export * from "./software-passkey.ts";
export * from "./sqlite-d1.ts";
export * from "./story.ts";
export * from "./test-browser.ts";
export * from "./world.ts";
