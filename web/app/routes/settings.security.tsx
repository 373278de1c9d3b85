/** Settings: the ways into the account. */
import type { SignInMethods } from "@edgewright/contracts";
import { useSearchParams } from "react-router";
import { linkError } from "../account/link-errors.ts";
import { loadOptions } from "../account/load.server.ts";
import { load, requireMe } from "../api/load.server.ts";
import { FailureCard } from "../components/FailureCard.tsx";
import { ConnectedSection } from "../settings/security/ConnectedSection.tsx";
import { PasskeySection } from "../settings/security/PasskeySection.tsx";
import { PasswordSection } from "../settings/security/PasswordSection.tsx";
import { TwoFactorSection } from "../settings/security/TwoFactorSection.tsx";
import type { Route } from "./+types/settings.security.ts";

export const meta: Route.MetaFunction = () => [{ title: "Security · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { user } = await requireMe(args);
  const [methods, { google }] = await Promise.all([load<SignInMethods>(args, "/api/me/sign-in"), loadOptions(args)]);
  return { email: user.email, methods, google };
}

export default function SecurityRoute({ loaderData: { email, methods, google } }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const broken = linkError(search);
  return (
    <>
      {broken && (
        <FailureCard tone="warning" title={broken.title} className="mb-6">
          {broken.next}
        </FailureCard>
      )}
      <PasswordSection hasPassword={methods.password} email={email} />
      <TwoFactorSection enabled={methods.twoFactor} hasPassword={methods.password} />
      <PasskeySection passkeys={methods.passkeys} />
      <ConnectedSection methods={methods} offered={google} />
    </>
  );
}
