/** The models an organization adds to a provider, each with what is known of it. Every change is saved at once. */
import type { OwnModel, ProviderSettings } from "@edgewright/contracts";
import { Pencil, Plus, X } from "lucide-react";
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { Button } from "../../components/Button.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { toast } from "../../components/toast.ts";
import { factsText } from "./model-facts.ts";
import { OwnModelDialog } from "./OwnModelDialog.tsx";
import { fieldsOf } from "./provider-form.ts";
import { useSaveModels } from "./use-save-models.ts";

interface OwnModelsProps {
  path: string;
  settings: ProviderSettings;
  locked: string | null;
}

export function OwnModels({ path, settings: { provider, models }, locked }: OwnModelsProps) {
  const save = useSaveModels(path);
  const [editing, setEditing] = useState<OwnModel | "new" | null>(null);
  const put = (next: OwnModel[], done: string) => save({ providers: { [provider]: { models: next } } }, done);
  const keep = async (model: OwnModel): Promise<ApiFailure | null> => {
    const next = editing === "new" ? [...models, model] : models.map((one) => (one === editing ? model : one));
    const failure = await put(next, `${model.model} saved`);
    return failure && fieldsOf(failure, provider);
  };
  const remove = async (model: OwnModel) => {
    const failure = await put(
      models.filter((one) => one !== model),
      `${model.model} removed`,
    );
    if (failure) toast.failure(failure);
  };
  const isServer = provider === "compatible";
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">{isServer ? "Models" : "Models beside the known ones"}</p>
      {models.length > 0 && (
        <ul className="divide-y divide-border rounded-card border border-border">
          {models.map((model) => (
            <li key={model.model} className="flex items-center gap-1 py-1.5 pr-1.5 pl-3">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-mono text-sm">{model.model}</span>
                <span className="block text-sm text-muted">{factsText(model)}</span>
              </span>
              <IconButton size="icon-sm" label={`Change ${model.model}`} disabledReason={locked} onClick={() => setEditing(model)}>
                <Pencil />
              </IconButton>
              <IconButton
                size="icon-sm"
                label={`Remove ${model.model}`}
                disabledReason={locked ?? (isServer && models.length === 1 && "A server has at least one model.")}
                onClick={() => void remove(model)}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Button size="sm" className="self-start" disabledReason={locked} onClick={() => setEditing("new")}>
        <Plus />
        Add a model
      </Button>
      {editing !== null && (
        <OwnModelDialog provider={provider} model={editing === "new" ? null : editing} onSave={keep} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
