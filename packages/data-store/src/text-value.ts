/** What no text may hold: characters that a database or a screen would lose. */
export function textProblem(text: string): string | null {
  if (text.includes("\u0000")) return "has a character that cannot be kept (U+0000)";
  return /\p{Surrogate}/u.test(text) ? "has half a character (a lone surrogate)" : null;
}
