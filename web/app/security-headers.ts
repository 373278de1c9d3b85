/** Headers of every page. Scripts run only from our own files or with the page's nonce, whatever text a page shows. */
const POLICY: Record<string, string> = {
  "default-src": "'self'",
  // Components and the editor set styles at run time.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  // The build inlines the smallest of the fonts.
  "font-src": "'self' data:",
  "worker-src": "'self' blob:",
  // Previews are on a domain of their own, which only the API knows.
  "frame-src": "http: https:",
  "object-src": "'none'",
  "base-uri": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

export function setPageHeaders(headers: Headers, nonce: string) {
  const policy = { ...POLICY, "script-src": `'self' 'nonce-${nonce}'` };
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set(
    "content-security-policy",
    Object.entries(policy)
      .map((rule) => rule.join(" "))
      .join("; "),
  );
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cache-control", "private, no-cache");
}
