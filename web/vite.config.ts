/** Builds the front end: browser assets with hashes, and the server bundle that Pages runs in workerd. */
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

// A test that builds the platform runs with NODE_ENV=test, and what it builds is served to people afterwards.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

/** sonner adds its style sheet at run time, without a nonce. It is in theme.css instead. */
const withoutOwnStyles: Plugin = {
  name: "sonner-without-own-styles",
  transform: (code, id) => (/node_modules\/sonner\/dist\//.test(id) ? code.replace(/^__insertCSS\(.*\);$/m, () => "") : null),
};

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), withoutOwnStyles],
  build: { cssTarget: ["chrome123", "safari17.5", "firefox121"] },
  environments: { ssr: { build: { rollupOptions: { input: "./app/server.ts" } } } },
  // Only on build: in development these would bundle React's slow build for the server.
  ...(command === "build"
    ? { ssr: { target: "webworker", noExternal: true, resolve: { conditions: ["workerd", "worker", "browser"] } } }
    : {}),
}));
