/** Settings, Models: the model a new message goes to unless another is chosen. */
import { ModelSettings } from "@edgewright/contracts";
import { useRevalidator } from "react-router";
import { toast } from "sonner";
import { z } from "zod";
import { call } from "../api/browser.ts";
import { Field } from "../components/Field.tsx";
import { Select } from "../components/Select.tsx";
import { useForm } from "../forms/use-form.ts";
import { SettingsSection } from "./SettingsSection.tsx";

const Choice = z.object({ defaultModel: z.string() });

interface DefaultModelProps {
  path: string;
  settings: ModelSettings;
  locked: string | null;
}

export function DefaultModel({ path, settings, locked }: DefaultModelProps) {
  const { revalidate } = useRevalidator();
  const form = useForm({
    schema: Choice,
    initial: { defaultModel: settings.defaultModel },
    submit: async (values) => {
      const answer = await call("PUT", path, ModelSettings, { body: values });
      if (!answer.ok) return answer.failure;
      await revalidate();
      toast.success("Default model saved");
      return null;
    },
  });
  const chosen = settings.available.find(({ id }) => id === form.values.defaultModel);
  return (
    <SettingsSection
      title="Default model"
      description="Builds your apps, unless another is chosen beside the prompt."
      failure={form.failure}
      busy={form.busy}
      disabledReason={locked ?? (!form.changed && "Nothing has changed.")}
      onSubmit={form.onSubmit}
    >
      <Field label="Model" hint={chosen?.description} error={form.errorOf("defaultModel")}>
        <Select
          choices={settings.available.map(({ id, name, description }) => ({ value: id, label: name, description }))}
          value={form.values.defaultModel}
          onChange={(defaultModel) => form.set({ defaultModel })}
          disabled={locked !== null}
        />
      </Field>
    </SettingsSection>
  );
}
