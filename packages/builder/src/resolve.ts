/** What an import means: a file of the app, a package of the catalogue, or nothing. Used by pack and the server build. */
import { isAvailable, type Side, unavailable } from "./catalogue.ts";

export type Resolved = { kind: "file"; path: string } | { kind: "package"; specifier: string } | { kind: "missing"; message: string };

const ENDINGS = ["", ".ts", ".tsx", ".js", ".jsx", ".json", "/index.ts", "/index.tsx", "/index.js", "/index.jsx"];

export function resolveImport(from: string, specifier: string, has: (path: string) => boolean, side: Side = "browser"): Resolved {
  const base = basePath(from, specifier);
  if (base === null) {
    return isAvailable(specifier, side) ? { kind: "package", specifier } : { kind: "missing", message: unavailable(specifier, side) };
  }
  const found = candidates(base).find(has);
  if (found === undefined) return { kind: "missing", message: `Cannot find "${specifier}", imported by ${from}.` };
  if (side === "browser" && found.startsWith("server/")) {
    return { kind: "missing", message: `${from} imports ${found}. Code under server/ stays on the server; call it through /api/.` };
  }
  return { kind: "file", path: found };
}

/** The path an app-local specifier points at, without guessing its ending; null for a package. */
function basePath(from: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return normalise(`src/${specifier.slice(2)}`);
  if (specifier.startsWith("/")) return normalise(specifier);
  if (/^\.\.?(\/|$)/.test(specifier)) return normalise(`${from.slice(0, from.lastIndexOf("/") + 1)}${specifier}`);
  return null;
}

/** TypeScript code may name `./a.js` and mean `./a.ts`. */
function candidates(base: string): string[] {
  const stem = base.replace(/\.jsx?$/, "");
  const written = ENDINGS.map((ending) => base + ending);
  return stem === base ? written : [...written, `${stem}.ts`, `${stem}.tsx`];
}

function normalise(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return kept.join("/");
}
