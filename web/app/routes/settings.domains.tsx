/** Settings: domains whose people may join the organization by themselves. */
import type { OrganizationDomainList } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { Domains } from "../settings/domains/Domains.tsx";
import type { Route } from "./+types/settings.domains.ts";

export const meta: Route.MetaFunction = () => [{ title: "Domains · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/domains`;
  const { items } = await load<OrganizationDomainList>(args, path);
  return { path, organization: organization.name, domains: items };
}

export default function DomainsRoute({ loaderData }: Route.ComponentProps) {
  return <Domains {...loaderData} />;
}
