/** Settings, Profile: the person's name. */
import { useRevalidator } from "react-router";
import { z } from "zod";
import { PersonName } from "../../account/schemas.ts";
import { call } from "../../api/browser.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { toast } from "../../components/toast.ts";
import { useForm } from "../../forms/use-form.ts";
import { SettingsSection } from "../SettingsSection.tsx";

const Values = z.object({ name: PersonName });

export function NameSection({ name }: { name: string }) {
  const { revalidate } = useRevalidator();
  const form = useForm({
    schema: Values,
    initial: { name },
    submit: async (values) => {
      const answer = await call("POST", "/api/auth/update-user", { body: { name: values.name.trim() } });
      if (!answer.ok) return answer.error;
      await revalidate();
      toast.success("Name saved");
      return null;
    },
  });
  return (
    <SettingsSection
      title="Name"
      description="How others in your organizations see you."
      failure={form.failure}
      busy={form.busy}
      disabledReason={!form.changed && "Nothing has changed."}
      onSubmit={form.onSubmit}
    >
      <Field label="Name" error={form.errorOf("name")}>
        <Input autoComplete="name" {...form.bind("name")} />
      </Field>
    </SettingsSection>
  );
}
