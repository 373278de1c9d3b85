/** `POST /api/me/tokens`: a token that acts as this person, within its scopes and below its role. Its secret is in this answer only. */

import { makeToken } from "@edgewright/accounts";
import { CreatedToken, CreateToken } from "@edgewright/contracts";
import { personOperation } from "../../http/operation.ts";

export const createOwnToken = personOperation({
  method: "post",
  path: "/api/me/tokens",
  summary: "Make an API token",
  tag: "Account",
  body: CreateToken,
  status: 201,
  returns: CreatedToken,
  needs: ["clock", "issueToken", "tokens"],
  handle({ services, caller, body }) {
    return makeToken(services, caller, { ownerId: caller.user.id, organizationId: null }, body);
  },
});
