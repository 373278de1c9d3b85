/** `/invite?secret=…`: where the link of an invitation leads, signed in or not. */
import { useSearchParams } from "react-router";
import { loadMe } from "../api/load.server.ts";
import { InviteScreen } from "../invite/InviteScreen.tsx";
import type { Route } from "./+types/invite.ts";

export const meta: Route.MetaFunction = () => [
  { title: "Invitation · Edgewright" },
  // The address is a key: it is not for search engines.
  { name: "robots", content: "noindex" },
];

export async function loader(args: Route.LoaderArgs) {
  return { email: (await loadMe(args))?.user.email ?? null };
}

export default function InviteRoute({ loaderData: { email } }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const secret = search.get("secret") ?? "";
  return <InviteScreen key={secret} secret={secret} signedInAs={email} />;
}
