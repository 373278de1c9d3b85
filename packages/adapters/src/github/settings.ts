/** The platform's GitHub App, from the environment. Used by workers/api and workers/jobs; all of it is set, or the platform has none. */
import { z } from "zod";

const unset = (value: unknown) => (value === "" ? undefined : value);
const text = z.preprocess(unset, z.string().optional());
const address = (name: string, usual: string) =>
  z.preprocess(unset, z.url({ protocol: /^https?$/, error: `${name} must be an address` }).default(usual));

export const GITHUB_VARIABLES = {
  GITHUB_APP_ID: z.preprocess(unset, z.coerce.number("GITHUB_APP_ID must be a number").int().optional()),
  /** The last part of the App's address on GitHub. */
  GITHUB_APP_SLUG: text,
  GITHUB_APP_PRIVATE_KEY: text,
  GITHUB_APP_CLIENT_ID: text,
  GITHUB_APP_CLIENT_SECRET: text,
  GITHUB_WEBHOOK_SECRET: text,
  /** Of a GitHub Enterprise Server. */
  GITHUB_URL: address("GITHUB_URL", "https://github.com"),
  GITHUB_API_URL: address("GITHUB_API_URL", "https://api.github.com"),
};
const GitHubVariables = z.object(GITHUB_VARIABLES);
export type GitHubVariables = z.infer<typeof GitHubVariables>;

const REQUIRED = [
  "GITHUB_APP_ID",
  "GITHUB_APP_SLUG",
  "GITHUB_APP_PRIVATE_KEY",
  "GITHUB_APP_CLIENT_ID",
  "GITHUB_APP_CLIENT_SECRET",
  "GITHUB_WEBHOOK_SECRET",
] as const satisfies (keyof GitHubVariables)[];

/** The names of those that are not set; with any of them the platform has no App. */
export const missingGitHub = (variables: GitHubVariables): string[] => REQUIRED.filter((name) => variables[name] === undefined);

export type GitHubSettings = {
  appId: number;
  slug: string;
  privateKey: string;
  clientId: string;
  clientSecret: string;
  webhookSecret: string;
  url: string;
  apiUrl: string;
};

export function githubSettings(variables: GitHubVariables): GitHubSettings | null {
  const { GITHUB_APP_ID: appId, GITHUB_APP_SLUG: slug, GITHUB_APP_PRIVATE_KEY: privateKey } = variables;
  const { GITHUB_APP_CLIENT_ID: clientId, GITHUB_APP_CLIENT_SECRET: clientSecret, GITHUB_WEBHOOK_SECRET: webhookSecret } = variables;
  if (appId === undefined || slug === undefined || privateKey === undefined) return null;
  if (clientId === undefined || clientSecret === undefined || webhookSecret === undefined) return null;
  const [url, apiUrl] = [variables.GITHUB_URL, variables.GITHUB_API_URL].map((one) => one.replace(/\/+$/, "")) as [string, string];
  return { appId, slug, privateKey, clientId, clientSecret, webhookSecret, url, apiUrl };
}
