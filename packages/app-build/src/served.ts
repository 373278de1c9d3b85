/** Where an app's own files are found in the browser: `public/` at the root, others that the app asks for under their path. */
import { fingerprint } from "./fingerprint.ts";
import { fileType } from "./page-addresses.ts";

/** With a part that changes with the content, so that it may be kept for good. */
export const servedAddress = (path: string, text: string): string => `${addressOf(path)}?v=${fingerprint(text).slice(0, 12)}`;

export const addressOf = (path: string): string => (path.startsWith("public/") ? path.slice("public".length) : `/${path}`);

/** The paths an address may mean, the first of which wins. */
export const servedPaths = (pathname: string): string[] => [`public${pathname}`, pathname.slice(1)];

/** The type that a file is given out as. */
export function servedType(path: string, isText: boolean): string {
  const type = fileType(path) ?? (isText ? "text/plain" : "application/octet-stream");
  return isText && !type.includes("charset") ? `${type}; charset=utf-8` : type;
}
