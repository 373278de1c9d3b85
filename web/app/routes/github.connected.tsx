/** `/github/connected?code=&installation_id=&state=`: where GitHub sends back whoever connected an account. */
import { useSearchParams } from "react-router";
import { requireMe } from "../api/load.server.ts";
import { ConnectedScreen } from "../settings/github/ConnectedScreen.tsx";
import type { Route } from "./+types/github.connected.ts";

export const meta: Route.MetaFunction = () => [{ title: "GitHub · Edgewright" }, { name: "robots", content: "noindex" }];

export async function loader(args: Route.LoaderArgs) {
  await requireMe(args);
  return null;
}

export default function ConnectedRoute() {
  const [search] = useSearchParams();
  return <ConnectedScreen search={search} />;
}
