/** Settings, Profile: the person's name. */
import { z } from "zod";
import { PersonName } from "../../account/schemas.ts";
import { useChange } from "../../api/use-change.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";

const Values = z.object({ name: PersonName });

export function NameSection({ name }: { name: string }) {
  const change = useChange();
  const form = useForm({
    schema: Values,
    initial: { name },
    submit: (values) => change({ path: "/api/auth/update-user", body: { name: values.name.trim() }, done: "Name saved" }),
  });
  return (
    <SettingsCard title="Name" description="How others in your organizations see you." form={form}>
      <Field label="Name" error={form.errorOf("name")}>
        <Input autoComplete="name" {...form.bind("name")} />
      </Field>
    </SettingsCard>
  );
}
