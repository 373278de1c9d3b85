/** Variables of an app's server code: which names they may have, what the app says it needs, and what is set for an environment. */
import { z } from "zod";

/** Apart from one another: what holds in a preview does not hold in the published app. */
export const VARIABLE_ENVIRONMENTS = ["preview", "production"] as const;
export const VariableEnvironment = z.enum(VARIABLE_ENVIRONMENTS);
export type VariableEnvironment = z.infer<typeof VariableEnvironment>;

/** What the server code is given by the platform under these names, on it or in an account of one's own. */
const CAPABILITIES = ["DATA", "APP", "FILES", "USER", "SECRETS", "INTEGRATIONS", "ASSETS"];
/** What says how a downloaded app is served (packages/app-server/src/own/settings.ts). */
const SETTINGS = ["PORT", "HOST", "APP_URL", "DATA_DIR", "ADMINS", "APP_ROLES"];
const MACHINE = ["PATH", "HOME", "USER", "SHELL", "PWD", "HOSTNAME", "LANG", "TMPDIR", "TMP", "TEMP", "TZ", "IFS", "ENV"];
const OF_THE_RUNTIME = /^(NODE|NPM|LD|DYLD|CF|CLOUDFLARE|WRANGLER|OIDC|EDGEWRIGHT|EW|VITE)(_|$)/i;

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
export const VARIABLE_NAME_MAX = 64;

/** Why a variable may not have this name, in a sentence; null: it may. */
export function variableNameProblem(name: string): string | null {
  if (name.length > VARIABLE_NAME_MAX) return `A name has at most ${VARIABLE_NAME_MAX} characters.`;
  if (!NAME.test(name)) return "A name begins with a letter and has letters, digits and underscores, such as MAIL_KEY.";
  const upper = name.toUpperCase();
  if (CAPABILITIES.includes(upper)) return `${name} is what server code gets from the platform under that name.`;
  if (SETTINGS.includes(upper)) return `${name} says how a downloaded app is served.`;
  if (MACHINE.includes(upper)) return `${name} belongs to the machine that the app runs on.`;
  const [, family] = OF_THE_RUNTIME.exec(name) ?? [];
  if (family !== undefined) return `Names that begin with ${family.toUpperCase()} change how the app's runtime works.`;
  return name in {} ? `${name} is a name of the language.` : null;
}

export const VariableName = z.string().superRefine((name, context) => {
  const problem = variableNameProblem(name);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** In `app.json`, `env`: what its server code reads. A secret unless it says otherwise, and needed unless it is not `required`. */
export const NeededVariable = z.object({
  name: VariableName,
  description: z.string().max(300).optional(),
  secret: z.boolean().default(true),
  required: z.boolean().default(true),
});
export type NeededVariable = z.infer<typeof NeededVariable>;

export const NeededVariables = z
  .array(NeededVariable)
  .max(50)
  .superRefine((needs, context) => {
    for (const [at, { name }] of needs.entries())
      if (needs.findIndex((need) => need.name === name) < at)
        context.addIssue({ code: "custom", path: [at, "name"], message: `There is another variable called "${name}".` });
  });

/** As the app's server code gets them, by name. */
export type OpenVariables = Record<string, { value: string; secret: boolean }>;

/** Values by name, of secrets alone. */
export const secretsIn = (variables: OpenVariables): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).flatMap(([name, { value, secret }]) => (secret ? [[name, value]] : [])));

/** One that is set. A secret's value is never told. */
export const Variable = z.object({
  name: z.string(),
  secret: z.boolean(),
  value: z.string().nullable(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type Variable = z.infer<typeof Variable>;

/** `GET …/variables` */
export const Variables = z.object({
  preview: z.array(Variable),
  production: z.array(Variable),
  /** What the current version's `app.json` asks for. */
  needs: z.array(NeededVariable),
  /** The published version, and the variables that are others now than those it runs with; null: nothing is published. */
  live: z.object({ version: z.number().int(), changed: z.array(z.string()) }).nullable(),
});
export type Variables = z.infer<typeof Variables>;

/** A shorter one could be guessed, and could not be told from other text in a log or a script. */
export const SECRET_MIN = 8;
export const VARIABLE_MAX = 16_000;
/** Of one environment. */
export const VARIABLES_MAX = 100;

/** Why a variable may not have this value; null: it may. */
export function variableValueProblem({ value, secret }: { value: string; secret: boolean }): string | null {
  if (value.length > VARIABLE_MAX) return `A value has at most ${VARIABLE_MAX} characters.`;
  if (value.includes("\0")) return "A value is text.";
  return secret && value.length < SECRET_MIN ? `A secret has at least ${SECRET_MIN} characters. A shorter value can be no secret.` : null;
}

export const SetVariable = z.strictObject({ name: VariableName, value: z.string(), secret: z.boolean() }).superRefine((given, context) => {
  const problem = variableValueProblem(given);
  if (problem !== null) context.addIssue({ code: "custom", path: ["value"], message: problem });
});
export type SetVariable = z.infer<typeof SetVariable>;

/** `PATCH …/variables/preview`, `…/production` */
export const ChangeVariables = z.strictObject({
  set: z.array(SetVariable).max(VARIABLES_MAX).default([]),
  remove: z.array(z.string().max(200)).max(VARIABLES_MAX).default([]),
});
export type ChangeVariables = z.infer<typeof ChangeVariables>;
