/** Cookies on an app's host: the one of the platform, which the app never sees or sets, and the app's own, which stay on this host. */

/** `__Host-`: browsers take it only without Domain, with `Path=/` and `Secure`, so no other host can set it for this one. */
export const ACCESS_COOKIE = "__Host-ew_access";

/** Names of the platform's cookies, and those that browsers or servers read a promise from. */
const RESERVED = /^(__|ew_)/i;
const KEPT = /^(path|expires|max-age|httponly)(=|$)/i;

/** A `Set-Cookie` of server code as it goes out: never for a whole domain, and fit for a frame on another site. Null: it does not. */
export function appCookie(line: string): string | null {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const name = pair.slice(0, Math.max(0, pair.indexOf("="))).trim();
  if (name === "" || RESERVED.test(name)) return null;
  return [pair, ...attributes.filter((attribute) => KEPT.test(attribute)), "Secure", "SameSite=None", "Partitioned"].join("; ");
}

const pairsOf = (header: string) => header.split(";").map((pair) => pair.trim());
const isAccess = (pair: string) => pair.toLowerCase().startsWith(`${ACCESS_COOKIE.toLowerCase()}=`);

/** Null where there is none, or more than one, since it cannot be told which of two is ours. */
export function accessCookie(header: string): string | null {
  const [found, second] = pairsOf(header).filter(isAccess);
  return found === undefined || second !== undefined ? null : found.slice(ACCESS_COOKIE.length + 1);
}

/** What the app's server gets to read. */
export const appCookies = (header: string): string =>
  pairsOf(header)
    .filter((pair) => pair.includes("=") && !RESERVED.test(pair))
    .join("; ");
