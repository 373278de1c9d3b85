/** Which file of the app a module means by "../lib/cn". Used by the outline's imports. */

/** By falling precedence: what a name without its ending means. */
const ENDINGS = [".ts", ".tsx", ".js", ".jsx", ".json", ".css", "/index.ts", "/index.tsx", "/index.js", "/index.jsx"];

/** Gives null for a package, and for what is not there. `paths` are in order. */
export function importResolver(paths: readonly string[]): (importer: string, specifier: string) => string | null {
  const known = new Map<string, string>();
  for (const ending of ENDINGS)
    for (const path of paths) {
      const stem = path.endsWith(ending) ? path.slice(0, -ending.length) : null;
      if (stem !== null && !known.has(stem)) known.set(stem, path);
    }
  for (const path of paths) known.set(path, path);
  return (importer, specifier) => {
    const named = specifier.startsWith(".") ? joined(importer, specifier) : aliased(specifier);
    if (named === null) return null;
    // A module may be named by what it is compiled to.
    return known.get(named) ?? known.get(named.replace(/\.jsx?$/, "")) ?? null;
  };
}

function aliased(specifier: string): string | null {
  if (specifier.startsWith("@/")) return `src/${specifier.slice(2)}`;
  return specifier.startsWith("/") ? specifier.slice(1) : null;
}

function joined(importer: string, specifier: string): string | null {
  const segments = importer.split("/").slice(0, -1);
  for (const segment of specifier.replace(/\?.*$/, "").split("/")) {
    if (segment === "." || segment === "") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}
