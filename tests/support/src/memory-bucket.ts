/** An R2 bucket in memory, as much of it as the platform uses, so that adapters over R2 run in plain Node tests. */

type KeptObject = { bytes: Uint8Array<ArrayBuffer>; httpMetadata: R2HTTPMetadata };

async function bytesOf(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof value === "string" || value instanceof ArrayBuffer || value instanceof Uint8Array || value instanceof Blob)
    return new Uint8Array(await new Response(value as BodyInit).arrayBuffer());
  throw new Error("The bucket of tests takes text and bytes");
}

class MemoryBucket {
  readonly kept = new Map<string, KeptObject>();

  async put(key: string, value: unknown, options: { httpMetadata?: R2HTTPMetadata } = {}) {
    this.kept.set(key, { bytes: await bytesOf(value), httpMetadata: options.httpMetadata ?? {} });
  }

  async get(key: string) {
    const found = this.kept.get(key);
    if (!found) return null;
    const response = () => new Response(found.bytes);
    const body = { json: () => response().json(), text: () => response().text(), arrayBuffer: () => response().arrayBuffer() };
    return { key, size: found.bytes.length, httpMetadata: found.httpMetadata, ...body };
  }

  async head(key: string) {
    return this.kept.has(key) ? { key } : null;
  }

  async delete(keys: string | string[]) {
    for (const key of [keys].flat()) this.kept.delete(key);
  }

  async list({ prefix = "", limit = 1000 }: { prefix?: string; limit?: number } = {}) {
    const keys = [...this.kept.keys()].filter((key) => key.startsWith(prefix)).sort();
    return { objects: keys.slice(0, limit).map((key) => ({ key })), truncated: keys.length > limit };
  }
}

export function memoryBucket(): R2Bucket & { readonly kept: ReadonlyMap<string, unknown> } {
  return new MemoryBucket() as unknown as R2Bucket & MemoryBucket;
}
