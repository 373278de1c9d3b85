/** Settings, Usage & budgets: what a job and a month may cost at most. */
import type { Budgets } from "@edgewright/contracts";
import { useChange } from "../../api/use-change.ts";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";
import { BudgetValues, budgetsOf, valuesOf } from "./budget-values.ts";

interface BudgetsFormProps {
  path: string;
  budgets: Budgets;
  locked: string | null;
}

export function BudgetsForm({ path, budgets, locked }: BudgetsFormProps) {
  const change = useChange();
  const form = useForm<BudgetValues>({
    schema: BudgetValues,
    initial: valuesOf(budgets),
    submit: (values) => change({ method: "PUT", path, body: budgetsOf(values), done: "Budgets saved" }),
  });
  const amount = (name: keyof BudgetValues, label: string, hint: string) => (
    <Field label={label} hint={hint} error={form.errorOf(name)}>
      <Input inputMode="decimal" placeholder="No limit" className="tabular-nums" disabled={locked !== null} {...form.bind(name)} />
    </Field>
  );
  return (
    <SettingsCard
      title="Budgets"
      description={locked ?? "Before a call would pass one, the job stops at a clean point and asks whether to go on."}
      form={form}
      locked={locked}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {amount("monthBudget", "A month, in $", "All projects together.")}
        {amount("jobBudget", "A job, in $", "Unless its project sets another.")}
      </div>
    </SettingsCard>
  );
}
