/** What a model is given to know of an app and of what was said, within its window. */
export * from "./build-context.ts";
export { compact, compactAsItGrew } from "./compaction/compact.ts";
export { orClosest } from "./reading/closest-paths.ts";
export { listFiles, outlineOf } from "./reading/list-files.ts";
export { readText } from "./reading/read-file.ts";
export { searchFiles } from "./reading/search-files.ts";
export { tablesOf } from "./schema-text.ts";
export { estimateTokens } from "./tokens.ts";
