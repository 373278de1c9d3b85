/** What is known of models: names, windows, prices. */
export * from "./model-info.ts";
export * from "./registry.ts";
