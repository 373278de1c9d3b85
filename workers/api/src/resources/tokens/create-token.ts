/** `POST /api/orgs/:org/tokens`: a token that belongs to the organization and outlives whoever made it. Its secret is in this answer only. */

import { makeToken } from "@edgewright/accounts";
import { CreatedToken, CreateToken } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";

export const createToken = operation({
  method: "post",
  path: "/api/orgs/{org}/tokens",
  summary: "Make an API token of an organization",
  tag: "Organization",
  permission: "token.create",
  on: "organization",
  body: CreateToken,
  status: 201,
  returns: CreatedToken,
  needs: ["clock", "issueToken", "tokens"],
  handle({ services, caller, organizationId, body }) {
    return makeToken(services, caller, { ownerId: organizationId, organizationId }, body);
  },
});
