/** The packages an app may import without installing anything. Vendored by scripts/build-vendor.ts; named in findings about unknown imports. */

/** What the browser side may import. */
export const BROWSER_PACKAGES: readonly string[] = [
  "react",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "react-dom",
  "react-dom/client",
  "react-router",
  "recharts",
  "lucide-react",
  "date-fns",
  "clsx",
  "tailwind-merge",
  "class-variance-authority",
  "zod",
  "@edgewright/app-kit",
];

/** What `server/index.ts` may import. */
export const SERVER_PACKAGES: readonly string[] = ["hono", "hono/cors", "hono/http-exception", "hono/validator", "zod"];

/** The name under which the page's own runtime is vendored. */
export const RUNTIME_PACKAGE = "@edgewright/preview-runtime";
/** The same for what starts the app's workers. */
export const WORKER_PACKAGE = "@edgewright/worker-runtime";

export type Side = "browser" | "server";

const PACKAGES: Record<Side, readonly string[]> = { browser: BROWSER_PACKAGES, server: SERVER_PACKAGES };
const INTERNAL = /\/jsx-(dev-)?runtime$/;

export const isAvailable = (specifier: string, side: Side): boolean => PACKAGES[side].includes(specifier);

/** Why `specifier` cannot be imported on this side, naming what can. */
export function unavailable(specifier: string, side: Side): string {
  const other: Side = side === "browser" ? "server" : "browser";
  const where = isAvailable(specifier, other)
    ? `"${specifier}" is there for the ${other} side only`
    : `The package "${specifier}" is not available`;
  const names = PACKAGES[side].filter((name) => !INTERNAL.test(name)).join(", ");
  return `${where}. The ${side} side can import: ${names}.`;
}
