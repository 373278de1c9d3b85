/** What happened, by whom, when and from where. */
export * from "./entry.ts";
export * from "./vocabulary.ts";
