/** What everything over RPC answers with, and what goes along. */
import type { Failure } from "../errors.ts";

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** An app's files by path, e.g. `src/App.tsx`: their text, or a pointer to what is none (`file-pointer.ts` of core). */
export type FileMap = Record<string, string>;
/** `text: null` deletes the file. */
export type FileChange = { path: string; text: string | null };

/** Of each of the objects: all that it keeps goes for good. */
export interface ErasableRpc {
  erase(): Promise<void>;
}
