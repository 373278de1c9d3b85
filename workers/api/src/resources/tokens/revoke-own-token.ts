/** `DELETE /api/me/tokens/:token`: ends it at once. */
import { z } from "zod";
import { personOperation } from "../../http/operation.ts";
import { revokeToken } from "../../work/tokens.ts";

export const revokeOwnToken = personOperation({
  method: "delete",
  path: "/api/me/tokens/{token}",
  summary: "Revoke one of your API tokens",
  tag: "Account",
  params: z.object({ token: z.string() }),
  returns: z.object({ id: z.string() }),
  handle({ services, caller, params }) {
    return revokeToken(services, caller, { ownerId: caller.user.id, organizationId: null }, params.token);
  },
});
