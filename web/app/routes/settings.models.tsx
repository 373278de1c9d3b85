/** Settings: which models the organization builds with. Only an admin may change them. */
import { ModelSettings } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { CompatibleProvider } from "../settings/CompatibleProvider.tsx";
import { DefaultModel } from "../settings/DefaultModel.tsx";
import type { Route } from "./+types/settings.models.ts";

export const meta: Route.MetaFunction = () => [{ title: "Models · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/models`;
  return { path, settings: await load(args, path, ModelSettings), mayChange: organization.role === "admin" };
}

export default function ModelsRoute({ loaderData: { path, settings, mayChange } }: Route.ComponentProps) {
  const locked = mayChange ? null : "Only an admin of the organization may change this.";
  const compatible = settings.providers.find(({ provider, baseUrl }) => provider === "compatible" && baseUrl !== null) ?? null;
  return (
    <>
      <DefaultModel key={settings.defaultModel} path={path} settings={settings} locked={locked} />
      <CompatibleProvider key={JSON.stringify(compatible)} path={path} current={compatible} locked={locked} />
    </>
  );
}
