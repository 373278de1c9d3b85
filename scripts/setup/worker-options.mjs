/**
 * Writes what a worker's wrangler.toml says as options for Miniflare, beside its bundle. Run by set-up as a process of its
 * own: wrangler takes 250 MB, which no process that stays has to carry. `node worker-options.mjs CONFIG FILE`
 */
import { writeFileSync } from "node:fs";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";

const [config, file] = process.argv.slice(2);
const { ai: _network, ...options } = unstable_getMiniflareWorkerOptions(config).workerOptions;
writeFileSync(file, JSON.stringify({ ...options, name: unstable_readConfig({ config }).name }));
