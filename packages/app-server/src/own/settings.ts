/** What the environment says of how an app is served, each with its default. */
import { complaintsOf, type Outcome, variableNameProblem } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";

const Issuer = z.object({ url: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1) });
export type Issuer = z.infer<typeof Issuer>;

const addressesIn = (list: string): string[] => list.split(",").flatMap((address) => address.trim().toLowerCase() || []);

/** Roles of the app by mail address in lower case. */
export type RolesByAddress = ReadonlyMap<string, readonly string[]>;

/** `manager: ada@example.com, bob@example.com; warehouse: cem@example.com`. */
function rolesIn(text: string): RolesByAddress {
  const roles = new Map<string, string[]>();
  for (const part of text.split(";")) {
    const [role = "", list = ""] = part.split(":");
    for (const address of addressesIn(list)) roles.set(address, [...(roles.get(address) ?? []), role.trim()]);
  }
  return roles;
}

const Settings = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  host: z.string().min(1).default("127.0.0.1"),
  /** Where people reach the app: cookies and the way back from signing in depend on it. */
  url: z
    .url()
    .transform((url) => url.replace(/\/$/, ""))
    .optional(),
  data: z.string().min(1).default("./.data"),
  issuer: Issuer.optional(),
  admins: z.string().default("").transform(addressesIn),
  roles: z.string().default("").transform(rolesIn),
  /** Everything that is neither the machine's nor one of these: what the app's server code reads. */
  variables: z.record(z.string(), z.string()),
});
export type Settings = z.infer<typeof Settings>;

/** Names of variables by what they set. */
const OF_ISSUER = { url: "OIDC_ISSUER", clientId: "OIDC_CLIENT_ID", clientSecret: "OIDC_CLIENT_SECRET" } as const;

export function settingsOf(env: Readonly<Record<string, string | undefined>>): Outcome<Settings> {
  const issuer = Object.fromEntries(Object.entries(OF_ISSUER).map(([name, variable]) => [name, env[variable] || undefined]));
  const given = {
    ...{ port: env.PORT || undefined, host: env.HOST || undefined, url: env.APP_URL || undefined, data: env.DATA_DIR || undefined },
    ...{
      admins: env.ADMINS,
      roles: env.APP_ROLES,
      variables: variablesIn(env),
      issuer: Object.values(issuer).some((value) => value !== undefined) ? issuer : undefined,
    },
  };
  const settings = Settings.safeParse(given);
  if (settings.success) return ok(settings.data);
  return fail("bad_request", `The environment is not right: ${complaintsOf(settings.error)}.`, {
    next: "PORT is a number, APP_URL an address; OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are given together.",
  });
}

const variablesIn = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || variableNameProblem(name) !== null ? [] : [[name, value]])),
  );

const LOOPBACK = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Where the app is reached: as it was said, or on this computer. */
export const addressOf = ({ url, port }: Settings): string => url ?? `http://localhost:${port}`;
