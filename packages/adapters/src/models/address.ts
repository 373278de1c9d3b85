/**
 * Which addresses an organization's model server may have. A platform on the internet must not be made
 * to ask hosts inside a network for its members; on one's own machine the server is next door. Used
 * where an address is saved, and again where it is used.
 */

const PRIVATE_V4 = [
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];
const INSIDE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa)$/;

/** What is wrong with it, or null. `local`: the platform runs on a person's own machine. */
export function addressProblem(address: string, local: boolean): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return "This is no http or https address.";
  if (url.username !== "" || url.password !== "") return "Put the key into its own field, not into the address.";
  if (local) return null;
  if (url.protocol !== "https:") return "The address must begin with https://, so that the key is not sent in the open.";
  return isInside(url.hostname) ? "This address is inside a network, where the platform may not look." : null;
}

/** The URL parser has already brought every way to write an IPv4 address into its usual form. */
function isInside(host: string): boolean {
  if (host.startsWith("[")) return isInsideV6(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return PRIVATE_V4.some((range) => range.test(host)) || /^(22[4-9]|2[3-5]\d)\./.test(host);
  const name = host.replace(/\.$/, "");
  return !name.includes(".") || INSIDE_NAMES.test(name);
}

/** Only what is routed on the internet, 2000::/3, without the ranges that carry an IPv4 address. */
const isInsideV6 = (host: string): boolean => !/^[23]/.test(host) || /^(2002|2001:0?:|2001::)/.test(host);

/** Whether the platform itself runs on a person's own machine. */
export const isOwnMachine = (appUrl: string): boolean => ["localhost", "127.0.0.1"].includes(new URL(appUrl).hostname);
