/** Which model the next message goes to: the project's, or the organization's default, unless another is chosen here. */
import type { ModelSettings } from "@edgewright/contracts";
import { lazy, Suspense, useState } from "react";

const Select = lazy(async () => ({ default: (await import("../../components/Select.tsx")).Select }));

/** null: the one it would be anyway. `standard` is the project's own choice. */
export function useModel(models: ModelSettings | null, standard: string | null): [string | null, (model: string) => void] {
  const [chosen, setChosen] = useState<string | null>(null);
  return [models && isKnown(models, chosen) && chosen !== standardOf(models, standard) ? chosen : null, setChosen];
}

const isKnown = ({ available }: ModelSettings, model: string | null) => available.some(({ id }) => id === model);

const standardOf = (models: ModelSettings, standard: string | null) =>
  standard !== null && isKnown(models, standard) ? standard : models.defaultModel;

/** The embedded model costs nothing, which is worth saying where it is chosen. */
export const modelLabel = (id: string, name: string) => (id.startsWith("starter:") ? `${name} · free` : name);

interface ModelPickerProps {
  models: ModelSettings | null;
  model: string | null;
  standard: string | null;
  onChange: (model: string) => void;
}

export function ModelPicker({ models, model, standard, onChange }: ModelPickerProps) {
  if (!models || models.available.length === 0) return <span />;
  const choices = models.available.map(({ id, name, description }) => ({ value: id, label: modelLabel(id, name), description }));
  const value = model ?? standardOf(models, standard);
  const name = <span className="truncate px-1.5 text-sm text-muted">{choices.find((choice) => choice.value === value)?.label}</span>;
  if (choices.length === 1) return name;
  return (
    <Suspense fallback={name}>
      <Select quiet label="Model" choices={choices} value={value} onChange={onChange} className="h-7! max-w-56 px-1.5! text-sm" />
    </Suspense>
  );
}
