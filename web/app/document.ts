/**
 * The document the browser has loaded, which stays the same from page to page: its
 * nonce, and whether its headers are those of a page. Where they are not, the page
 * has to be loaded anew (`ownDocument`).
 */
import { redirectDocument } from "react-router";

const inBrowser = typeof document !== "undefined";

/** Read as the site starts, before anybody has gone anywhere. */
const FIRST_PATH = inBrowser ? window.location.pathname : "";

/** For style sheets that are made at run time. Hidden from the page's HTML, and known to its scripts. */
export const NONCE = inBrowser ? document.querySelector<HTMLElement>("script[nonce]")?.nonce : undefined;

/** A client loader for pages with headers of their own: goes on here, or has the browser load the page as a document. */
export async function ownDocument<T>(
  isRight: (path: string) => boolean,
  { request, serverLoader }: { request: Request; serverLoader: () => Promise<T> },
): Promise<T> {
  if (isRight(FIRST_PATH)) return serverLoader();
  const { pathname, search } = new URL(request.url);
  throw redirectDocument(pathname + search);
}
