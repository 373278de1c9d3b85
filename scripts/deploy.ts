/**
 * `npm run deploy`: the whole first deployment to Cloudflare, safe to run again.
 * `npm run deploy -- --dry-run`: builds everything and prints sizes, without an account.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { cloudflareApi, DeployError } from "./deploy/cloudflare.ts";
import { ROOT } from "./deploy/deployables.ts";
import { dryRun } from "./deploy/dry-run.ts";
import { mailPlan, ownVariables, signInVariables } from "./deploy/mail.ts";
import { loadSecrets } from "./deploy/secrets.ts";
import { runDeployment } from "./deploy/steps.ts";
import { runForAccount } from "./deploy/wrangler.ts";

const NEEDED = {
  CLOUDFLARE_ACCOUNT_ID: "the account's id",
  CLOUDFLARE_API_TOKEN: "a token that may edit Workers, D1, R2, Queues, Pages and the zones' DNS",
  APP_DOMAIN: "where the platform lives, such as edgewright.example.com",
  PREVIEW_DOMAIN: "another registrable domain for previews, such as example-previews.com",
  APPS_DOMAIN: "one more, or a name below one, for published apps, such as example-apps.com",
};

const say = (line: string) => console.log(line);

function needed(): Record<keyof typeof NEEDED, string> {
  const missing = Object.entries(NEEDED).filter(([name]) => !process.env[name]);
  if (missing.length > 0) {
    throw new DeployError(
      ["Set these in the environment first:", ...missing.map(([name, what]) => `  ${name.padEnd(22)} ${what}`)].join("\n"),
    );
  }
  const env = process.env as Record<keyof typeof NEEDED, string>;
  for (const name of ["PREVIEW_DOMAIN", "APPS_DOMAIN"] as const)
    if (isNear(env[name], env.APP_DOMAIN))
      throw new DeployError(
        `${name} must be another domain than APP_DOMAIN: generated apps run there and must not share cookies with the platform.`,
      );
  if (env.PREVIEW_DOMAIN === env.APPS_DOMAIN)
    throw new DeployError("APPS_DOMAIN must be another name than PREVIEW_DOMAIN: an app is published under the name that its preview has.");
  return env;
}

const isNear = (one: string, other: string): boolean => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

function modelSecrets(): Record<string, string> {
  const file = join(ROOT, ".dev.vars");
  if (!existsSync(file)) return {};
  const vars = parseEnv(readFileSync(file, "utf8"));
  return Object.fromEntries(
    Object.entries(vars).filter(
      (entry): entry is [string, string] => /^(COMPATIBLE|OPENROUTER|OPENAI|WORKERS_AI|GITHUB)_/.test(entry[0]) && Boolean(entry[1]),
    ),
  );
}

async function main(args: string[]): Promise<number> {
  if (args.some((arg) => arg !== "--dry-run")) throw new DeployError("Usage: npm run deploy [-- --dry-run]");
  if (args.includes("--dry-run")) return (await dryRun(say)) ? 0 : 1;
  const env = needed();
  const own = ownVariables(ROOT, process.env);
  const mail = mailPlan(own);
  await runDeployment({
    api: cloudflareApi({ token: env.CLOUDFLARE_API_TOKEN }),
    target: {
      accountId: env.CLOUDFLARE_ACCOUNT_ID,
      appDomain: env.APP_DOMAIN,
      previewDomain: env.PREVIEW_DOMAIN,
      publishedDomain: env.APPS_DOMAIN,
    },
    wrangler: runForAccount,
    secrets: (present) => loadSecrets(join(ROOT, ".data/deploy", `${env.CLOUDFLARE_ACCOUNT_ID}.json`), present),
    modelSecrets: modelSecrets(),
    mail,
    signInSecrets: signInVariables(own),
    say,
  });
  say(`\nLive at https://${env.APP_DOMAIN}`);
  if (mail.warning !== null) console.error(`\n${mail.warning}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  if (!(cause instanceof DeployError)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
