/** Settings, Models: the model a new message goes to unless another is chosen. */
import type { ModelSettings } from "@edgewright/contracts";
import { z } from "zod";
import { Field } from "../../components/Field.tsx";
import { Select } from "../../components/Select.tsx";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { factsText } from "./model-facts.ts";
import { useSaveModels } from "./use-save-models.ts";

const Choice = z.object({ defaultModel: z.string() });

interface DefaultModelProps {
  path: string;
  settings: ModelSettings;
  locked: string | null;
}

export function DefaultModel({ path, settings, locked }: DefaultModelProps) {
  const save = useSaveModels(path);
  const form = useForm({
    schema: Choice,
    initial: { defaultModel: settings.defaultModel },
    submit: (values) => save(values, "Default model saved"),
  });
  const chosen = settings.available.find(({ id }) => id === form.values.defaultModel);
  return (
    <SettingsCard
      title="Default model"
      description="Builds your apps, unless a project or a message names another."
      form={form}
      locked={locked}
    >
      <Field label="Model" hint={chosen && factsText(chosen)} error={form.errorOf("defaultModel")}>
        <Select
          choices={settings.available.map(({ id, name, description }) => ({ value: id, label: name, description }))}
          value={form.values.defaultModel}
          onChange={(defaultModel) => form.set({ defaultModel })}
          disabled={locked !== null}
        />
      </Field>
    </SettingsCard>
  );
}
