/**
 * Makes what goes along with a downloaded app, so that it runs by itself: the app kit and the standalone server as packages in
 * `vendor/`, and the files around them. Written into a module, since a Worker has no file system. Run by set-up, after the packed types.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "packages/exports/standalone");
const KIT_TYPES = "node_modules/@edgewright/app-kit/";
/** What the app itself brings, as it builds with it. */
const OF_THE_APP = new Set(["vite", "@vitejs/plugin-react", "@tailwindcss/vite", "react"]);

/** Own packages are put into one file; what others made stays a dependency, in the version that is installed here. */
async function bundled(entry: string, platform: "node" | "browser"): Promise<{ code: string; dependencies: Record<string, string> }> {
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
        if (!path.startsWith("node:") && !OF_THE_APP.has(name)) dependencies[name] = versionOf(name);
        return { path, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    ...{ entryPoints: [join(ROOT, entry)], bundle: true, write: false, format: "esm", target: "es2023", platform },
    ...{ plugins: [others], logLevel: "warning", jsx: "automatic" },
  });
  return { code: outputFiles[0]?.text ?? "", dependencies };
}

const versionOf = (name: string): string => JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

async function vendored(): Promise<Record<string, string>> {
  const kit = await bundled("packages/app-kit/src/index.ts", "browser");
  const server = await bundled("packages/app-server/src/standalone/main.ts", "node");
  const types: Record<string, string> = JSON.parse(readFileSync(join(ROOT, "dist/checker/types.txt"), "utf8")).files;
  const kitTypes = Object.entries(types).filter(([path]) => path.startsWith(KIT_TYPES) && path.endsWith(".d.ts"));
  const own = { version: "1.0.0", private: true, type: "module" };
  return {
    "vendor/app-kit/package.json": json({
      ...{ name: "@edgewright/app-kit", ...own, exports: { ".": { types: "./index.d.ts", default: "./index.js" } } },
      ...{ dependencies: kit.dependencies, peerDependencies: { react: ">=19" } },
    }),
    "vendor/app-kit/index.js": kit.code,
    ...Object.fromEntries(kitTypes.map(([path, text]) => [`vendor/app-kit/${path.slice(KIT_TYPES.length)}`, text])),
    "vendor/app-server/package.json": json({
      ...{ name: "@edgewright/app-server", ...own, bin: { "edgewright-app": "./bin.js" }, engines: { node: ">=24" } },
      dependencies: server.dependencies,
    }),
    "vendor/app-server/bin.js": readFileSync(join(ROOT, "packages/app-server/src/standalone/bin.js"), "utf8"),
    "vendor/app-server/main.js": server.code,
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
writeFileSync(
  join(ROOT, "packages/exports/src/standalone.generated.ts"),
  `/** What makes a downloaded app run by itself. Made by scripts/build-standalone.ts. */
export const STANDALONE: { files: Record<string, string>; tools: Record<string, string> } = ${JSON.stringify({ files, tools })};\n`,
);
