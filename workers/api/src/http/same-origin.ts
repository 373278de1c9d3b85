/** A cookie goes along whoever makes the browser ask, so what changes something, or opens a socket, must come from our own pages. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export function fromOwnPages(request: Request, appUrl: string): Outcome<void> {
  const origin = request.headers.get("origin");
  const socket = request.headers.get("upgrade")?.toLowerCase() === "websocket";
  if (SAFE.has(request.method) && !(socket && origin !== null)) return ok(undefined);
  if (origin === new URL(appUrl).origin) return ok(undefined);
  return fail("forbidden", "This request does not come from Edgewright's own pages.", { next: `Open ${appUrl} and try again there.` });
}
