/** A prompt typed before signing in, kept for this tab until it was built. */
const KEY = "prompt-draft";

export const readDraft = () => sessionStorage.getItem(KEY) ?? "";
export function keepDraft(text: string) {
  if (text.trim() === "") sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, text);
}
