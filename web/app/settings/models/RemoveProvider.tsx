/** Takes back an organization's own key, server or models, after a word on what is lost: a key cannot be read back. */
import type { ProviderSettings } from "@edgewright/contracts";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { PROVIDER_TEXTS } from "./provider-texts.ts";
import { useSaveModels } from "./use-save-models.ts";

interface RemoveProviderProps {
  path: string;
  settings: ProviderSettings;
  locked: string | null;
}

export function RemoveProvider({ path, settings, locked }: RemoveProviderProps) {
  const { provider, hasKey, baseUrl, ofPlatform } = settings;
  const save = useSaveModels(path);
  const [asking, setAsking] = useState(false);
  const isServer = provider === "compatible";
  if (isServer ? baseUrl === null : !hasKey) return null;
  const { title } = PROVIDER_TEXTS[provider];
  const remove = () => save({ providers: { [provider]: isServer ? null : { key: "" } } }, isServer ? `${title} removed` : "Key removed");
  const after = ofPlatform ? "The platform's takes its place." : "What was built with it goes on with the default model.";
  return (
    <>
      <Button variant="danger" disabledReason={locked} onClick={() => setAsking(true)}>
        {isServer ? "Remove server" : "Remove key"}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={isServer ? "Remove this server?" : `Remove the key of ${title}?`}
        description={`${isServer ? "Its address, its models and its key are forgotten." : "It is forgotten and cannot be shown again."} ${after}`}
        cancel="Keep it"
        action={isServer ? "Remove server" : "Remove key"}
        onConfirm={remove}
      />
    </>
  );
}
