/** `npm run deploy -- --dry-run`: builds every deployable as it would be uploaded, and prints its size and start-up cost against Cloudflare's limits. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { assemblePages, PAGES_FOLDER, ROOT, WORKERS } from "./deployables.ts";
import { runWrangler } from "./wrangler.ts";

/** Cloudflare's limits (Workers paid plan, Pages): gzipped script, start-up CPU, files of a Pages project and their size. */
export const DEPLOY_LIMITS = { scriptBytes: 10 * 1024 * 1024, startupMs: 1000, pagesFiles: 20_000, pagesFileBytes: 25 * 1024 * 1024 };

export type DeployableReport = {
  name: string;
  gzipBytes: number;
  startupMs: number | null;
  files?: number;
  largestFile?: number;
  problems: string[];
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const gzipOf = (files: string[]): number => files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

type Profile = { nodes: { id: number; callFrame: { functionName: string } }[]; samples: number[]; timeDeltas: number[] };

/** CPU ms of a start-up profile: every sample that is not idle. */
export function startupCpuMs(profile: Profile): number {
  const idle = new Set(profile.nodes.filter((node) => node.callFrame.functionName === "(idle)").map((node) => node.id));
  const micros = profile.samples.reduce((sum, node, index) => (idle.has(node) ? sum : sum + (profile.timeDeltas[index] ?? 0)), 0);
  return micros / 1000;
}

async function startup(folder: string, args: string[]): Promise<number> {
  const outfile = join(ROOT, "dist/deploy/startup.cpuprofile");
  await runWrangler(["check", "startup", "--outfile", outfile, ...args], { cwd: folder });
  return startupCpuMs(JSON.parse(readFileSync(outfile, "utf8")) as Profile);
}

const overLimits = (report: Omit<DeployableReport, "problems">): string[] => [
  ...(report.gzipBytes > DEPLOY_LIMITS.scriptBytes ? ["script over 10 MiB gzipped"] : []),
  ...((report.startupMs ?? 0) > DEPLOY_LIMITS.startupMs ? ["start-up over 1,000 ms"] : []),
  ...((report.files ?? 0) > DEPLOY_LIMITS.pagesFiles ? ["over 20,000 files"] : []),
  ...((report.largestFile ?? 0) > DEPLOY_LIMITS.pagesFileBytes ? ["a file over 25 MiB"] : []),
];

async function measureWorker(name: string, config: string): Promise<DeployableReport> {
  const outdir = join(ROOT, "dist/deploy", name);
  await runWrangler(["deploy", "--dry-run", "--outdir", outdir, "--config", join(ROOT, config)], { cwd: ROOT });
  const code = filesBelow(outdir).filter((file) => !/\.(map|md)$/.test(file) && !file.endsWith("bundle-meta.json"));
  const report = { name, gzipBytes: gzipOf(code), startupMs: await startup(ROOT, ["--config", join(ROOT, config)]) };
  return { ...report, problems: overLimits(report) };
}

function measurePages(): DeployableReport {
  assemblePages();
  const folder = join(ROOT, "web", PAGES_FOLDER);
  const worker = join(folder, "_worker.js");
  const assets = filesBelow(folder).filter((file) => file !== worker);
  const report = {
    name: "edgewright-web (Pages)",
    gzipBytes: gzipOf([worker]),
    startupMs: null,
    files: assets.length,
    largestFile: Math.max(...assets.map((file) => statSync(file).size)),
  };
  return { ...report, problems: overLimits(report) };
}

/** Measures all deployables one after the other; `say` gets a line as each is done. Resolves false when one is over a limit. */
export async function dryRun(say: (line: string) => void): Promise<boolean> {
  rmSync(join(ROOT, "dist/deploy"), { recursive: true, force: true });
  mkdirSync(join(ROOT, "dist/deploy"), { recursive: true });
  say(
    `${"deployable".padEnd(26)}${"gzipped".padStart(12)}${"of 10 MiB".padStart(12)}${"start-up".padStart(12)}${"of 1,000 ms".padStart(14)}`,
  );
  let fits = true;
  for (const measure of [...WORKERS.map((worker) => () => measureWorker(worker.name, worker.config)), measurePages]) {
    const report = await measure();
    fits &&= report.problems.length === 0;
    say(line(report));
  }
  return fits;
}

function line({ name, gzipBytes, startupMs, files, problems }: DeployableReport): string {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const size = `${(gzipBytes / 1024).toFixed(0)} KiB`;
  const start = startupMs === null ? "-" : `${startupMs.toFixed(0)} ms`;
  const startShare = startupMs === null ? "-" : percent(startupMs, DEPLOY_LIMITS.startupMs);
  const tail = [files === undefined ? "" : `  ${files} static files`, problems.length > 0 ? `  ✗ ${problems.join(", ")}` : ""].join("");
  const sizes = size.padStart(12) + percent(gzipBytes, DEPLOY_LIMITS.scriptBytes).padStart(12);
  return name.padEnd(26) + sizes + start.padStart(12) + startShare.padStart(14) + tail;
}
