/**
 * Makes what goes along with a downloaded app, so that it runs by itself: the app kit and the app server, for Node and as a Worker,
 * as packages in `vendor/`, and the files around them. Written into a module, since a Worker has no file system. Run by set-up, after the packed types.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "packages/exports/standalone");
const KIT_TYPES = "node_modules/@edgewright/app-kit/";
/** What the app itself brings, as it builds with it. */
const OF_THE_APP = new Set(["vite", "@vitejs/plugin-react", "@tailwindcss/vite", "react"]);

type Bundled = { files: Record<string, string>; dependencies: Record<string, string> };

/** One file to an entry, and one of what they share, of own packages; what others made stays a dependency, in the version that is installed here. */
async function bundled(entries: Record<string, string>, platform: "node" | "browser"): Promise<Bundled> {
  const dependencies: Record<string, string> = {};
  const others: Plugin = {
    name: "others",
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point" || path.startsWith("@edgewright/")) return undefined;
        const name = path
          .split("/")
          .slice(0, path.startsWith("@") ? 2 : 1)
          .join("/");
        if (!/^(node|cloudflare):/.test(path) && !OF_THE_APP.has(name)) dependencies[name] = versionOf(name);
        return { path, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    ...{ entryPoints: entries, absWorkingDir: ROOT, bundle: true, splitting: true, write: false, outdir: ".", format: "esm" },
    ...{ target: "es2023", platform, chunkNames: "shared", plugins: [others], logLevel: "warning", jsx: "automatic" },
  });
  return { files: Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text])), dependencies };
}

const versionOf = (name: string): string => JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;

const under = (folder: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [folder + name, text]));
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

async function vendored(): Promise<Record<string, string>> {
  const kit = await bundled({ index: "packages/app-kit/src/index.ts" }, "browser");
  const server = await bundled(
    { main: "packages/app-server/src/standalone/main.ts", worker: "packages/app-server/src/worker/index.ts" },
    "node",
  );
  const types: Record<string, string> = JSON.parse(readFileSync(join(ROOT, "dist/checker/types.txt"), "utf8")).files;
  const kitTypes = Object.entries(types).filter(([path]) => path.startsWith(KIT_TYPES) && path.endsWith(".d.ts"));
  const own = { version: "1.0.0", private: true, type: "module" };
  return {
    "vendor/app-kit/package.json": json({
      ...{ name: "@edgewright/app-kit", ...own, exports: { ".": { types: "./index.d.ts", default: "./index.js" } } },
      ...{ dependencies: kit.dependencies, peerDependencies: { react: ">=19" } },
    }),
    ...under("vendor/app-kit/", kit.files),
    ...Object.fromEntries(kitTypes.map(([path, text]) => [`vendor/app-kit/${path.slice(KIT_TYPES.length)}`, text])),
    "vendor/app-server/package.json": json({
      ...{ name: "@edgewright/app-server", ...own, bin: { "edgewright-app": "./bin.js" }, engines: { node: ">=24" } },
      ...{ exports: { "./worker": "./worker.js" }, dependencies: server.dependencies },
    }),
    "vendor/app-server/bin.js": readFileSync(join(ROOT, "packages/app-server/src/standalone/bin.js"), "utf8"),
    ...under("vendor/app-server/", server.files),
  };
}

/** Names that begin with a dot have none here. */
const beside = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [/ignore$/.test(name) ? `.${name}` : name, readFileSync(join(FOLDER, name), "utf8")]),
);
const files = { ...beside, ...(await vendored()) };
const tools = Object.fromEntries(
  ["vite", "@vitejs/plugin-react", "@tailwindcss/vite", "tailwindcss", "typescript"].map((name) => [name, versionOf(name)]),
);
const [, compatibilityDate] = /^compatibility_date = "([^"]+)"/m.exec(readFileSync(join(ROOT, "wrangler.toml"), "utf8")) ?? [];
writeFileSync(
  join(ROOT, "packages/exports/src/standalone.generated.ts"),
  `/** What makes a downloaded app run by itself. Made by scripts/build-standalone.ts. */
export const STANDALONE: { files: Record<string, string>; tools: Record<string, string> } = ${JSON.stringify({ files, tools })};
/** Of the platform's own Workers, with which it is tested. */
export const COMPATIBILITY_DATE = ${JSON.stringify(compatibilityDate)};\n`,
);
