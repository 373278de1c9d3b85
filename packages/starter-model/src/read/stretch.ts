/** What stands between two tokens. */
import type { Token } from "./tokens.ts";

export const said = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(" ");

export const isMark = (token: Token | undefined, marks: RegExp): boolean =>
  token !== undefined && token.kind === "mark" && marks.test(token.text);

/** The place after the last mark that ends a sentence. */
export const sentenceStart = (tokens: readonly Token[], at: number): number =>
  tokens.slice(0, at).findLastIndex((token) => /^[.!?;\n]$/.test(token.text)) + 1;
