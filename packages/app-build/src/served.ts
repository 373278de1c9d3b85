/** Where an app's own files are found in the browser: `public/` at the root, others that the app asks for under their path. */
import { fingerprint } from "./fingerprint.ts";

/** With a part that changes with the content, so that it may be kept for good. */
export const servedAddress = (path: string, text: string): string => `${addressOf(path)}?v=${fingerprint(text).slice(0, 12)}`;

export const addressOf = (path: string): string => (path.startsWith("public/") ? path.slice("public".length) : `/${path}`);

/** The paths an address may mean, the first of which wins. */
export const servedPaths = (pathname: string): string[] => [`public${pathname}`, pathname.slice(1)];
