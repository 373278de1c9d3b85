/** `POST /api/orgs`: a new organization, whose first administrator is whoever makes it. */
import { createOrganization as create, organizationView } from "@edgewright/accounts";
import { CreateOrganization, Organization } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const createOrganization = personOperation({
  method: "post",
  path: "/api/orgs",
  summary: "Make an organization",
  tag: "Organization",
  body: CreateOrganization,
  status: 201,
  returns: Organization,
  needs: ["clock", "memberships", "organizations", "uniqueSuffix"],
  async handle({ services, caller, body }) {
    const made = await create(services, { name: body.name, userId: caller.user.id, origin: caller.origin });
    return made.ok ? ok(organizationView(made.value, "admin")) : made;
  },
});
