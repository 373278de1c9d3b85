/** Where versions' files are kept and read. */
export * from "./limits.ts";
export * from "./ports.ts";
export { decodeText, encodeText } from "./text.ts";
export * from "./version-store.ts";
export { type ZippedFile, zipStream } from "./zip-stream.ts";
