/** Settings, Models: one provider. Its key goes in and never comes out; what it says to a test shows at once. */
import type { ModelProvider, ProviderSettings } from "@edgewright/contracts";
import { Badge } from "../../components/Badge.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { OwnModels } from "./OwnModels.tsx";
import { changeOf, fieldsOf, ProviderValues } from "./provider-form.ts";
import { PROVIDER_TEXTS } from "./provider-texts.ts";
import { RemoveProvider } from "./RemoveProvider.tsx";
import { TestProvider } from "./TestProvider.tsx";
import { useSaveModels } from "./use-save-models.ts";

interface ProviderSectionProps {
  path: string;
  settings: ProviderSettings;
  locked: string | null;
}

export function ProviderSection({ path, settings, locked }: ProviderSectionProps) {
  const { provider, baseUrl, hasKey, models } = settings;
  const save = useSaveModels(path);
  const { title, about, keyLike, modelLike } = PROVIDER_TEXTS[provider];
  const takesKey = provider !== "workers-ai";
  const isServer = provider === "compatible";
  /** What only a platform can have cannot be set up here. */
  const isThere = takesKey || settings.ofPlatform;
  /** A server is of no use without a model, so the first one is named with its address. */
  const asksModel = isServer && models.length === 0;
  const form = useForm<ProviderValues>({
    schema: ProviderValues(isServer, asksModel),
    initial: { baseUrl: baseUrl ?? "", model: "", key: "" },
    submit: async (values) => {
      const failure = await save({ providers: { [provider]: changeOf(settings, values) } }, `${title} saved`);
      if (!failure) form.set({ key: "" });
      return failure && fieldsOf(failure, provider);
    },
  });
  const { bind, errorOf, values } = form;
  const disabled = locked !== null;
  return (
    <SettingsCard
      title={
        <>
          {title} <ProviderState settings={settings} />
        </>
      }
      description={about}
      form={takesKey ? form : null}
      locked={locked}
      aside={
        isThere && (
          <>
            <TestProvider path={path} settings={settings} values={values} locked={locked} />
            <RemoveProvider path={path} settings={settings} locked={locked} />
          </>
        )
      }
    >
      {isServer && (
        <Field label="Address" error={errorOf("baseUrl")} hint="Up to where the protocol begins; it often ends in /v1.">
          <Input type="url" placeholder="http://localhost:11434/v1" autoComplete="off" disabled={disabled} {...bind("baseUrl")} />
        </Field>
      )}
      {asksModel && (
        <Field label="Model" error={errorOf("model")} hint="As the server calls it. Its window and price can be set afterwards.">
          <Input placeholder={modelLike} autoComplete="off" spellCheck={false} disabled={disabled} {...bind("model")} />
        </Field>
      )}
      {takesKey && (
        <Field label="Key" error={errorOf("key")} hint={keyHint(hasKey, settings.ofPlatform && !isServer)}>
          <Input
            type="password"
            placeholder={hasKey ? "••••••••••••  set" : keyLike}
            autoComplete="off"
            data-1p-ignore
            disabled={disabled}
            {...bind("key")}
          />
        </Field>
      )}
      {isThere && !asksModel && <OwnModels path={path} settings={settings} locked={locked} />}
    </SettingsCard>
  );
}

function keyHint(hasKey: boolean, ofPlatform: boolean): string {
  if (hasKey) return "A key is set and never shown, not even its end. Type another to replace it.";
  const without = ofPlatform ? " Without one, the platform's is used." : "";
  return `Stored sealed, and never shown again.${without}`;
}

function ProviderState({ settings: { provider, hasKey, baseUrl, ofPlatform } }: { settings: ProviderSettings }) {
  const own: Record<ModelProvider, boolean> = { openrouter: hasKey, openai: hasKey, compatible: baseUrl !== null, "workers-ai": false };
  const [tone, words] = own[provider]
    ? (["success", "Your own"] as const)
    : ofPlatform
      ? (["info", "The platform's"] as const)
      : (["neutral", provider === "workers-ai" ? "Not on this platform" : "Not set up"] as const);
  return (
    <Badge tone={tone} className="ml-1.5 align-[2px]">
      {words}
    </Badge>
  );
}
