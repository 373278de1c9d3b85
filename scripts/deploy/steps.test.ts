/** Contract tests of the deployment: Cloudflare's API is played by a small in-memory account, since no peer of it runs here. */
import { at } from "@edgewright/core";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import type { CloudflareApi } from "./cloudflare.ts";
import { configFor, WORKERS } from "./deployables.ts";
import { mailPlan } from "./mail.ts";
import { type DeployDeps, runDeployment } from "./steps.ts";

const TARGET = {
  accountId: "acc",
  appDomain: "edgewright.example",
  previewDomain: "previews.example",
  publishedDomain: "apps.previews.example",
};
const SECRETS = { AUTH_SECRET: "a", PREVIEW_SECRET: "p", SEAL_KEY: "s" };

/** An account in memory: POSTs make things, GETs find them. */
function fakeAccount() {
  const made: string[] = [];
  const databases: { uuid: string; name: string }[] = [];
  const queues: { queue_name: string }[] = [];
  const records: { id: string }[] = [];
  const found = new Set<string>();
  const scripts = new Map<string, Set<string>>();
  const api: CloudflareApi = {
    async get<T>(path: string) {
      const secrets = /workers\/scripts\/([^/]+)\/secrets$/.exec(path);
      if (secrets) {
        const names = scripts.get(at(secrets, 1));
        return (names ? [...names].map((name) => ({ name })) : null) as T;
      }
      if (path === "/accounts/acc") return { name: "Acme" } as T;
      if (path.startsWith("/zones?")) return [{ id: "z1", name: "previews.example" }] as T;
      if (path.includes("/dns_records")) return records as T;
      if (path.includes("/d1/database")) return databases as T;
      if (path.endsWith("/queues")) return queues as T;
      return (found.has(path) ? {} : null) as T;
    },
    async post<T>(path: string, body: unknown) {
      made.push(path);
      const named = body as { name?: string; queue_name?: string };
      if (path.includes("/d1/database")) {
        databases.push({ uuid: "db-1", name: must(named.name) });
        return databases[0] as T;
      }
      if (path.endsWith("/queues")) queues.push({ queue_name: must(named.queue_name) });
      else if (path.includes("/dns_records")) records.push({ id: "r1" });
      else found.add(`${path}/${named.name}`);
      return {} as T;
    },
  };
  return { api, made, scripts };
}

function deps(account: ReturnType<typeof fakeAccount>, failAt?: string, variables: Record<string, string> = {}) {
  const ran: string[] = [];
  const said: string[] = [];
  const value: DeployDeps = {
    api: account.api,
    target: TARGET,
    async wrangler(args, options) {
      const what = `${args[0]} ${options.config ?? "web"}`;
      if (what === failAt) throw new Error("upload refused");
      ran.push(what);
      const worker = WORKERS.find((entry) => entry.config === options.config);
      if (args[0] === "deploy" && worker) {
        const names = account.scripts.get(worker.name) ?? new Set<string>();
        for (const name of Object.keys(options.secrets ?? {})) names.add(name);
        account.scripts.set(worker.name, names);
      }
    },
    secrets: () => SECRETS,
    modelSecrets: {},
    mail: mailPlan(variables),
    signInSecrets: {},
    say: (line) => void said.push(line),
  };
  return { value, ran, said };
}

describe("the first deployment (contract)", () => {
  it("makes everything once, and again changes nothing that is there", async () => {
    const account = fakeAccount();
    await runDeployment(deps(account).value);
    const first = [...account.made];
    expect(first).toHaveLength(6);
    await runDeployment(deps(account).value);
    expect(account.made).toEqual(first);
  });

  it("deploys a worker after those it binds to and gives each only its own secrets", async () => {
    const account = fakeAccount();
    const { value, ran } = deps(account);
    await runDeployment(value);
    expect(ran.filter((what) => what.startsWith("deploy"))).toEqual(WORKERS.map((worker) => `deploy ${worker.config}`));
    for (const worker of WORKERS) expect([...must(account.scripts.get(worker.name))].sort()).toEqual([...worker.secrets].sort());
  });

  it("says which step failed and goes on from there when run again", async () => {
    const account = fakeAccount();
    const broken = deps(account, "deploy wrangler.toml");
    await expect(runDeployment(broken.value)).rejects.toThrow(/worker edgewright-api failed: upload refused/);
    const again = deps(account);
    await runDeployment(again.value);
    expect(account.scripts.get("edgewright-api")).toEqual(new Set(["AUTH_SECRET", "PREVIEW_SECRET", "SEAL_KEY"]));
  });
});

describe("mail", () => {
  const provider = { MAIL_FROM: "Edgewright <no-reply@edgewright.example>", MAIL_API_URL: "https://mail.example", MAIL_API_KEY: "k" };

  it("by a provider is set on the worker that sends, and on no other", async () => {
    const account = fakeAccount();
    await runDeployment(deps(account, undefined, provider).value);
    const having = [...account.scripts].filter(([, names]) => names.has("MAIL_API_KEY")).map(([name]) => name);
    expect(having).toEqual(["edgewright-api", "edgewright-jobs"]);
  });

  it("without a provider goes by the binding of those workers, from that address only", () => {
    const { sender } = mailPlan({ MAIL_FROM: provider.MAIL_FROM });
    const configs = WORKERS.filter((worker) => configFor(worker, "db", sender).includes("[[send_email]]"));
    expect(configs.map(({ name }) => name)).toEqual(["edgewright-api", "edgewright-jobs"]);
    expect(configFor(at(configs, 0), "db", sender)).toContain('allowed_sender_addresses = ["no-reply@edgewright.example"]');
    expect(configFor(at(configs, 0), "db", mailPlan(provider).sender)).not.toContain("send_email");
  });

  it("that is half set up stops the deployment before anything is made", async () => {
    const account = fakeAccount();
    const half = deps(account, undefined, { MAIL_API_KEY: "k" });
    await expect(runDeployment(half.value)).rejects.toThrow(/MAIL_API_URL and MAIL_API_KEY go together/);
    expect(account.made).toEqual([]);
  });

  it("that is not set up at all is said, with what to set", async () => {
    const bare = deps(fakeAccount());
    await runDeployment(bare.value);
    expect(bare.said.join("\n")).toContain("mail: not set up");
    expect(mailPlan({}).warning).toContain("MAIL_FROM");
  });
});
