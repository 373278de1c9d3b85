/** How a connection is told that what it was opened under holds no more. */
import { z } from "zod";

/** Why a connection ends: its sign-in or token is over; it is nothing to them any more; their role is another: come back. */
export const AccessEnd = z.enum(["signed_out", "no_access", "changed"]);
export type AccessEnd = z.infer<typeof AccessEnd>;
