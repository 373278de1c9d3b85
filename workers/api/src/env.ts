/** Bindings of the API worker. Variables are parsed once per isolate. */
import { DEFAULT_DNS_URL, GITHUB_VARIABLES, isOwnMachine, MAIL_VARIABLES, mailProblem, OUTSIDE_VARIABLES } from "@edgewright/adapters";
import type { CompilerRpc, QueueMessage } from "@edgewright/contracts";
import { MODEL_VARIABLES } from "@edgewright/models";
import { z } from "zod";

export type Env = {
  DB: D1Database;
  BLOBS: R2Bucket;
  SESSION_STREAM: DurableObjectNamespace;
  WORKSPACE: DurableObjectNamespace;
  PROJECT_DATA: DurableObjectNamespace;
  ATTEMPT_LIMIT: DurableObjectNamespace;
  COMPILER: CompilerRpc;
  JOBS: Queue<QueueMessage>;
  /** Workers AI; not bound on one's own machine. */
  AI?: Ai;
  /** Sends mail; bound where the deployment uses Cloudflare for it. */
  EMAIL?: SendEmail;
};

const address = (name: string) => z.url(`${name} must be an address`);
const flag = (name: string) => z.enum(["true", "false"], `${name} must be true or false`).transform((value) => value === "true");
const secret = (name: string) =>
  z.string(`${name} must be a secret of at least 16 characters`).min(16, `${name} must be a secret of at least 16 characters`);

const Variables = z.object({
  APP_URL: address("APP_URL"),
  PREVIEW_ORIGIN: address("PREVIEW_ORIGIN"),
  APPS_ORIGIN: address("APPS_ORIGIN"),
  AUTH_SECRET: secret("AUTH_SECRET"),
  PREVIEW_SECRET: secret("PREVIEW_SECRET"),
  SEAL_KEY: secret("SEAL_KEY"),
  /** Whether an address must be confirmed before its first sign-in. Unset: not on one's own machine, elsewhere yes. */
  CONFIRM_ADDRESS_FIRST: flag("CONFIRM_ADDRESS_FIRST").optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** Instead of Google's own addresses. */
  GOOGLE_AUTHORIZATION_URL: address("GOOGLE_AUTHORIZATION_URL").optional(),
  GOOGLE_TOKEN_URL: address("GOOGLE_TOKEN_URL").optional(),
  GOOGLE_USERINFO_URL: address("GOOGLE_USERINFO_URL").optional(),
  /** Attempts to get in, from one client in a minute; the other limits follow from it. 0 sets none. Unset: none on one's own machine, 10 elsewhere. */
  AUTH_ATTEMPTS_PER_MINUTE: z.coerce.number("AUTH_ATTEMPTS_PER_MINUTE must be a number").int().min(0).optional(),
  ...MAIL_VARIABLES,
  /** The resolver that proves domains, over HTTPS and in JSON. */
  DNS_URL: address("DNS_URL").default(DEFAULT_DNS_URL),
  ...MODEL_VARIABLES,
  ...GITHUB_VARIABLES,
  ...OUTSIDE_VARIABLES,
});

export type Variables = z.infer<typeof Variables> & { AUTH_ATTEMPTS_PER_MINUTE: number; CONFIRM_ADDRESS_FIRST: boolean };

const ATTEMPTS = 10;

export function parseVariables(env: object): Variables {
  const variables = Variables.parse(env);
  const lacking = mailProblem(variables);
  if (lacking !== null) throw new Error(lacking);
  if ((variables.GOOGLE_CLIENT_ID === undefined) !== (variables.GOOGLE_CLIENT_SECRET === undefined))
    throw new Error("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET go together: set both, or neither.");
  const local = isOwnMachine(variables.APP_URL);
  return {
    ...variables,
    AUTH_ATTEMPTS_PER_MINUTE: variables.AUTH_ATTEMPTS_PER_MINUTE ?? (local ? 0 : ATTEMPTS),
    CONFIRM_ADDRESS_FIRST: variables.CONFIRM_ADDRESS_FIRST ?? !local,
  };
}
