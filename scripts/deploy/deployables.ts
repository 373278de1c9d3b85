/** What is deployed, in the order it must be: a worker comes after those it binds to. Used by the deployment and its dry run. */
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
export const DATABASE = "edgewright";
export const BUCKET = "edgewright-blobs";
export const QUEUE = "edgewright-jobs";
export const PAGES_PROJECT = "edgewright-web";

export type SecretName = "AUTH_SECRET" | "PREVIEW_SECRET" | "SEAL_KEY";

export type DeployableWorker = { name: string; config: string; secrets: SecretName[] };

export const WORKERS: DeployableWorker[] = [
  { name: "edgewright-compiler", config: "workers/compiler/wrangler.toml", secrets: [] },
  { name: "edgewright-objects", config: "workers/objects/wrangler.toml", secrets: [] },
  { name: "edgewright-api", config: "wrangler.toml", secrets: ["AUTH_SECRET", "PREVIEW_SECRET", "SEAL_KEY"] },
  { name: "edgewright-dispatch", config: "workers/dispatch/wrangler.toml", secrets: ["PREVIEW_SECRET"] },
  { name: "edgewright-jobs", config: "workers/jobs/wrangler.toml", secrets: ["SEAL_KEY"] },
];

/** The worker that people sign in by. */
export const SIGN_IN_WORKER = "edgewright-api";
/** Those that send mail: to people who sign in, and what automations of apps send. */
export const MAIL_WORKERS: readonly string[] = [SIGN_IN_WORKER, "edgewright-jobs"];

const PLACEHOLDER = "00000000-0000-0000-0000-000000000000";

/** Cloudflare's e-mail binding, which may send as nobody else. Only where no other way to send is set: an account without e-mail sending has no use for it. */
const emailBinding = (sender: string) => `\n[[send_email]]\nname = "EMAIL"\nallowed_sender_addresses = [${JSON.stringify(sender)}]\n`;

/** A worker's wrangler.toml with the account's database id in place of the local one. `sender`: mail goes out by the e-mail binding, from this address. */
export function configFor(worker: DeployableWorker, databaseId: string, sender: string | null = null): string {
  const config = readFileSync(join(ROOT, worker.config), "utf8").replaceAll(PLACEHOLDER, databaseId);
  return MAIL_WORKERS.includes(worker.name) && sender !== null ? config + emailBinding(sender) : config;
}

/** What is uploaded of the front end, from `web`: its files, and beside them its worker as it is (Pages' advanced mode). */
export const PAGES_FOLDER = "../dist/deploy/pages";

/** Puts that together from what set-up has built. */
export function assemblePages(): void {
  const folder = join(ROOT, "web", PAGES_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, "web/build/client"), folder, { recursive: true });
  cpSync(join(ROOT, "dist/workers/web/index.js"), join(folder, "_worker.js"));
}
