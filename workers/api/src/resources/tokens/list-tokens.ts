/** `GET /api/orgs/:org/tokens`: an organization's API tokens. */

import { tokenView } from "@edgewright/accounts";
import { ApiTokenList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listTokens = operation({
  method: "get",
  path: "/api/orgs/{org}/tokens",
  summary: "An organization's API tokens",
  tag: "Organization",
  permission: "token.read",
  on: "organization",
  returns: ApiTokenList,
  needs: ["tokens"],
  async handle({ services, organizationId }) {
    return ok({ items: (await services.tokens.list(organizationId)).map(tokenView) });
  },
});
