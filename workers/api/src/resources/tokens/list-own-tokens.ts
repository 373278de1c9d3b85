/** `GET /api/me/tokens`: a person's own API tokens. */

import { tokenView } from "@edgewright/accounts";
import { ApiTokenList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const listOwnTokens = personOperation({
  method: "get",
  path: "/api/me/tokens",
  summary: "Your API tokens",
  tag: "Account",
  returns: ApiTokenList,
  needs: ["tokens"],
  async handle({ services, caller }) {
    return ok({ items: (await services.tokens.list(caller.user.id)).map(tokenView) });
  },
});
