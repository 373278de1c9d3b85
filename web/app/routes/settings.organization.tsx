/** Settings: the organization itself: its name and address, how long its audit log is kept, its export, and the ways out. */
import type { OrganizationList } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { DeletedOrganizations } from "../settings/organization/DeletedOrganizations.tsx";
import { DeleteOrganization } from "../settings/organization/DeleteOrganization.tsx";
import { ExportOrganization } from "../settings/organization/ExportOrganization.tsx";
import { LeaveOrganization } from "../settings/organization/LeaveOrganization.tsx";
import { NameAndAddress } from "../settings/organization/NameAndAddress.tsx";
import { Retention } from "../settings/organization/Retention.tsx";
import type { Route } from "./+types/settings.organization.ts";

export const meta: Route.MetaFunction = () => [{ title: "Organization · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const [me, { items }] = await Promise.all([requireMe(args), load<OrganizationList>(args, "/api/orgs")]);
  const organization = items.find(({ id }) => id === me.organization.id);
  if (!organization) throw new Response(null, { status: 404 });
  return { organization, deleted: items.filter(({ deletedAt }) => deletedAt !== null) };
}

export default function OrganizationRoute({ loaderData: { organization, deleted } }: Route.ComponentProps) {
  const { id, name, slug, auditRetentionDays } = organization;
  return (
    <>
      <NameAndAddress key={`${id} ${name} ${slug}`} organization={organization} />
      <Retention key={`${id} ${auditRetentionDays}`} organization={organization} />
      <ExportOrganization organization={organization} />
      <LeaveOrganization organization={organization} />
      <DeleteOrganization organization={organization} />
      {deleted.length > 0 && <DeletedOrganizations organizations={deleted} />}
    </>
  );
}
