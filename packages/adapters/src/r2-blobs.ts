/** Blobs in R2, under `blobs/<sha256>`. */
import type { Blobs } from "@edgewright/storage";

const key = (sha256: string) => `blobs/${sha256}`;

export const r2Blobs = (bucket: R2Bucket): Blobs => ({
  async get(sha256) {
    const object = await bucket.get(key(sha256));
    return object ? new Uint8Array(await object.arrayBuffer()) : null;
  },

  /** R2 checks the content against its name. */
  async put(sha256, bytes) {
    await bucket.put(key(sha256), bytes, { sha256 });
  },
});

/** Removes a content that was put there before `putBefore`. Putting it again, even the same, makes it new. */
export async function removeOldBlob(bucket: R2Bucket, sha256: string, putBefore: number): Promise<void> {
  const object = await bucket.head(key(sha256));
  if (object && object.uploaded.getTime() < putBefore) await bucket.delete(key(sha256));
}
