/** Settings: the person's own API tokens. */
import type { ApiTokenList } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { Tokens } from "../settings/tokens/Tokens.tsx";
import type { Route } from "./+types/settings.personal-tokens.ts";

const PATH = "/api/me/tokens";

export const meta: Route.MetaFunction = () => [{ title: "Personal tokens · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const [, { items }] = await Promise.all([requireMe(args), load<ApiTokenList>(args, PATH)]);
  return { tokens: items };
}

export default function PersonalTokensRoute({ loaderData: { tokens } }: Route.ComponentProps) {
  return (
    <Tokens
      path={PATH}
      title="Personal tokens"
      description="They act as you, in every organization you belong to, within the scopes and the role you give them."
      tokens={tokens}
      highest="admin"
    />
  );
}
