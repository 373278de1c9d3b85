/** How a deployment sends mail, from the environment and `.dev.vars`. What is missing is said before anything is made, and again at the end. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import emailAddresses from "email-addresses";

export type MailPlan = {
  /** To be set on the worker that sends. */
  secrets: Record<string, string>;
  /** The sender, where mail goes out by Cloudflare's e-mail binding. */
  sender: string | null;
  says: string;
  warning: string | null;
  /** What stops the deployment. */
  problem: string | null;
};

const NONE: MailPlan = { secrets: {}, sender: null, says: "", warning: null, problem: null };

const WARNING = [
  "Mail is not set up: nobody can confirm an address, so nobody can sign in with a new account, be invited or set a new password.",
  "Set MAIL_FROM, such as no-reply@example.com, and deploy again. Mail then goes out by Cloudflare, where the domain must be set up for",
  "sending; or by a server that speaks Resend's API, with MAIL_API_URL and MAIL_API_KEY.",
].join("\n");

export function mailPlan(variables: Record<string, string>): MailPlan {
  const { MAIL_FROM: from, MAIL_API_URL: url, MAIL_API_KEY: key } = variables;
  if (Boolean(url) !== Boolean(key)) return { ...NONE, problem: "MAIL_API_URL and MAIL_API_KEY go together: set both, or neither." };
  if (!from && url) return { ...NONE, problem: "MAIL_API_URL is set, but MAIL_FROM, the sender of mails, is not." };
  if (!from) return { ...NONE, says: "not set up; see the end", warning: WARNING };
  const parsed = emailAddresses.parseOneAddress(from);
  if (parsed?.type !== "mailbox") return { ...NONE, problem: "MAIL_FROM must be an e-mail address, with or without a name before it." };
  if (url && key) return { ...NONE, secrets: { MAIL_FROM: from, MAIL_API_URL: url, MAIL_API_KEY: key }, says: `by ${new URL(url).host}` };
  return { ...NONE, secrets: { MAIL_FROM: from }, sender: parsed.address, says: `by Cloudflare, from ${parsed.address}` };
}

/** Of the environment, and of `.dev.vars` what that does not name. */
export function ownVariables(root: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const file = join(root, ".dev.vars");
  const all = { ...(existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {}), ...env };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const SIGN_IN = /^(GOOGLE_CLIENT_ID|GOOGLE_CLIENT_SECRET|CONFIRM_ADDRESS_FIRST|LOCAL_ADDRESSES|AUTH_ATTEMPTS_PER_MINUTE)$/;

/** What the API wants to know of signing in. */
export const signInVariables = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => SIGN_IN.test(name)));
