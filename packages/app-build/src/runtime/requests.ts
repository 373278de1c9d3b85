/** Watches the page's requests to its own server and to the platform, and says which came to nothing. Used by main. */
import { REPORTED_HEADER } from "../reported.ts";

/** `stack` is of the place that asked: once the answer is there, the app's frames are gone. */
export type FailedRequest = { message: string; stack: string };

export type RequestDeps = {
  /** The page's address. */
  base(): string;
  /** No answer is to be expected now. */
  excused(): boolean;
  /** `thrown` is what the app gets to see; null where it got an answer. */
  failed(request: FailedRequest, thrown: unknown): void;
};

const REPORTS = "/_app/errors";

/** A fetch that behaves as the given one. */
export function watchRequests(fetch: typeof globalThis.fetch, deps: RequestDeps): typeof globalThis.fetch {
  return async (input, init) => {
    const name = nameOf(input, init, deps.base());
    if (name === null) return fetch(input, init);
    const stack = new Error(name).stack ?? "";
    try {
      const response = await fetch(input, init);
      if (response.status >= 500 && !response.headers.has(REPORTED_HEADER))
        deps.failed({ message: `${name} failed with status ${response.status}.`, stack }, null);
      return response;
    } catch (error) {
      // Whoever stops a request, by a signal, wanted no answer.
      if (!isAbort(error) && !deps.excused()) deps.failed({ message: `${name} got no answer.`, stack }, error);
      throw error;
    }
  };
}

/** Such as `GET /api/report`, without the query, so that the same failure is one; null for what is not watched. */
function nameOf(input: RequestInfo | URL, init: RequestInit | undefined, base: string): string | null {
  const request = typeof input === "object" && "url" in input ? input : null;
  const method = (init?.method ?? request?.method ?? "GET").toUpperCase();
  const address = request?.url ?? String(input);
  if (!URL.canParse(address, base)) return null;
  const { origin, pathname } = new URL(address, base);
  const own = pathname.startsWith("/api/") || (pathname.startsWith("/_app/") && pathname !== REPORTS);
  return own && origin === new URL(base).origin ? `${method} ${pathname}` : null;
}

const isAbort = (error: unknown): boolean => error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
