/** `PUT /api/me/picture`: the body is the picture itself. */

import { PICTURE_MAX, setPicture } from "@edgewright/accounts";
import { OwnPicture } from "@edgewright/contracts";
import { fail } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const setOwnPicture = personOperation({
  method: "put",
  path: "/api/me/picture",
  summary: "Set your picture: PNG, JPEG or WebP, at most 1 MB",
  tag: "Account",
  file: true,
  returns: OwnPicture,
  needs: ["accounts", "background", "clock", "pictures", "users"],
  async handle({ services, request, caller }) {
    if (Number(request.headers.get("content-length") ?? 0) > PICTURE_MAX)
      return fail("too_large", "This picture is larger than 1 MB.", { next: "Choose a smaller one." });
    return setPicture(services, caller, new Uint8Array(await request.arrayBuffer()));
  },
});
