/** How a WebSocket tells why its access ended. Apart from the schema, which a page of the workspace does without. */
import type { AccessEnd } from "./access-end.ts";

/** Close codes of WebSockets. */
export const ACCESS_CLOSE: Record<AccessEnd, number> = { signed_out: 4401, no_access: 4403, changed: 4409 };
