/** The page to sign in. Once signed in, the loader leads on to `?next=`. */
import { useLocation } from "react-router";
import { loadSignIn } from "../account/load.server.ts";
import { SignInPage } from "../account/SignInPage.tsx";
import type { Route } from "./+types/sign-in.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign in · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => loadSignIn(args);

/** Coming here again starts it over, as from "sign in another way". */
export default function SignInRoute({ loaderData }: Route.ComponentProps) {
  return <SignInPage key={useLocation().key} options={loaderData} />;
}
