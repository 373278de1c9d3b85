/** A prompt typed before signing in, kept for this tab until it was built. */
const KEY = "prompt-draft";
/** That it was sent before there was an account to build it in. */
const SENT = "prompt-sent";

export const readDraft = () => sessionStorage.getItem(KEY) ?? "";
export function keepDraft(text: string) {
  if (text.trim() === "") sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, text);
}

/** The prompt is built as soon as somebody has signed in. */
export const sendOnceSignedIn = () => sessionStorage.setItem(SENT, "yes");

/** The prompt that was sent before signing in, the first time one asks; else null. */
export function takeSent(): string | null {
  const sent = sessionStorage.getItem(SENT) !== null;
  sessionStorage.removeItem(SENT);
  return (sent && readDraft()) || null;
}
