/** Builds of published apps in R2: `published/<project>/<asset>`, and `published/<project>/<deployment>.json`. Texts are kept compressed, since they are made once and read often. */
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { PublishedBuild } from "@edgewright/contracts";
import type { Builds } from "@edgewright/deployments";

const compress = promisify(brotliCompress);
/** Above it, Brotli takes many times as long for a few hundredths less. */
const QUALITY = 9;
const TEXT = /^(text\/|application\/(javascript|json|xml|manifest\+json)|image\/svg\+xml)/;
/** R2 deletes so many at once. */
const AT_ONCE = 1000;

export const r2Builds = (bucket: R2Bucket): Builds => {
  const key = (projectId: string, name: string) => `published/${projectId}/${name}`;
  return {
    async putAsset(projectId, name, { body, type }) {
      const place = key(projectId, name);
      if (await bucket.head(place)) return;
      const small = TEXT.test(type) ? await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }) : null;
      const shrunk = small !== null && small.length < body.length;
      await bucket.put(place, shrunk ? small : body, {
        httpMetadata: { contentType: type, ...(shrunk ? { contentEncoding: "br" } : {}) },
      });
    },
    async asset(projectId, name) {
      const object = await bucket.get(key(projectId, name));
      if (!object) return null;
      const { contentType = "application/octet-stream", contentEncoding } = object.httpMetadata ?? {};
      return {
        body: new Uint8Array(await object.arrayBuffer()),
        type: contentType,
        encoding: contentEncoding === "br" ? "br" : null,
      };
    },
    async put(projectId, deploymentId, build) {
      await bucket.put(key(projectId, `${deploymentId}.json`), JSON.stringify(build));
    },
    async get(projectId, deploymentId) {
      const object = await bucket.get(key(projectId, `${deploymentId}.json`));
      return object ? PublishedBuild.parse(await object.json()) : null;
    },
    async remove(projectId, deploymentId) {
      await bucket.delete(key(projectId, `${deploymentId}.json`));
    },
    async erase(projectId) {
      for (;;) {
        const { objects, truncated } = await bucket.list({ prefix: key(projectId, ""), limit: AT_ONCE });
        if (objects.length > 0) await bucket.delete(objects.map((object) => object.key));
        if (!truncated) return;
      }
    },
  };
};
