/**
 * Whether a request comes from another site, in which case an app's host does not answer it in its visitor's name.
 * Browsers say so in `Origin` and in Fetch Metadata (`Sec-Fetch-*`), which no page can forge.
 */
import type { Failure } from "@edgewright/contracts";

const NO_SERVICE_WORKER: Failure = {
  code: "forbidden",
  message: "Apps on Edgewright have no service workers.",
  next: "Remove the call of navigator.serviceWorker.register: it would go on serving old code, also to those who may no longer open the app.",
};

/** Null: it may be answered. `own`: the host's origin, where a proxy in front of it has it asked at another. */
export function foreignRequest(request: Request, own?: string): Failure | null {
  const { headers } = request;
  if (headers.has("service-worker") || headers.get("sec-fetch-dest") === "serviceworker") return NO_SERVICE_WORKER;
  const { origin: asked, pathname } = new URL(request.url);
  const origin = own ?? asked;
  if (isOwn(request, origin) || leadsHere(request, pathname)) return null;
  return {
    code: "forbidden",
    message: "This request does not come from the app's own pages.",
    next: `Send it from a page of ${origin}, with its Origin header; other sites may only link to the app.`,
  };
}

/** What may change something, or opens a socket, must name this origin. Of the rest, what names none at all is taken too. */
function isOwn({ method, headers }: Request, origin: string): boolean {
  const from = headers.get("origin");
  const reads = (method === "GET" || method === "HEAD") && !headers.has("upgrade");
  if (!reads) return from === origin;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  return from === null || from === origin;
}

/** A link on another site, or the workspace's frame: to the app's pages, and as a link alone to what its server offers. */
function leadsHere({ method, headers }: Request, pathname: string): boolean {
  if (method !== "GET" || headers.has("upgrade") || headers.get("sec-fetch-mode") !== "navigate") return false;
  if (isUnder("/_app", pathname)) return false;
  const into = headers.get("sec-fetch-dest");
  return into === "document" || (into === "iframe" && !isUnder("/api", pathname));
}

const isUnder = (folder: string, pathname: string): boolean => pathname === folder || pathname.startsWith(`${folder}/`);
