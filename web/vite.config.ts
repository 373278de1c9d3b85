/** Builds the front end: browser assets with hashes, and the server bundle that Pages runs in workerd. */
import { join } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin, type Rolldown } from "vite";

// A test that builds the platform runs with NODE_ENV=test, and what it builds is served to people afterwards.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

/** sonner adds its style sheet at run time, without a nonce. It is in theme.css instead. */
const withoutOwnStyles: Plugin = {
  name: "sonner-without-own-styles",
  transform: (code, id) => (/node_modules\/sonner\/dist\//.test(id) ? code.replace(/^__insertCSS\(.*\);$/m, () => "") : null),
};

const FRAMEWORK = /node_modules\/(react|react-dom|scheduler|react-router)\//;
/** Loaded by each page, and by the one where people stay. */
const FIRST = ["root.tsx", "components/AppShell.tsx", "workspace/WorkspaceScreen.tsx"].map((file) =>
  join(import.meta.dirname, "app", file),
);
/** What shapes are made with, and the list of all of them: of these a page loads the little that it uses, with the first form. */
const ZOD = /node_modules\/zod\//;
const CONTRACTS = /packages\/contracts\/src\/index\.ts$/;

/** In which of a few large files a module is that pages load first: without it each would fetch some fifty small ones. */
function firstFile(): (id: string, graph: Rolldown.ChunkingContext) => string | null {
  let first: Set<string> | undefined;
  return (id, graph) => {
    first ??= importedBy(FIRST, graph);
    const shapes = CONTRACTS.test(id) || [id, ...importsOf(id, graph)].some((each) => ZOD.test(each));
    // The root brings the style sheet, which would be asked for again by what is fetched later if it stood in a file for all.
    if (shapes || /app\/root\.tsx|\.css$/.test(id) || !first.has(id)) return null;
    return id.includes("/app/workspace/") ? "workspace" : "frame";
  };
}

const importsOf = (id: string, graph: Rolldown.ChunkingContext) => graph.getModuleInfo(id)?.importedIds ?? [];

function importedBy(files: string[], graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set(files);
  for (const id of found) for (const imported of importsOf(id, graph)) found.add(imported);
  return found;
}

const GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: "framework", test: FRAMEWORK, priority: 1 },
  { name: firstFile(), debugName: "first" },
];

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), withoutOwnStyles],
  resolve: { alias: [{ find: /^\.\.\/createLucideIcon\.mjs$/, replacement: join(import.meta.dirname, "app/components/draw-icon.tsx") }] },
  worker: { format: "es" },
  build: { cssTarget: ["chrome123", "safari17.5", "firefox121"] },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } } } },
    ssr: { build: { minify: true, rolldownOptions: { input: "./app/server.ts" } } },
  },
  // Only on build: in development these would bundle React's slow build for the server.
  ...(command === "build"
    ? { ssr: { target: "webworker", noExternal: true, resolve: { conditions: ["workerd", "worker", "browser"] } } }
    : {}),
}));
