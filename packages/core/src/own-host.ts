/**
 * Whether a request was sent to the platform by its own name. A name of somebody else's that leads to this machine makes a
 * browser think it talks to that somebody's site (DNS rebinding), and hand over what is open to anyone here.
 */
import type { Failure } from "@edgewright/contracts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Null: it was. On one's own machine every name of the loopback will do, on the platform's port. */
export function hostFailure(url: string, appUrl: string): Failure | null {
  const own = new URL(appUrl);
  const { host, hostname, port } = new URL(url);
  if (host === own.host) return null;
  if (LOOPBACK.includes(own.hostname) && LOOPBACK.includes(hostname) && port === own.port) return null;
  return { code: "forbidden", message: "Edgewright is not at this address.", next: `Open ${own.origin} instead.` };
}
