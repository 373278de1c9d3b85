/** Changes that a model asks for in words: search and replace on files, and a text protocol for models that cannot call tools. */
export { applyEdits, type EditResult } from "./apply-edits.ts";
export type { Edit } from "./edit.ts";
export type { ProtocolEvent } from "./protocol/events.ts";
export { ProtocolParser } from "./protocol/parser.ts";
export { TEXT_PROTOCOL } from "./protocol/text-protocol.ts";
