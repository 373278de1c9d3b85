/** Which of an app's files a file's findings depend on, so that only what a change reaches is checked again. */
import { fingerprint } from "../fingerprint.ts";
import { resolveImport } from "../resolve.ts";
import type { Import } from "./imports.ts";

/** `has` knows all files, `paths` and `text` those that TypeScript reads. */
type Graph = {
  paths: string[];
  has: (path: string) => boolean;
  text: (path: string) => string | undefined;
  imports: (path: string) => Import[];
};

/** Ambient declarations reach every file. */
const GLOBAL = /\bdeclare\s+(global|module)\b/;
const isGlobal = (path: string, text: string) => path.endsWith(".d.ts") || GLOBAL.test(text);

/** A key for each path; equal keys mean equal findings. */
export function dependencyKeys({ paths, has, text, imports }: Graph): Map<string, string> {
  const direct = new Map<string, string[]>();
  const reach = (path: string): string[] => {
    let targets = direct.get(path);
    if (!targets) {
      targets = imports(path).map(({ specifier }) => {
        const found = resolveImport(path, specifier, has, "server");
        return found.kind === "file" ? found.path : "";
      });
      direct.set(path, targets);
    }
    return targets;
  };
  const prints = new Map<string, string>();
  const print = (path: string): string => {
    let known = prints.get(path);
    if (known === undefined) {
      known = `${path} ${fingerprint(text(path) ?? "")}`;
      prints.set(path, known);
    }
    return known;
  };
  const global = paths.filter((path) => isGlobal(path, text(path) ?? "")).map(print);
  return new Map(
    paths.map((path) => {
      const seen = new Set([path]);
      for (const at of seen) for (const target of reach(at)) if (target !== "") seen.add(target);
      // An import that means nothing now may mean something once a file is added.
      return [path, fingerprint([...global, ...[...seen].map((at) => `${print(at)} ${reach(at).join(" ")}`)].join("\n"))];
    }),
  );
}

/** The files that import these, directly or not, nearest first. */
export function dependents(changed: readonly string[], { paths, has, imports }: Omit<Graph, "text">): string[] {
  const importers = new Map<string, string[]>();
  for (const path of paths) {
    for (const { specifier } of imports(path)) {
      const found = resolveImport(path, specifier, has, "server");
      if (found.kind === "file") importers.set(found.path, [...(importers.get(found.path) ?? []), path]);
    }
  }
  const seen = new Set(changed);
  for (const path of seen) for (const importer of importers.get(path) ?? []) seen.add(importer);
  return [...seen].slice(new Set(changed).size);
}
