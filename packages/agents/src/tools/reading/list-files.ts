/** Listings of an app's files as a model reads them. The embedded model reads the first form too. */
import type { FileMap, Outcome } from "@edgewright/contracts";
import { fail, ok, type Pause, textOf } from "@edgewright/core";
import { extentOf, outline, outlineText } from "../../prompt/outline.ts";
import { orClosest } from "./closest-paths.ts";

export function listFiles(files: FileMap, under: string | undefined): Outcome<string> {
  const paths = pathsUnder(files, under);
  return paths.ok ? ok(paths.value.map((path) => `${path} (${extentOf(textOf(files, path))})`).join("\n")) : paths;
}

const OUTLINE_MAX = 40_000;

export async function outlineOf(files: FileMap, under: string | undefined, pause: Pause): Promise<Outcome<string>> {
  const paths = pathsUnder(files, under);
  if (!paths.ok) return paths;
  const wanted = new Set(paths.value);
  const said: string[] = [];
  let length = 0;
  for (const file of await outline(files, pause)) {
    if (!wanted.has(file.path)) continue;
    const text = outlineText(file);
    if (length + text.length > OUTLINE_MAX) break;
    length += text.length + 1;
    said.push(text);
  }
  const left = wanted.size - said.length;
  return ok([...said, ...(left > 0 ? [`(${left} more files: call it with "under" for a folder.)`] : [])].join("\n"));
}

/** In order: a folder's files, a file itself, or all. */
export function pathsUnder(files: FileMap, under: string | undefined): Outcome<string[]> {
  const paths = Object.keys(files).sort();
  const folder = (under ?? "").replace(/^[./]+|(?<!\/)\/+$/g, "");
  if (folder === "") return ok(paths);
  const found = paths.filter((path) => path === folder || path.startsWith(`${folder}/`));
  if (found.length > 0) return ok(found);
  const folders = [...new Set(paths.map((path) => path.split("/").slice(0, -1).join("/")).filter((path) => path !== ""))];
  return fail("not_found", `There is nothing under ${folder.slice(0, 200)}.`, { next: orClosest([...folders, ...paths], folder) });
}
