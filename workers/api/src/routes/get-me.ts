/** `GET /api/me`: the signed-in person and the organization they work in. */
import { Me } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../http/operation.ts";

export const getMe = personOperation({
  method: "get",
  path: "/api/me",
  summary: "Who is signed in",
  tag: "Account",
  returns: Me,
  async handle({ person }) {
    const { organizationId, name, slug, role } = person.organization;
    return ok({ user: person.user, organization: { id: organizationId, name, slug, role } });
  },
});
