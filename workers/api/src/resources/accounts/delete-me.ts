/** `DELETE /api/me`: the end of the account. */

import { deleteAccount } from "@edgewright/accounts";
import type { Auth } from "@edgewright/accounts/auth";
import { DeleteAccount } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const deleteMe = personOperation({
  method: "delete",
  path: "/api/me",
  summary: "Delete your account",
  tag: "Account",
  body: DeleteAccount,
  needs: ["accounts", "attempts", "attemptsPerMinute", "auth", "background", "clock", "pictures", "users"],
  async handle({ services, request, caller, body }) {
    const isPassword = (password: string) =>
      services.auth.api.verifyPassword({ body: { password }, headers: request.headers }).then(
        () => true,
        () => false,
      );
    const deleted = await deleteAccount(services, caller, body, isPassword);
    return deleted.ok ? ok(Response.json({ deleted: true }, { headers: { "set-cookie": await forgetting(services.auth) } })) : deleted;
  },
});

/** The browser is to forget the session. */
async function forgetting(auth: Auth): Promise<string> {
  const { sessionToken } = (await auth.$context).authCookies;
  return `${sessionToken.name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${sessionToken.attributes.secure ? "; Secure" : ""}`;
}
