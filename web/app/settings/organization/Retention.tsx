/** Settings, General: how long the audit log keeps what happened. */
import type { Organization } from "@edgewright/contracts";
import { z } from "zod";
import { Field } from "../../components/Field.tsx";
import { Select } from "../../components/Select.tsx";
import { useForm } from "../../forms/use-form.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { FOREVER, retentionChoices, retentionDays } from "./retention-choices.ts";
import { useUpdate } from "./use-update.ts";

const Values = z.object({ days: z.string() });

export function Retention({ organization }: { organization: Organization }) {
  const notAllowed = useWhyNot("organization.update");
  const update = useUpdate(organization.id);
  const kept = organization.auditRetentionDays;
  const form = useForm({
    schema: Values,
    initial: { days: kept === null ? FOREVER : String(kept) },
    submit: ({ days }) => update({ auditRetentionDays: retentionDays(days) }, "Retention saved"),
  });
  return (
    <SettingsCard
      title="Audit log"
      description="Older lines are removed each night, and the removal is itself a line."
      form={form}
      locked={notAllowed}
    >
      <Field label="Kept for" error={form.errorOf("days")}>
        <Select
          label="Kept for"
          choices={retentionChoices(kept)}
          value={form.values.days}
          onChange={(days) => form.set({ days })}
          disabledReason={notAllowed}
          className="sm:max-w-60"
        />
      </Field>
    </SettingsCard>
  );
}
