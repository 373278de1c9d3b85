/**
 * Building for a thread on which other people's requests wait: what may take it longer than they should wait is done elsewhere,
 * in one piece, and everything smaller in place, where it is faster. The Workspace has the compiler for it.
 */
import type { FileMap } from "@edgewright/contracts";
import type { PageSheets } from "./sheet.ts";
import type { TransformedModule } from "./transformed.ts";

export interface Elsewhere {
  transform(input: { id: string; text: string }): Promise<TransformedModule>;
  /** `files` are the app's style sheets, `words` what may be classes. */
  styles(input: { files: FileMap; roots: string[]; words: string[] }): Promise<PageSheets & { css: string }>;
}

/** What is done in place at most; the nastiest of each takes less than 50 ms of the processor in workerd, code that it runs first apart. */
export const IN_PLACE = {
  scriptCharacters: 16 * 1024,
  sheetCharacters: 24 * 1024,
  /** Of `style-weight.ts`. */
  sheetWeight: 4000,
  wordCharacters: 24 * 1024,
  wordWeight: 6000,
} as const;
