/** A file of an app as the browser gets it: from `public/`, or one that the page loads by address. Nothing else of the code is given out. */
import { fingerprint, servedPaths, servedType } from "@edgewright/app-build";
import type { FileMap, PageBuild, ServedFile } from "@edgewright/contracts";
import { pointedFile } from "@edgewright/core";

type App = {
  files: FileMap;
  page: PageBuild;
  /** Of a file that is no text. */
  bytes(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
};

export async function servedFile(pathname: string, { files, page, bytes }: App): Promise<ServedFile | null> {
  const [open, own] = servedPaths(pathname) as [string, string];
  for (const path of page.served.includes(own) ? [open, own] : [open]) {
    if (!Object.hasOwn(files, path)) continue;
    const content = files[path] ?? "";
    const binary = pointedFile(content);
    const body = binary ? await bytes(binary.sha256) : content;
    if (body !== null) return { body, type: servedType(path, binary === null), tag: fingerprint(content) };
  }
  return null;
}
