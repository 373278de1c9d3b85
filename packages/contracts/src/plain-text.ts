/** Names in one line: without control characters, and without those that turn the direction of what follows. Whatever script they are in, they stay as they are. */

/** Tabs and line breaks become spaces; other controls, and the embeddings and overrides of text direction, go. */
export const plainText = (text: string): string =>
  text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");
