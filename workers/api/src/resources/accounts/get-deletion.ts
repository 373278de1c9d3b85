/** `GET /api/me/deletion`: what the end of the account would take along, and what stands against it. */

import { deletionOf } from "@edgewright/accounts";
import { AccountDeletion } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const getDeletion = personOperation({
  method: "get",
  path: "/api/me/deletion",
  summary: "What deleting your account takes along",
  tag: "Account",
  returns: AccountDeletion,
  needs: ["accounts"],
  async handle({ services, caller }) {
    const { alone, blocking } = deletionOf(await services.accounts.organizations(caller.user.id));
    return ok({
      organizations: alone.map(({ name, projects }) => ({ name, projects })),
      blockedBy: blocking.map(({ id, name }) => ({ id, name })),
    });
  },
});
