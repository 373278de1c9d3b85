/** `DELETE /api/orgs/:org/tokens/:token`: ends it at once. */

import { revokeToken as revoke } from "@edgewright/accounts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const revokeToken = operation({
  method: "delete",
  path: "/api/orgs/{org}/tokens/{token}",
  summary: "Revoke an API token of an organization",
  tag: "Organization",
  permission: "token.revoke",
  on: "organization",
  params: z.object({ token: z.string() }),
  returns: z.object({ id: z.string() }),
  needs: ["clock", "tokens"],
  handle({ services, caller, organizationId, params }) {
    return revoke(services, caller.origin, { ownerId: organizationId, organizationId }, params.token);
  },
});
