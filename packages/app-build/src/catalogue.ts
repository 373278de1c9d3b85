/** The packages an app may import without installing anything. Vendored by scripts/build-vendor.ts; named in findings about unknown imports. */

/** What the browser side may import. */
export const BROWSER_PACKAGES: readonly string[] = [
  "react",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "react-dom",
  "react-dom/client",
  "react-router",
  "react-router/dom",
  "recharts",
  "lucide-react",
  "date-fns",
  "date-fns/locale",
  "date-fns/constants",
  "clsx",
  "tailwind-merge",
  "class-variance-authority",
  "zod",
  "zod/v4",
  "@edgewright/app-kit",
];

/** What `server/index.ts` may import. */
export const SERVER_PACKAGES: readonly string[] = [
  "hono",
  "hono/body-limit",
  "hono/cookie",
  "hono/cors",
  "hono/csrf",
  "hono/etag",
  "hono/factory",
  "hono/http-exception",
  "hono/logger",
  "hono/pretty-json",
  "hono/request-id",
  "hono/secure-headers",
  "hono/streaming",
  "hono/validator",
  "zod",
  "zod/v4",
];

/** The name under which the page's own runtime is vendored. */
export const RUNTIME_PACKAGE = "@edgewright/preview-runtime";
/** What a published app's page is started by. */
export const PUBLISHED_PACKAGE = "@edgewright/published-runtime";
/** The same for what starts the app's workers. */
export const WORKER_PACKAGE = "@edgewright/worker-runtime";

export type Side = "browser" | "server";

const PACKAGES: Record<Side, readonly string[]> = { browser: BROWSER_PACKAGES, server: SERVER_PACKAGES };
const INTERNAL = /\/jsx-(dev-)?runtime$/;

export const packagesOf = (side: Side): readonly string[] => PACKAGES[side];
export const isAvailable = (specifier: string, side: Side): boolean => PACKAGES[side].includes(specifier);

/** What is imported in place of a part of a package that cannot be: `date-fns` for `date-fns/addDays`, `date-fns/locale` for `date-fns/locale/de`. */
export const wholeOf = (specifier: string, side: Side): string | undefined =>
  PACKAGES[side].filter((name) => specifier.startsWith(`${name}/`)).sort((one, other) => other.length - one.length)[0];

/** Why `specifier` cannot be imported on this side, naming what can; what to do `instead` stands first, since readers are given so many characters. */
export function unavailable(specifier: string, side: Side, instead: string | null = null): string {
  const other: Side = side === "browser" ? "server" : "browser";
  const where = isAvailable(specifier, other)
    ? `"${specifier}" is there for the ${other} side only`
    : `The package "${specifier}" is not available`;
  const names = PACKAGES[side].filter((name) => !INTERNAL.test(name)).join(", ");
  return `${where}. ${instead === null ? "" : `Instead, ${instead}. `}The ${side} side can import: ${names}.`;
}
