/** Settings: the organization's connection to GitHub. */
import type { GitHubConnection } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { GitHubSettings } from "../settings/github/GitHubSettings.tsx";
import type { Route } from "./+types/settings.github.ts";

export const meta: Route.MetaFunction = () => [{ title: "GitHub · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/github`;
  return { path, organization: organization.name, connection: await load<GitHubConnection>(args, path) };
}

export default function GitHubRoute({ loaderData }: Route.ComponentProps) {
  return <GitHubSettings {...loaderData} />;
}
