/** Settings, Models: what takes over, in which order, when a provider is busy, down or silent. */
import { FALLBACKS_MAX, type ModelSettings } from "@edgewright/contracts";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { IconButton } from "../../components/IconButton.tsx";
import { Select } from "../../components/Select.tsx";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { factsText } from "./model-facts.ts";
import { moved } from "./order.ts";
import { useSaveModels } from "./use-save-models.ts";

interface FallbacksProps {
  path: string;
  settings: ModelSettings;
  locked: string | null;
}

export function Fallbacks({ path, settings, locked }: FallbacksProps) {
  const { available, fallbacks } = settings;
  const save = useSaveModels(path);
  const form = useForm({ initial: { fallbacks }, submit: (values) => save(values, "Fallbacks saved") });
  const order = form.values.fallbacks;
  const setOrder = (next: string[]) => form.set({ fallbacks: next });
  const others = available.filter(({ id }) => !order.includes(id));
  return (
    <SettingsCard
      title="Fallbacks"
      description="When a provider is busy, down or silent, the next one goes on in its place, and the conversation says so."
      form={form}
      locked={locked}
    >
      {order.length > 0 && (
        <ol className="divide-y divide-border rounded-card border border-border" aria-label="Fallbacks in their order">
          {order.map((id, index) => (
            <li key={id} className="flex items-center gap-2 py-1.5 pr-1.5 pl-3">
              <span className="w-4 shrink-0 text-muted tabular-nums">{index + 1}</span>
              <ModelLine settings={settings} id={id} />
              <IconButton
                size="icon-sm"
                label="Earlier"
                disabledReason={locked ?? (index === 0 && "It is the first.")}
                onClick={() => setOrder(moved(order, index, -1))}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                size="icon-sm"
                label="Later"
                disabledReason={locked ?? (index === order.length - 1 && "It is the last.")}
                onClick={() => setOrder(moved(order, index, 1))}
              >
                <ArrowDown />
              </IconButton>
              <IconButton size="icon-sm" label="Remove" disabledReason={locked} onClick={() => setOrder(order.filter((one) => one !== id))}>
                <X />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      {order.length < FALLBACKS_MAX && others.length > 0 && (
        <Select
          key={order.join("\n")}
          label="Add a fallback"
          placeholder={order.length === 0 ? "None. Add one…" : "Add another…"}
          choices={others.map(({ id, name, description }) => ({ value: id, label: name, description }))}
          value={null}
          onChange={(id) => setOrder([...order, id])}
          disabled={locked !== null}
        />
      )}
    </SettingsCard>
  );
}

function ModelLine({ settings, id }: { settings: ModelSettings; id: string }) {
  const model = settings.available.find((one) => one.id === id);
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate">{model?.name ?? id}</span>
      {model && <span className="block text-sm text-muted">{factsText(model)}</span>}
    </span>
  );
}
