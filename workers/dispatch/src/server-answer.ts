/**
 * What an app's server code may say in the headers of its answers. Listed is what browsers read of one answer alone;
 * what would change the host, other answers or other sites' rights (CORS, HSTS, Clear-Site-Data, Service-Worker-Allowed,
 * Refresh, reporting, sign-in dialogs, policies) is not, and so does not get through.
 */
import { appCookie } from "./app-cookie.ts";

const ALLOWED = new Set([
  "accept-ranges",
  "age",
  "allow",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-range",
  "content-type",
  "date",
  "etag",
  "expires",
  "last-modified",
  "link",
  "location",
  "retry-after",
  "server-timing",
  "vary",
]);

/** An app's own headers, such as `x-total-count`; not those that the platform or browsers give a meaning. */
const OWN = /^x-(?!edgewright-|frame-options$|content-|xss-|dns-|permitted-|webkit-|ua-|sourcemap$|accel-|sendfile)/;

export function serverAnswer(answer: Response): Response {
  const headers = new Headers();
  for (const [name, value] of answer.headers) if (ALLOWED.has(name) || OWN.test(name)) headers.append(name, value);
  for (const line of answer.headers.getSetCookie()) {
    const cookie = appCookie(line);
    if (cookie !== null) headers.append("set-cookie", cookie);
  }
  const { status, statusText, webSocket } = answer;
  return new Response(answer.body, { status, statusText, headers, webSocket: webSocket ?? null });
}
