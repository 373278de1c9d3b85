/** Settings: who is invited to the organization. `?invite` opens the dialog for more. */
import type { InvitePage } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { Invites } from "../settings/invites/Invites.tsx";
import type { Route } from "./+types/settings.invites.ts";

export const meta: Route.MetaFunction = () => [{ title: "Invites · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/invites`;
  return { path, organization, first: await load<InvitePage>(args, path) };
}

export default function InvitesRoute({ loaderData }: Route.ComponentProps) {
  return <Invites key={loaderData.path} {...loaderData} />;
}
