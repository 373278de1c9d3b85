/** A project's settings as the fields of their form, and back. Used by SettingsDialog. */
import type { ProjectSettings } from "@edgewright/contracts";
import { z } from "zod";
import type { ApiFailure } from "../../api/answer.ts";

/** As the model's field: no choice of the project's own. */
export const ORGANIZATION_DEFAULT = "default";

const AMOUNT = "Enter an amount in dollars, such as 0.50.";
const amount = z
  .string()
  .trim()
  .regex(/^\d{1,4}([.,]\d{1,4})?$/, AMOUNT)
  .refine((text) => amountOf(text) <= 1000, "At most $1,000.");

export const SettingsValues = z.object({
  model: z.string(),
  planApproval: z.enum(["auto", "ask"]),
  fixRounds: z
    .string()
    .trim()
    .regex(/^(\d|10)$/, "Enter a whole number from 0 to 10."),
  jobBudget: z.union([z.literal(""), amount], { error: AMOUNT }),
  autoFix: z.enum(["on", "off"]),
  autoFixBudget: amount,
});
export type SettingsValues = z.infer<typeof SettingsValues>;

const amountOf = (text: string) => Number(text.trim().replace(",", "."));

export const valuesOf = (settings: ProjectSettings): SettingsValues => ({
  model: settings.model ?? ORGANIZATION_DEFAULT,
  planApproval: settings.planApproval,
  fixRounds: String(settings.fixRounds),
  jobBudget: settings.jobBudget === null ? "" : String(settings.jobBudget),
  autoFix: settings.autoFix ? "on" : "off",
  autoFixBudget: String(settings.autoFixBudget),
});

export const settingsOf = (values: SettingsValues): ProjectSettings => ({
  model: values.model === ORGANIZATION_DEFAULT ? null : values.model,
  planApproval: values.planApproval,
  fixRounds: Number(values.fixRounds),
  jobBudget: values.jobBudget.trim() === "" ? null : amountOf(values.jobBudget),
  autoFix: values.autoFix === "on",
  autoFixBudget: amountOf(values.autoFixBudget),
});

/** The API names fields by their path in the body; the form has them at its top. */
export function settingsFailure(failure: ApiFailure): ApiFailure {
  if (!failure.fields) return failure;
  const fields = Object.entries(failure.fields).map(([path, message]) => [path.replace(/^settings\./, ""), message]);
  return { ...failure, fields: Object.fromEntries(fields) };
}
