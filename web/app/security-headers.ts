/** Headers of every page. Scripts run only from our own files or with the page's nonce, whatever text a page shows; frames only where a page has some. */
export interface DocumentFacts {
  /** The path of the page that is asked for; whatever the browser shows of the site afterwards stays under the same headers. */
  path: string;
  nonce: string;
  /** Where previews are, as a source of frames; null: nobody is signed in. */
  previews: string | null;
}

/** Pages that are only right in a document of their own, since no other allows their frames (see document.ts). */
export const isWorkspace = (path: string) => path.startsWith("/projects/");
/** The project, by its id or its address, whose page this is; null: it is another page. */
export const projectOf = (path: string): string | null => /^\/projects\/([\w-]+)\/?$/.exec(path)?.[1] ?? null;
export const isOutbox = (path: string) => path === "/dev/mail";

export function setPageHeaders(headers: Headers, document: DocumentFacts) {
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set(
    "content-security-policy",
    Object.entries(policyOf(document))
      .map((rule) => rule.join(" "))
      .join("; "),
  );
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cache-control", "private, no-cache");
}

function policyOf({ path, nonce, previews }: DocumentFacts): Record<string, string> {
  return {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    // A mail that is shown brings styles of its own, and its frame has the page's policy.
    "style-src": isOutbox(path) ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // What components place they place by style attributes, in the server's HTML too. Those reach no further than their element.
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    // The build inlines the smallest of the fonts.
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "frame-src": framesOf(path, previews),
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
}

function framesOf(path: string, previews: string | null): string {
  if (isWorkspace(path) && previews !== null) return previews;
  return isOutbox(path) ? "'self'" : "'none'";
}
