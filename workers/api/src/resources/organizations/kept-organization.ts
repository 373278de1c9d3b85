/** The organization a request is about, as it is kept. */
import type { OrganizationRecord } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { missing } from "../../http/subject.ts";
import type { Services } from "../../services.ts";

export async function keptOrganization(services: Services, organizationId: string): Promise<Outcome<OrganizationRecord>> {
  const organization = await services.organizations.find(organizationId);
  return organization ? ok(organization) : missing("organization");
}
