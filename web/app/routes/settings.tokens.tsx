/** Settings: the organization's own API tokens. */
import type { ApiTokenList } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { Tokens } from "../settings/tokens/Tokens.tsx";
import type { Route } from "./+types/settings.tokens.ts";

export const meta: Route.MetaFunction = () => [{ title: "API tokens · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/tokens`;
  const { items } = await load<ApiTokenList>(args, path);
  return { path, organization, tokens: items };
}

export default function TokensRoute({ loaderData: { path, organization, tokens } }: Route.ComponentProps) {
  return (
    <Tokens
      path={path}
      title="API tokens"
      description={`They belong to ${organization.name}, not to a person: they go on working when whoever made them has left.`}
      tokens={tokens}
      highest={organization.role}
      locked={useWhyNot("token.create")}
      showAuthor
    />
  );
}
