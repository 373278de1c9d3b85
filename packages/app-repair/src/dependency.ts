/** Packages of the catalogue that code imports and the app's `package.json` does not list: the app would not start outside the platform. */

import { isAvailable } from "@edgewright/app-build";
import type { Edit, Inspection } from "@edgewright/app-check";
import { importsIn, isBare, sideOf, specifierOf } from "@edgewright/app-check";
import type { SourceFile } from "typescript";
import type { ImportCleanup } from "./unused-import.ts";

const MANIFEST = "package.json";
const LISTS = ["dependencies", "devDependencies", "peerDependencies"];

/** Of the files at `paths`; of all when `package.json` itself is among them. */
export function missingDependencies(inspection: Inspection, paths: readonly string[]): ImportCleanup[] {
  const text = inspection.sources.text(MANIFEST);
  const listed = text === undefined ? null : listedIn(text);
  if (text === undefined || !listed) return [];
  const seen = new Set(listed.all);
  return (paths.includes(MANIFEST) ? inspection.sources.paths() : paths).flatMap((path): ImportCleanup[] => {
    const file = inspection.file(path);
    if (!file) return [];
    return imported(inspection, path, file).flatMap(({ specifier, name, line }): ImportCleanup[] => {
      const { version } = inspection.sources.exportsOf(specifier);
      if (seen.has(name) || version === "") return [];
      seen.add(name);
      const message = `package.json does not list "${name}".`;
      return [{ repair: { kind: "missing_dependency", file: path, line, message }, edits: [added(text, listed.own, name, `^${version}`)] }];
    });
  });
}

function imported({ ts }: Inspection, path: string, file: SourceFile) {
  return importsIn(ts, file).flatMap((declaration) => {
    const specifier = specifierOf(ts, declaration);
    if (!isBare(specifier) || !isAvailable(specifier, sideOf(path))) return [];
    const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    return [{ specifier, name, line: ts.getLineAndCharacterOfPosition(file, declaration.getStart(file)).line + 1 }];
  });
}

/** Names by list; null when the manifest cannot be read or has no dependencies to add to. */
function listedIn(text: string): { own: string[]; all: string[] } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const [own, ...others] = LISTS.map((list) => {
    const names = typeof json === "object" && json !== null ? (json as Record<string, unknown>)[list] : undefined;
    return typeof names === "object" && names !== null ? Object.keys(names) : [];
  });
  return own && own.length > 0 ? { own, all: [...own, ...others.flat()] } : null;
}

/** A line of its own among the dependencies, in the order of names. */
function added(text: string, own: string[], name: string, version: string): Edit {
  const list = text.indexOf('"dependencies"');
  const open = text.indexOf("{", list) + 1;
  const next = own.find((other) => other > name);
  const gap = /^\s*/.exec(text.slice(open))?.[0] ?? "";
  const entry = `"${name}": "${version}"`;
  if (next !== undefined) {
    const at = text.indexOf(`"${next}"`, open);
    return { path: MANIFEST, start: at, end: at, text: `${entry},${gap || " "}` };
  }
  const last = /"[^"]*"\s*:\s*"[^"]*"(?=\s*\})/.exec(text.slice(open));
  const end = open + (last ? last.index + last[0].length : 0);
  return { path: MANIFEST, start: end, end, text: `,${gap || " "}${entry}` };
}
