/** `DELETE /api/me/picture`. */

import { removePicture } from "@edgewright/accounts";
import { OwnPicture } from "@edgewright/contracts";
import { personOperation } from "../../http/operation.ts";

export const removeOwnPicture = personOperation({
  method: "delete",
  path: "/api/me/picture",
  summary: "Remove your picture",
  tag: "Account",
  returns: OwnPicture,
  needs: ["accounts", "background", "clock", "pictures", "users"],
  handle: ({ services, caller }) => removePicture(services, caller),
});
