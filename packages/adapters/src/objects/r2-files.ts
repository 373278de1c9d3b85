/** The content of files in an app's rows, in R2 under `files/<whose>/<sha256>`, apart from other apps'. Used by workers/objects. */
import type { FileContents } from "@edgewright/data-store";

/** R2 removes so many at a time. */
const REMOVED_AT_ONCE = 1000;

export function r2Files(bucket: R2Bucket, whose: string): FileContents {
  const prefix = `files/${whose}/`;
  return {
    /** R2 checks the content against its name. */
    async put(sha256, bytes) {
      await bucket.put(prefix + sha256, bytes, { sha256 });
    },
    async read(sha256, offset, length) {
      const object = await bucket.get(prefix + sha256, { range: { offset, length } });
      return object ? object.body : null;
    },
    remove: (sha256) => bucket.delete(prefix + sha256),
    async clear() {
      for (let some = await listed(); some.length > 0; some = await listed()) await bucket.delete(some);
    },
  };

  async function listed(): Promise<string[]> {
    const { objects } = await bucket.list({ prefix, limit: REMOVED_AT_ONCE });
    return objects.map(({ key }) => key);
  }
}
