/** The outside world behind the domain's ports. Each adapter has a file of its own. */
export * from "./database.ts";
export * from "./models.ts";
export * from "./r2-blobs.ts";
