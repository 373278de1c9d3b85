/** The API on the front end's own origin: requests, event streams and WebSocket upgrades pass through unchanged. */
import type { Platform } from "../../app/api/platform.ts";

export const onRequest = ({ request, env }: { request: Request; env: Platform["env"] }) => env.API.fetch(request);
