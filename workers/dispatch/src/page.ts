/** The app's page, one document for every address of the app, which routes in the browser; and the files that the page loads. */
import { namesFile } from "@edgewright/app-build";
import { problem } from "@edgewright/core";
import type { Context } from "hono";
import { codeOf } from "./code.ts";
import type { Preview } from "./preview.ts";

export const servePage = (context: Context<Preview>): Promise<Response> => codeOf(context).page();

/** What a published page consists of. */
export async function serveAsset(context: Context<Preview>): Promise<Response> {
  const { pathname } = new URL(context.req.url);
  return (await codeOf(context).file(pathname)) ?? noFile(pathname);
}

/**
 * An address whose ending browsers know is a file's: the file, or 404. Of another ending it is known only by who asks:
 * `/people/jane@example.com` is an address of the app, but no picture is one.
 */
export async function serveFile(context: Context<Preview>, next: () => Promise<void>): Promise<Response | undefined> {
  const { pathname } = new URL(context.req.url);
  const known = namesFile(pathname);
  if (!known && (!/\.[^./]+$/.test(pathname) || context.req.header("sec-fetch-dest") === "document")) {
    await next();
    return undefined;
  }
  const file = await codeOf(context).file(decoded(pathname));
  if (file) return file;
  if (!known && (context.req.header("accept") ?? "").includes("text/html")) {
    await next();
    return undefined;
  }
  return noFile(pathname);
}

const noFile = (pathname: string) =>
  problem({ code: "not_found", message: `The app has no file ${pathname}.`, next: `Add public${pathname} to it.` });

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
