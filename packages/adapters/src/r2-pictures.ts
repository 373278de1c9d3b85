/** Pictures of people in R2, under `pictures/<id>`, apart from the blobs of code. Used by workers/api. */
import type { Pictures } from "@edgewright/accounts";

const PREFIX = "pictures/";

export const r2Pictures = (bucket: R2Bucket): Pictures => ({
  async get(id) {
    const object = await bucket.get(PREFIX + id);
    const type = object?.httpMetadata?.contentType;
    return object && type ? { bytes: new Uint8Array(await object.arrayBuffer()), type } : null;
  },
  async put(id, { bytes, type }) {
    await bucket.put(PREFIX + id, bytes, { httpMetadata: { contentType: type } });
  },
  async list(beginning) {
    const { objects } = await bucket.list({ prefix: PREFIX + beginning });
    return objects.map(({ key }) => key.slice(PREFIX.length));
  },
  async remove(ids) {
    if (ids.length > 0) await bucket.delete(ids.map((id) => PREFIX + id));
  },
});
