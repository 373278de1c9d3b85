/** How a connection is told that what it was opened under holds no more. */
import { z } from "zod";

/** Why a connection ends: its sign-in or token is over; it is nothing to them any more; their role is another: come back. */
export const AccessEnd = z.enum(["signed_out", "no_access", "changed"]);
export type AccessEnd = z.infer<typeof AccessEnd>;

/** Close codes of WebSockets. */
export const ACCESS_CLOSE: Record<AccessEnd, number> = { signed_out: 4401, no_access: 4403, changed: 4409 };
