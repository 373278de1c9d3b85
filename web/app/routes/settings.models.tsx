/** Settings: which models the organization builds with. Only an admin may change them. */
import type { ModelSettings } from "@edgewright/contracts";
import { load, requireMe } from "../api/load.server.ts";
import { useWhyNot } from "../permissions/use-why-not.ts";
import { DefaultModel } from "../settings/models/DefaultModel.tsx";
import { Fallbacks } from "../settings/models/Fallbacks.tsx";
import { ProviderSection } from "../settings/models/ProviderSection.tsx";
import { PROVIDERS } from "../settings/models/provider-texts.ts";
import type { Route } from "./+types/settings.models.ts";

export const meta: Route.MetaFunction = () => [{ title: "Models · Edgewright" }];

export async function loader(args: Route.LoaderArgs) {
  const { organization } = await requireMe(args);
  const path = `/api/orgs/${organization.id}/models`;
  return { path, settings: await load<ModelSettings>(args, path) };
}

export default function ModelsRoute({ loaderData: { path, settings } }: Route.ComponentProps) {
  const locked = useWhyNot("models.update");
  const providers = PROVIDERS.flatMap((name) => settings.providers.filter(({ provider }) => provider === name));
  return (
    <>
      {locked && <p className="mb-6 rounded-control bg-text/4 px-3 py-2 text-muted">{locked}</p>}
      <DefaultModel key={settings.defaultModel} path={path} settings={settings} locked={locked} />
      <Fallbacks key={settings.fallbacks.join("\n")} path={path} settings={settings} locked={locked} />
      {providers.map((provider) => (
        <ProviderSection
          key={`${provider.provider} ${provider.baseUrl} ${provider.hasKey}`}
          path={path}
          settings={provider}
          locked={locked}
        />
      ))}
    </>
  );
}
