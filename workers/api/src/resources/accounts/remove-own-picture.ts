/** `DELETE /api/me/picture`. */
import { OwnPicture } from "@edgewright/contracts";
import { personOperation } from "../../http/operation.ts";
import { removePicture } from "../../work/pictures.ts";

export const removeOwnPicture = personOperation({
  method: "delete",
  path: "/api/me/picture",
  summary: "Remove your picture",
  tag: "Account",
  returns: OwnPicture,
  handle: ({ services, caller }) => removePicture(services, caller),
});
