/** The organization a request is about, as it is kept. */
import type { OrganizationRecord, OrganizationRecords } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { missing } from "../../http/subject.ts";

export async function keptOrganization(
  { organizations }: { organizations: Pick<OrganizationRecords, "find"> },
  organizationId: string,
): Promise<Outcome<OrganizationRecord>> {
  const organization = await organizations.find(organizationId);
  return organization ? ok(organization) : missing("organization");
}
