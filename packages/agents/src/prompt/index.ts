/** What a model is given to know of an app and of what was said, within its window. */

export { orClosest } from "../tools/reading/closest-paths.ts";
export { listFiles, outlineOf } from "../tools/reading/list-files.ts";
export { readText } from "../tools/reading/read-file.ts";
export { searchFiles } from "../tools/reading/search-files.ts";
export * from "./build-context.ts";
export { compact, compactAsItGrew } from "./compaction/compact.ts";
export { SCHEMA_PATH, tablesOf } from "./schema-text.ts";
export { estimateTokens } from "./tokens.ts";
