/** What is asked of a field, and the field that comes of the answers. */
import { type AppSchema, type Column, ColumnType, Currency } from "@edgewright/contracts";
import { z } from "zod";

/** `options`: one on each line. */
export const FieldValues = z
  .object({
    label: z.string().trim().min(1, "What is it called?").max(80, "At most 80 characters."),
    type: ColumnType,
    options: z.string(),
    ref: z.string(),
    currency: z.string(),
    required: z.boolean(),
  })
  .superRefine(({ type, options, ref, currency }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (hasOptions(type) && linesOf(options).length === 0) refuse("options", "Write what there is to choose from.");
    if (hasTarget(type) && ref === "") refuse("ref", "Choose a table.");
    if (type === "money" && !Currency.safeParse(currency.trim().toUpperCase()).success) refuse("currency", "Three letters, such as EUR.");
  });
export type FieldValues = z.infer<typeof FieldValues>;

export const hasOptions = (type: ColumnType) => type === "select" || type === "multiselect";
export const hasTarget = (type: ColumnType) => type === "reference" || type === "references";

const linesOf = (text: string): string[] => [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");

/** An app's money is in the currency that it has already. */
const usualCurrency = ({ tables }: AppSchema): string =>
  tables.flatMap(({ columns }) => columns.flatMap(({ currency }) => currency ?? []))[0] ?? "EUR";

export const valuesOf = (column: Column | null, schema: AppSchema): FieldValues => ({
  label: column?.label ?? "",
  type: column?.type ?? "text",
  options: (column?.options ?? []).join("\n"),
  ref: column?.ref ?? "",
  currency: column?.currency ?? usualCurrency(schema),
  required: column?.required ?? false,
});

/** What is said of a field of any kind; the rest (how large it may be, what stands in it first) is of the kind it was. */
const ofEveryKind = ({ name, label, type, unique, index, policy, was }: Column): Column => ({
  ...{ name, label, type, unique, index, policy, was },
});

/** `column` as the answers have it. */
export function columnOf(column: Column, { label, type, options, ref, currency, required }: FieldValues): Column {
  const chosen = linesOf(options);
  const kept = column.type === type ? column : ofEveryKind(column);
  return {
    ...kept,
    label: label.trim(),
    type,
    required: required || undefined,
    options: hasOptions(type) ? chosen : undefined,
    default: hasOptions(type) && !chosen.includes(String(kept.default)) ? undefined : kept.default,
    ref: hasTarget(type) ? ref : undefined,
    currency: type === "money" ? currency.trim().toUpperCase() : undefined,
  };
}
