/** `GET /api/pictures/{picture}`: a person's picture. Its address is new with each upload, so it is kept for ever. */
import { fail, ok } from "@edgewright/core";
import { z } from "zod";
import { openOperation } from "../../http/operation.ts";

export const readPicture = openOperation({
  method: "get",
  path: "/api/pictures/{picture}",
  summary: "A person's picture",
  tag: "Account",
  params: z.object({ picture: z.string().regex(/^[0-9a-z]{26}-[0-9a-f]{32}$/) }),
  media: "image/*",
  needs: ["pictures"],
  async handle({ services, params }) {
    const picture = await services.pictures.get(params.picture);
    if (!picture) return fail("not_found", "There is no such picture any more.", { next: "Reload the page." });
    const headers = {
      "content-type": picture.type,
      "cache-control": "public, max-age=31536000, immutable",
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    };
    return ok(new Response(picture.bytes, { headers }));
  },
});
