/** Budgets as they are typed and as they are sent: empty sets no limit. Used by BudgetsForm. */
import type { Budgets } from "@edgewright/contracts";
import { z } from "zod";

export type BudgetValues = { jobBudget: string; monthBudget: string };

const MOST = 1_000_000;
const usd = z.string().refine((text) => {
  const number = Number(text);
  return text.trim() === "" || (number >= 0 && number <= MOST);
}, "An amount in dollars, such as 5 or 0.50.");

export const BudgetValues: z.ZodType<unknown, BudgetValues> = z.object({ jobBudget: usd, monthBudget: usd });

export const valuesOf = ({ jobBudget, monthBudget }: Budgets): BudgetValues => ({
  jobBudget: String(jobBudget ?? ""),
  monthBudget: String(monthBudget ?? ""),
});

const amountOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));
export const budgetsOf = ({ jobBudget, monthBudget }: BudgetValues): Budgets => ({
  jobBudget: amountOf(jobBudget),
  monthBudget: amountOf(monthBudget),
});
