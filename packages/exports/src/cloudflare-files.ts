/** What puts a downloaded app into somebody's own Cloudflare account: a Worker of its files, and how it is deployed. */
import { AppSchema, type FileMap, isFile, type NeededVariable } from "@edgewright/contracts";
import { parseJson } from "@edgewright/core";
import { COMPATIBILITY_DATE } from "./standalone.generated.ts";

/** `schema`: its `data/schema.json`. `has`: whether it has a file. `variables`: what its server code reads. */
export type DownloadedApp = {
  slug: string;
  schema: string | undefined;
  has: (path: string) => boolean;
  variables: readonly DownloadedVariable[];
};
/** Without its value. */
export type DownloadedVariable = Pick<NeededVariable, "name" | "secret" | "description">;

export function cloudflareFiles(app: DownloadedApp): FileMap {
  return { "worker.js": workerFile(app), "wrangler.toml": wranglerFile(app) };
}

const READ = [
  ["manifest", "app.json"],
  ["schema", "data/schema.json"],
  ["samples", "data/samples.json"],
] as const;

function workerFile({ has }: DownloadedApp): string {
  const read = READ.filter(([, path]) => has(path));
  const server = has("server/index.ts");
  return `/** The app as a Worker: \`npx wrangler deploy\`. */
import { appWorker } from "@edgewright/app-server/worker";
${read.map(([name, path]) => `import ${name} from "./${path}";`).join("\n")}
${server ? 'import server from "./dist/server/index.js";\n' : ""}
const files = {
${read.map(([name, path]) => `  "${path}": JSON.stringify(${name}),`).join("\n")}
};

const app = appWorker({ files, server${server ? "" : ": null"} });

export const { AppObject } = app;
export default app.handler;
`;
}

const wranglerFile = ({
  slug,
  schema,
  variables,
}: DownloadedApp): string => `# \`npm install && npx wrangler deploy\` puts the app into your own account. README.md tells which variables it reads.
name = "${slug}"
main = "worker.js"
compatibility_date = "${COMPATIBILITY_DATE}"

[build]
command = "npm run build"

# Whoever may not open the app gets none of its files: each is asked of the Worker.
[assets]
directory = "dist/page"
binding = "ASSETS"
run_worker_first = true

[[durable_objects.bindings]]
name = "APP"
class_name = "AppObject"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["AppObject"]
${hasFiles(schema) ? bucket(slug) : ""}${environment(variables)}`;

/** Plain ones to be filled in, secrets by the command that sets them. */
function environment(variables: readonly DownloadedVariable[]): string {
  const plain = variables.filter(({ secret }) => !secret).map(({ name }) => `# ${name} = ""`);
  const secrets = variables.filter(({ secret }) => secret).map(({ name }) => `# npx wrangler secret put ${name}`);
  const part = (title: string, lines: string[]) => (lines.length > 0 ? `\n${title}\n${lines.join("\n")}\n` : "");
  return part("# What the app's server code reads.\n[vars]", plain) + part("# Secrets of the app's server code:", secrets);
}

const bucket = (slug: string) => `
# Files and pictures in rows.
[[r2_buckets]]
binding = "FILES"
bucket_name = "${slug}-files"
`;

function hasFiles(text: string | undefined): boolean {
  const given = parseJson(text ?? "{}", "data/schema.json");
  const schema = AppSchema.safeParse(given.ok ? given.value : null);
  return schema.success && schema.data.tables.some(({ columns }) => columns.some(isFile));
}
