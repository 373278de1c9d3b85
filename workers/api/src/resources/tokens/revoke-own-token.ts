/** `DELETE /api/me/tokens/:token`: ends it at once. */

import { revokeToken } from "@edgewright/accounts";
import { z } from "zod";
import { personOperation } from "../../http/operation.ts";

export const revokeOwnToken = personOperation({
  method: "delete",
  path: "/api/me/tokens/{token}",
  summary: "Revoke one of your API tokens",
  tag: "Account",
  params: z.object({ token: z.string() }),
  returns: z.object({ id: z.string() }),
  needs: ["clock", "tokens"],
  handle({ services, caller, params }) {
    return revokeToken(services, caller.origin, { ownerId: caller.user.id, organizationId: null }, params.token);
  },
});
