/** `GET /api/me/sign-in`: the ways into the person's account. */
import { SignInMethods } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const getOwnSignIn = personOperation({
  method: "get",
  path: "/api/me/sign-in",
  summary: "Your ways to sign in",
  tag: "Account",
  returns: SignInMethods,
  needs: ["signIns"],
  async handle({ services: { signIns }, caller }) {
    const { password, google, passkeys } = await signIns.methods(caller.user.id);
    return ok({
      password,
      google: google.map(({ accountId, linkedAt }) => ({ accountId, linkedAt: iso(linkedAt) })),
      passkeys: passkeys.map((passkey) => ({ ...passkey, createdAt: passkey.createdAt === null ? null : iso(passkey.createdAt) })),
      twoFactor: caller.user.twoFactor,
    });
  },
});
