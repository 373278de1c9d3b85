/** Bindings of the API worker. Variables are parsed once per isolate. */
import type { CompilerRpc } from "@edgewright/contracts";
import { z } from "zod";

export type Env = {
  DB: D1Database;
  BLOBS: R2Bucket;
  SESSION_STREAM: DurableObjectNamespace;
  WORKSPACE: DurableObjectNamespace;
  PROJECT_DATA: DurableObjectNamespace;
  COMPILER: CompilerRpc;
};

const address = (name: string) => z.url(`${name} must be an address`);
const secret = (name: string) =>
  z.string(`${name} must be a secret of at least 16 characters`).min(16, `${name} must be a secret of at least 16 characters`);

const Variables = z.object({
  APP_URL: address("APP_URL"),
  PREVIEW_ORIGIN: address("PREVIEW_ORIGIN"),
  AUTH_SECRET: secret("AUTH_SECRET"),
  PREVIEW_SECRET: secret("PREVIEW_SECRET"),
  SEAL_KEY: secret("SEAL_KEY"),
  /** Sign-ups and sign-ins from one address in a minute; 0 sets no limit. Unset: no limit on one's own machine, 10 elsewhere. */
  AUTH_ATTEMPTS_PER_MINUTE: z.coerce.number("AUTH_ATTEMPTS_PER_MINUTE must be a number").int().min(0).optional(),
  COMPATIBLE_BASE_URL: address("COMPATIBLE_BASE_URL").optional(),
  COMPATIBLE_API_KEY: z.string().optional(),
  COMPATIBLE_MODEL: z.string().optional(),
});

export type Variables = z.infer<typeof Variables> & { AUTH_ATTEMPTS_PER_MINUTE: number };

const ATTEMPTS = 10;

export function parseVariables(env: object): Variables {
  const variables = Variables.parse(env);
  const local = ["localhost", "127.0.0.1"].includes(new URL(variables.APP_URL).hostname);
  return { ...variables, AUTH_ATTEMPTS_PER_MINUTE: variables.AUTH_ATTEMPTS_PER_MINUTE ?? (local ? 0 : ATTEMPTS) };
}
