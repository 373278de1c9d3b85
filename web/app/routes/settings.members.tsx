/** Settings: who belongs to the organization, and as what. */
import type { MemberPage } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { Members } from "../settings/members/Members.tsx";
import type { Route } from "./+types/settings.members.ts";

export const meta: Route.MetaFunction = () => [{ title: "Members · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization, user } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/members`;
  return { path, organization, userId: user.id, first: await load<MemberPage>(args, path) };
}

export default function MembersRoute({ loaderData }: Route.ComponentProps) {
  return <Members key={loaderData.path} {...loaderData} />;
}
