/** What `?error=` says when a link of a mail, or the way back from Google, did not lead to where it should. */
export interface LinkError {
  title: string;
  next: string;
}

const SPENT: LinkError = {
  title: "This link has expired or was used already.",
  next: "Each works once, and not for long. Ask for a new one.",
};
const CUT_SHORT: LinkError = { title: "Signing in with Google was cut short.", next: "Try again." };

const ERRORS: Record<string, LinkError> = {
  invalid_token: SPENT,
  token_expired: SPENT,
  expired_token: SPENT,
  attempts_exceeded: SPENT,
  invalid_user: { title: "This link is for another account.", next: "Sign out, then open it again." },
  user_not_found: { title: "This link is for an account that is gone.", next: "You can make a new one." },
  access_denied: { title: "Signing in with Google was cancelled.", next: "Try again, or sign in another way." },
  state_mismatch: CUT_SHORT,
  state_not_found: CUT_SHORT,
  state_invalid: CUT_SHORT,
  state_security_mismatch: CUT_SHORT,
  please_restart_the_process: CUT_SHORT,
  account_not_linked: {
    title: "There is an account with this address already.",
    next: "Sign in to it as you did before, then connect Google in your settings, under Security.",
  },
  account_already_linked_to_different_user: {
    title: "This Google account belongs to another account of Edgewright.",
    next: "Disconnect it there first.",
  },
  "email_doesn't_match": {
    title: "This Google account has another e-mail address.",
    next: "Choose the Google account with the address of your account here.",
  },
  email_not_found: { title: "Google did not tell an e-mail address.", next: "Sign in another way." },
  email_is_missing: { title: "Google did not tell an e-mail address.", next: "Sign in another way." },
};

const UNKNOWN: LinkError = { title: "That did not work.", next: "Try again, or another way." };

/** null: all went well. */
export function linkError(search: URLSearchParams): LinkError | null {
  const error = search.get("error");
  if (error === null) return null;
  return Object.hasOwn(ERRORS, error.toLowerCase()) ? (ERRORS[error.toLowerCase()] ?? UNKNOWN) : UNKNOWN;
}
