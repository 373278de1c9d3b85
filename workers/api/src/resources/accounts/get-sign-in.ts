/** `GET /api/sign-in`: the ways in that this installation offers. */
import { SignInOptions } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { openOperation } from "../../http/operation.ts";

export const getSignIn = openOperation({
  method: "get",
  path: "/api/sign-in",
  summary: "Ways to sign in here",
  tag: "Account",
  returns: SignInOptions,
  needs: ["mailbox", "variables"],
  async handle({ services: { variables, mailbox } }) {
    const google = Boolean(variables.GOOGLE_CLIENT_ID && variables.GOOGLE_CLIENT_SECRET);
    return ok({ google, confirmFirst: variables.CONFIRM_ADDRESS_FIRST, outbox: mailbox ? "/dev/mail" : null });
  },
});
