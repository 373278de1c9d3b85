/** Settings: the person's picture, name and address, and the end of the account. */
import type { AccountDeletion, SignInMethods } from "@edgewright/contracts";
import { loadOptions } from "../account/load.server.ts";
import { requireMe, tryLoad } from "../api/load.server.ts";
import { DeleteAccount } from "../settings/profile/DeleteAccount.tsx";
import { EmailSection } from "../settings/profile/EmailSection.tsx";
import { NameSection } from "../settings/profile/NameSection.tsx";
import { PictureSection } from "../settings/profile/PictureSection.tsx";
import type { Route } from "./+types/settings.profile.ts";

export const meta: Route.MetaFunction = () => [{ title: "Profile · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { user } = await requireMe(args);
  const [{ outbox }, methods, deletion] = await Promise.all([
    loadOptions(args),
    tryLoad<SignInMethods>(args, "/api/me/sign-in"),
    tryLoad<AccountDeletion>(args, "/api/me/deletion"),
  ]);
  return { user, outbox, hasPassword: methods.ok && methods.value.password, deletion };
}

export default function ProfileRoute({ loaderData: { user, outbox, hasPassword, deletion } }: Route.ComponentProps) {
  return (
    <>
      <PictureSection user={user} />
      <NameSection key={user.name} name={user.name} />
      <EmailSection key={user.email} user={user} outbox={outbox} />
      <DeleteAccount email={user.email} hasPassword={hasPassword} deletion={deletion} />
    </>
  );
}
