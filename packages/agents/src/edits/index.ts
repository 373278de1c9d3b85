/** Changes that a model asks for in words: search and replace on files. */
export { applyEdits } from "./apply-edits.ts";
export type { Edit } from "./edit.ts";
