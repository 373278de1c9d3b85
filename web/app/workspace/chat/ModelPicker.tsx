/** Which model the next message goes to: the organisation's default unless another is chosen here. */
import type { ModelSettings } from "@edgewright/contracts";
import { useState } from "react";
import { Select } from "../../components/Select.tsx";

/** null: the default. */
export function useModel(models: ModelSettings | null): [string | null, (model: string) => void] {
  const [chosen, setChosen] = useState<string | null>(null);
  const known = models?.available.some(({ id }) => id === chosen) ?? false;
  return [known && chosen !== models?.defaultModel ? chosen : null, setChosen];
}

/** The embedded model costs nothing, which is worth saying where it is chosen. */
const labelOf = (id: string, name: string) => (id.startsWith("starter:") ? `${name} · free` : name);

export function ModelPicker({
  models,
  model,
  onChange,
}: {
  models: ModelSettings | null;
  model: string | null;
  onChange: (model: string) => void;
}) {
  if (!models || models.available.length === 0) return <span />;
  const choices = models.available.map(({ id, name, description }) => ({ value: id, label: labelOf(id, name), description }));
  const value = model ?? models.defaultModel;
  if (choices.length === 1) return <span className="truncate pl-1 text-sm text-muted">{choices[0]?.label}</span>;
  return <Select quiet label="Model" choices={choices} value={value} onChange={onChange} className="h-7 max-w-56 px-1.5 text-sm" />;
}
