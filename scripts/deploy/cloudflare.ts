/**
 * The few calls of Cloudflare's API that a first deployment needs beside wrangler:
 * looking up and making what the workers bind to. Source: Cloudflare API v4.
 */
export type CloudflareApi = {
  /** The result, or null for 404. Throws DeployError for any other refusal. */
  get<T>(path: string): Promise<T | null>;
  post<T>(path: string, body: unknown): Promise<T>;
};

/** A refusal that the person who deploys can act on; shown as one line. */
export class DeployError extends Error {}

type Envelope<T> = { success: boolean; errors: { code: number; message: string }[]; result: T };

export function cloudflareApi(options: { token: string; fetch?: typeof fetch; baseUrl?: string }): CloudflareApi {
  const { token, fetch: send = fetch, baseUrl = "https://api.cloudflare.com/client/v4" } = options;

  async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T | null> {
    const response = await send(baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", accept: "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 404 && method === "GET") return null;
    if (!response.headers.get("content-type")?.includes("json")) {
      throw new DeployError(`Cloudflare answered ${response.status} with something other than JSON to ${method} ${path}.`);
    }
    const envelope = (await response.json()) as Envelope<T>;
    if (!envelope.success) {
      const why = envelope.errors.map((error) => `${error.message} (${error.code})`).join("; ");
      const hint = response.status === 401 || response.status === 403 ? " The token lacks a permission: see the README's list." : "";
      throw new DeployError(`Cloudflare refused ${method} ${path}: ${why || response.status}.${hint}`);
    }
    return envelope.result;
  }

  return {
    get: (path) => call("GET", path),
    post: async <T>(path: string, body: unknown) => (await call<T>("POST", path, body)) as T,
  };
}
