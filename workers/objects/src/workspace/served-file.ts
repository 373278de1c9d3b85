/** A file of an app as the browser gets it: from `public/`, or one that the page loads by address. Nothing else of the code is given out. */
import { fileType, fingerprint, servedPaths } from "@edgewright/app-build";
import type { FileMap, PageBuild, ServedFile } from "@edgewright/contracts";

type App = {
  files: FileMap;
  page: PageBuild;
  /** Of a file that is no text. */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer> | null>;
};

export async function servedFile(pathname: string, { files, page, bytes }: App): Promise<ServedFile | null> {
  const [open, own] = servedPaths(pathname) as [string, string];
  for (const path of page.served.includes(own) ? [open, own] : [open]) {
    const body = Object.hasOwn(files, path) ? (files[path] ?? "") : await bytes(path);
    if (body !== null) return { body, type: typeOf(path, typeof body === "string"), tag: tagOf(path, page, body) };
  }
  return null;
}

function typeOf(path: string, isText: boolean): string {
  const type = fileType(path) ?? (isText ? "text/plain" : "application/octet-stream");
  return isText && !type.includes("charset") ? `${type}; charset=utf-8` : type;
}

/** Bytes are those of a version, which does not change. */
const tagOf = (path: string, page: PageBuild, body: ServedFile["body"]): string =>
  typeof body === "string" ? fingerprint(body) : fingerprint(`${path} ${page.version ?? page.hash}`);
