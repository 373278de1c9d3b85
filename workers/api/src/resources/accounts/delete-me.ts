/** `DELETE /api/me`: the end of the account. */
import { DeleteAccount } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";
import { deleteAccount } from "../../work/delete-account.ts";

export const deleteMe = personOperation({
  method: "delete",
  path: "/api/me",
  summary: "Delete your account",
  tag: "Account",
  body: DeleteAccount,
  async handle({ services, request, caller, body }) {
    const deleted = await deleteAccount(services, caller, request, body);
    if (!deleted.ok) return deleted;
    const response = Response.json({ deleted: true });
    for (const cookie of deleted.value) response.headers.append("set-cookie", cookie);
    return ok(response);
  },
});
