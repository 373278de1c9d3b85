/**
 * The whole first deployment as steps, each of which looks before it acts, so that
 * running it again changes nothing that is already right.
 */
import { type CloudflareApi, DeployError } from "./cloudflare.ts";
import {
  BUCKET,
  DATABASE,
  MAIL_WORKERS,
  PAGES_FOLDER,
  PAGES_PROJECT,
  QUEUE,
  type SecretName,
  SIGN_IN_WORKER,
  WORKERS,
} from "./deployables.ts";
import type { MailPlan } from "./mail.ts";
import { missingSecrets, type Secrets } from "./secrets.ts";

export type DeployTarget = { accountId: string; appDomain: string; previewDomain: string; publishedDomain: string };

/** What a step may use. `wrangler` runs the CLI with the worker's config for this account and resolves with its output. */
export type DeployDeps = {
  api: CloudflareApi;
  target: DeployTarget;
  wrangler(
    args: string[],
    options: { config?: string; databaseId?: string; secrets?: Record<string, string>; sender?: string | null },
  ): Promise<void>;
  secrets(present: Map<string, Set<string>>): Secrets;
  /** Extra plain secrets, such as the platform's own model key. */
  modelSecrets: Record<string, string>;
  /** How the platform sends mail, and its settings for sign-in, which are the API's alone. */
  mail: MailPlan;
  signInSecrets: Record<string, string>;
  say(line: string): void;
};

type State = { databaseId: string; secretsFor: Map<string, Partial<Secrets>> };
export type DeployStep = { name: string; run(deps: DeployDeps, state: State): Promise<string> };

const account: DeployStep = {
  name: "account and token",
  async run({ api, target }) {
    const found = await api.get<{ name: string }>(`/accounts/${target.accountId}`);
    if (!found) throw new DeployError(`The token does not see the account ${target.accountId}. Check CLOUDFLARE_ACCOUNT_ID.`);
    return found.name;
  },
};

const database: DeployStep = {
  name: `D1 database ${DATABASE}`,
  async run({ api, target }, state) {
    const base = `/accounts/${target.accountId}/d1/database`;
    const list = (await api.get<{ uuid: string; name: string }[]>(`${base}?name=${DATABASE}`)) ?? [];
    const existing = list.find((entry) => entry.name === DATABASE);
    state.databaseId = existing?.uuid ?? (await api.post<{ uuid: string }>(base, { name: DATABASE })).uuid;
    return existing ? "there already" : "created";
  },
};

const bucket: DeployStep = {
  name: `R2 bucket ${BUCKET}`,
  async run({ api, target }) {
    const base = `/accounts/${target.accountId}/r2/buckets`;
    if (await api.get(`${base}/${BUCKET}`)) return "there already";
    await api.post(base, { name: BUCKET });
    return "created";
  },
};

const queue: DeployStep = {
  name: `queue ${QUEUE}`,
  async run({ api, target }) {
    const base = `/accounts/${target.accountId}/queues`;
    const list = (await api.get<{ queue_name: string }[]>(base)) ?? [];
    if (list.some((entry) => entry.queue_name === QUEUE)) return "there already";
    await api.post(base, { queue_name: QUEUE });
    return "created";
  },
};

const secrets: DeployStep = {
  name: "secrets",
  async run(deps, state) {
    const present = new Map<string, Set<string>>();
    for (const worker of WORKERS) {
      const names = await deps.api.get<{ name: string }[]>(`/accounts/${deps.target.accountId}/workers/scripts/${worker.name}/secrets`);
      present.set(worker.name, new Set((names ?? []).map((entry) => entry.name)));
    }
    const missing = missingSecrets(present);
    if (missing.size === 0) return "all set already";
    const values = deps.secrets(present);
    for (const [worker, names] of missing) state.secretsFor.set(worker, pick(values, names));
    return `to be set on ${[...missing.keys()].join(", ")}`;
  },
};

const pick = (values: Secrets, names: SecretName[]): Partial<Secrets> => Object.fromEntries(names.map((name) => [name, values[name]]));

const mail: DeployStep = {
  name: "mail",
  async run({ mail }) {
    if (mail.problem !== null) throw new DeployError(mail.problem);
    return mail.says;
  },
};

const migrations: DeployStep = {
  name: "database migrations",
  async run({ wrangler }, state) {
    await wrangler(["d1", "migrations", "apply", DATABASE, "--remote"], { config: "wrangler.toml", databaseId: state.databaseId });
    return "applied";
  },
};

const workers: DeployStep[] = WORKERS.map((worker) => ({
  name: `worker ${worker.name}`,
  async run({ wrangler, target, modelSecrets, mail, signInSecrets }, state) {
    const variables = {
      APP_URL: `https://${target.appDomain}`,
      PREVIEW_ORIGIN: `https://${target.previewDomain}`,
      APPS_ORIGIN: `https://${target.publishedDomain}`,
    };
    const args = ["deploy", ...Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}:${value}`])];
    if (worker.name === "edgewright-dispatch") args.push(...appDomains(target).flatMap((domain) => ["--route", `*.${domain}/*`]));
    const own = worker.secrets.includes("SEAL_KEY") ? modelSecrets : {};
    const forMail = MAIL_WORKERS.includes(worker.name) ? mail.secrets : {};
    const forSignIn = worker.name === SIGN_IN_WORKER ? signInSecrets : {};
    await wrangler(args, {
      config: worker.config,
      databaseId: state.databaseId,
      secrets: { ...state.secretsFor.get(worker.name), ...own, ...forMail, ...forSignIn },
      sender: mail.sender,
    });
    return "deployed";
  },
}));

const pagesProject: DeployStep = {
  name: `Pages project ${PAGES_PROJECT}`,
  async run({ api, target }) {
    const base = `/accounts/${target.accountId}/pages/projects`;
    if (await api.get(`${base}/${PAGES_PROJECT}`)) return "there already";
    await api.post(base, { name: PAGES_PROJECT, production_branch: "main" });
    return "created";
  },
};

const pages: DeployStep = {
  name: "web front end",
  async run({ wrangler }) {
    await wrangler(
      ["pages", "deploy", PAGES_FOLDER, "--no-bundle", "--project-name", PAGES_PROJECT, "--branch", "main", "--commit-dirty=true"],
      {},
    );
    return "deployed";
  },
};

const appDomain: DeployStep = {
  name: "domain of the platform",
  async run({ api, target }) {
    const base = `/accounts/${target.accountId}/pages/projects/${PAGES_PROJECT}/domains`;
    if (await api.get(`${base}/${target.appDomain}`)) return `${target.appDomain} there already`;
    await api.post(base, { name: target.appDomain });
    return `${target.appDomain} added`;
  },
};

/** Where generated apps answer, each under a name of its own. */
const appDomains = ({ previewDomain, publishedDomain }: DeployTarget) => [previewDomain, publishedDomain];

const wildcard = (what: string, domainOf: (target: DeployTarget) => string): DeployStep => ({
  name: `domain of ${what}`,
  async run({ api, target }) {
    const domain = domainOf(target);
    const zones = (await api.get<{ id: string; name: string }[]>(`/zones?account.id=${target.accountId}&per_page=50`)) ?? [];
    const zone = zones.find(({ name }) => domain === name || domain.endsWith(`.${name}`));
    if (!zone) throw new DeployError(`No zone of this account holds ${domain}. Add the domain to Cloudflare first.`);
    const name = `*.${domain}`;
    const records = (await api.get<{ id: string }[]>(`/zones/${zone.id}/dns_records?name=${encodeURIComponent(name)}`)) ?? [];
    if (records.length > 0) return `${name} there already`;
    // 100:: is the discard prefix: the record only makes the proxied name exist, the worker's route answers.
    await api.post(`/zones/${zone.id}/dns_records`, { type: "AAAA", name, content: "100::", proxied: true, ttl: 1 });
    return `${name} added`;
  },
});

export const STEPS: DeployStep[] = [
  account,
  mail,
  wildcard("previews", ({ previewDomain }) => previewDomain),
  wildcard("published apps", ({ publishedDomain }) => publishedDomain),
  database,
  bucket,
  queue,
  secrets,
  migrations,
  ...workers,
  pagesProject,
  pages,
  appDomain,
];

/** Runs every step in order; the first that fails ends the run with its name, and a later run takes up there. */
export async function runDeployment(deps: DeployDeps, steps: DeployStep[] = STEPS): Promise<void> {
  const state: State = { databaseId: "", secretsFor: new Map() };
  for (const [index, step] of steps.entries()) {
    const place = `[${index + 1}/${steps.length}] ${step.name}`;
    deps.say(`${place} …`);
    try {
      deps.say(`${place}: ${await step.run(deps, state)}`);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new DeployError(`${place} failed: ${why}\nWhat is done stays; mend this and run the same command again.`);
    }
  }
}
