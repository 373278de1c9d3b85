/** What an import means: a file of the app, a package of the catalogue, or nothing. Used by link, for both sides of an app. */
import { isAvailable, type Side, unavailable } from "./catalogue.ts";

/** How a file is asked for beyond being a module: Vite's endings of a specifier. */
export type ImportForm = "module" | "raw" | "url" | "worker";

export type ResolvedImport =
  | { kind: "file"; path: string; as: ImportForm }
  | { kind: "package"; specifier: string }
  | { kind: "missing"; message: string };

const ENDINGS = ["", ".ts", ".tsx", ".js", ".jsx", ".json", "/index.ts", "/index.tsx", "/index.js", "/index.jsx"];
const QUERIES: Record<string, ImportForm> = { raw: "raw", url: "url", worker: "worker", inline: "module" };

export function resolveImport(from: string, specifier: string, has: (path: string) => boolean, side: Side = "browser"): ResolvedImport {
  const { named, query } = split(specifier);
  const base = basePath(from, named);
  if (base === null) {
    return isAvailable(specifier, side) ? { kind: "package", specifier } : { kind: "missing", message: refusal(specifier, side) };
  }
  const as = query === "" ? "module" : Object.hasOwn(QUERIES, query) ? QUERIES[query] : undefined;
  if (as === undefined) {
    return { kind: "missing", message: `"?${query}" is not known, in "${specifier}". A file can be imported with ?raw, ?url or ?worker.` };
  }
  const found = candidates(base).find(has) ?? (named.startsWith("/") && has(`public${named}`) ? `public${named}` : undefined);
  if (found === undefined) return { kind: "missing", message: `Cannot find "${specifier}", imported by ${from}.` };
  if (side === "browser" && found.startsWith("server/")) {
    return { kind: "missing", message: `${from} imports ${found}. Code under server/ stays on the server; call it through /api/.` };
  }
  return { kind: "file", path: found, as };
}

const refusal = (specifier: string, side: Side): string =>
  /^https?:\/\//.test(specifier)
    ? `Code comes from the app itself and from the packages it is given: "${specifier}" cannot be imported. ${unavailable(specifier, side).replace(/^.*?\. /, "")}`
    : unavailable(specifier, side);

const split = (specifier: string): { named: string; query: string } => {
  const mark = specifier.indexOf("?");
  return mark < 0 ? { named: specifier, query: "" } : { named: specifier.slice(0, mark), query: specifier.slice(mark + 1) };
};

/** The path an app-local specifier points at, without guessing its ending; null for a package. */
export function basePath(from: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return normalize(`src/${specifier.slice(2)}`);
  if (specifier.startsWith("/")) return normalize(specifier);
  if (/^\.\.?(\/|$)/.test(specifier)) return normalize(`${from.slice(0, from.lastIndexOf("/") + 1)}${specifier}`);
  return null;
}

/** TypeScript code may name `./a.js` and mean `./a.ts`. */
function candidates(base: string): string[] {
  const stem = base.replace(/\.jsx?$/, "");
  const written = ENDINGS.map((ending) => base + ending);
  return stem === base ? written : [...written, `${stem}.ts`, `${stem}.tsx`];
}

function normalize(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return kept.join("/");
}

/** The files that a specifier with holes may mean, by the specifier each has. A hole stands for one name, not for a folder. */
export function resolvePattern(from: string, pattern: string, paths: readonly string[]): Record<string, string> {
  const parts = pattern.split("\0");
  const base = basePath(from, parts.join("\0"));
  if (base === null || parts.length < 2) return {};
  const found: Record<string, string> = {};
  const [first = "", ...rest] = base.split("\0");
  for (const path of paths) {
    if (!path.startsWith(first) || path.startsWith("server/")) continue;
    for (const ending of ENDINGS) {
      const holes = path.endsWith(ending) ? fill(path.slice(first.length, path.length - ending.length), rest) : null;
      if (holes === null) continue;
      const specifier = parts.map((part, index) => part + (holes[index] ?? "")).join("");
      if (!Object.hasOwn(found, specifier)) found[specifier] = path;
    }
  }
  return found;
}

/** What stands in the holes between the parts; null where a text is not so made. */
function fill(text: string, parts: readonly string[]): string[] | null {
  const holes: string[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const end = index === parts.length - 1 ? (text.endsWith(part) ? text.length - part.length : -1) : text.indexOf(part, at + 1);
    const hole = end > at ? text.slice(at, end) : "";
    if (hole === "" || hole.includes("/")) return null;
    holes.push(hole);
    at = end + part.length;
  }
  return holes;
}
