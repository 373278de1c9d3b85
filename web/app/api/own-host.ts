/**
 * Whether the front end was asked for by the platform's own name, before it answers with a page or a file. Which names
 * those are, the API knows and decides; a name it has taken is not asked about again.
 */
import type { Platform } from "./platform.ts";

interface Asked {
  request: Request;
  env: Platform["env"];
  next(): Promise<Response>;
}

/** A request of the API, which decides for itself, costs no second one. */
export const isForApi = (pathname: string) => pathname === "/api" || pathname.startsWith("/api/");

export function ownHostOnly(): (asked: Asked) => Promise<Response> {
  const own = new Set<string>();
  return async ({ request, env, next }) => {
    const { origin, pathname } = new URL(request.url);
    if (own.has(origin) || isForApi(pathname)) return next();
    // There is nothing at this address of the API, so it has no more to say than whether it is at this host.
    const said = await env.API.fetch(new Request(`${origin}/api`));
    if (said.status === 403) return said;
    own.add(origin);
    return next();
  };
}
