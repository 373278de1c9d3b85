/** Builds the front end: browser assets with hashes, and the server bundle that Pages runs in workerd. */
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

/** Fewer and larger files: what every page runs on, and the pictures that several pages show. */
const GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: "framework", test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
  { name: "icons", test: /node_modules\/(lucide-react|clsx|class-variance-authority)\//, minShareCount: 3 },
];

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), withoutOwnStyles],
  build: {
    cssTarget: ["chrome123", "safari17.5", "firefox121"],
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  environments: { ssr: { build: { rollupOptions: { input: "./app/server.ts" } } } },
  // Only on build: in development these would bundle React's slow build for the server.
  ...(command === "build"
    ? { ssr: { target: "webworker", noExternal: true, resolve: { conditions: ["workerd", "worker", "browser"] } } }
    : {}),
}));
