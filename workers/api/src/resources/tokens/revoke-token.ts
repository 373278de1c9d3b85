/** `DELETE /api/orgs/:org/tokens/:token`: ends it at once. */
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { revokeToken as revoke } from "../../work/tokens.ts";

export const revokeToken = operation({
  method: "delete",
  path: "/api/orgs/{org}/tokens/{token}",
  summary: "Revoke an API token of an organization",
  tag: "Organization",
  permission: "token.revoke",
  on: "organization",
  params: z.object({ token: z.string() }),
  returns: z.object({ id: z.string() }),
  handle({ services, caller, organizationId, params }) {
    return revoke(services, caller, { ownerId: organizationId, organizationId }, params.token);
  },
});
