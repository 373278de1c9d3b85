/** `GET /api/me`: who is signed in, and the organization they work in. */
import { Me } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const getMe = personOperation({
  method: "get",
  path: "/api/me",
  summary: "Who is signed in",
  tag: "Account",
  tokens: true,
  returns: Me,
  async handle({ services, caller }) {
    const { organizationId, name, slug, role } = caller.organization;
    const { protocol, host } = new URL(services.variables.PREVIEW_ORIGIN);
    const organization = { id: organizationId, name, slug, role };
    return ok({ user: caller.user, organization, previews: `${protocol}//*.${host}` });
  },
});
