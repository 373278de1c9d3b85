/** How one file of an app names another in an import. */
import { resolveImport } from "@edgewright/app-build";
import { importsIn, sideOf, specifierOf } from "@edgewright/app-check";
import type { Site } from "./site.ts";

/** Whether files are named from `src` on (`@/…`), and whether with their ending. */
export type Style = { alias: boolean; ending: boolean };

const CODE_ENDING = /\.(tsx?|jsx?)$/;
const INDEX = /\/index$/;

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");

export function specifierTo(from: string, to: string, { alias, ending }: Style): string {
  const named = ending || !CODE_ENDING.test(to) ? to : to.replace(CODE_ENDING, "").replace(INDEX, "");
  if (alias && named.startsWith("src/")) return `@/${named.slice(4)}`;
  const here = from.split("/").slice(0, -1);
  const there = named.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = "../".repeat(here.length - shared);
  return `${up || "./"}${there.slice(shared).join("/")}`;
}

/** As the file's own imports of app files are written; where it has none, as those of the others. */
export function styleOf({ ts, inspection, file }: Site): Style {
  const local = (one: typeof file) =>
    importsIn(ts, one)
      .map((declaration) => specifierOf(ts, declaration))
      .filter(isLocal);
  const own = local(file);
  const all = own.length > 0 ? own : inspection.sources.paths().flatMap((path) => local(inspection.file(path) ?? file));
  const most = (test: (specifier: string) => boolean) => all.filter(test).length * 2 > all.length;
  return { alias: most((specifier) => specifier.startsWith("@/")), ending: most((specifier) => CODE_ENDING.test(specifier)) };
}

export const isLocal = (specifier: string): boolean => /^(\.|\/|@\/)/.test(specifier);

/** The app's file behind a specifier, `package:NAME`, or null. */
export function resolveFrom({ inspection }: Pick<Site, "inspection">, from: string, specifier: string): string | null {
  const found = resolveImport(from, specifier, inspection.sources.has, sideOf(from));
  if (found.kind === "file") return found.path;
  return found.kind === "package" ? `package:${found.specifier}` : null;
}
