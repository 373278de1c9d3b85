/** Settings, Usage & budgets: what a job and a month may cost at most. */
import type { Budgets, MonthUsage } from "@edgewright/contracts";
import { useRevalidator } from "react-router";
import { call } from "../../api/browser.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { toast } from "../../components/toast.ts";
import { useForm } from "../../forms/use-form.ts";
import { SettingsSection } from "../SettingsSection.tsx";
import { BudgetValues, budgetsOf, valuesOf } from "./budget-values.ts";

interface BudgetsFormProps {
  path: string;
  budgets: Budgets;
  locked: string | null;
}

export function BudgetsForm({ path, budgets, locked }: BudgetsFormProps) {
  const { revalidate } = useRevalidator();
  const form = useForm<BudgetValues>({
    schema: BudgetValues,
    initial: valuesOf(budgets),
    submit: async (values) => {
      const answer = await call<MonthUsage>("PUT", path, { body: budgetsOf(values) });
      if (!answer.ok) return answer.error;
      await revalidate();
      toast.success("Budgets saved");
      return null;
    },
  });
  const amount = (name: keyof BudgetValues, label: string, hint: string) => (
    <Field label={label} hint={hint} error={form.errorOf(name)}>
      <Input inputMode="decimal" placeholder="No limit" className="tabular-nums" disabled={locked !== null} {...form.bind(name)} />
    </Field>
  );
  return (
    <SettingsSection
      title="Budgets"
      description={locked ?? "Before a call would pass one, the job stops at a clean point and asks whether to go on."}
      failure={form.failure}
      busy={form.busy}
      disabledReason={locked ?? (!form.changed && "Nothing has changed.")}
      onSubmit={form.onSubmit}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {amount("monthBudget", "A month, in $", "All projects together.")}
        {amount("jobBudget", "A job, in $", "Unless its project sets another.")}
      </div>
    </SettingsSection>
  );
}
