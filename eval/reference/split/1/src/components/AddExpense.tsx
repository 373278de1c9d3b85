import { z } from "zod";
import type { Expense } from "../data/group";
import { useForm } from "../lib/form";
import { FormDialog } from "./FormDialog";
import { NumberField, ReferenceField, TextField } from "./fields";

const shape = z.object({
  description: z.string({ error: "A description is needed" }).min(1, "A description is needed"),
  amount: z.number({ error: "An amount is needed" }).positive("More than nothing"),
  paidBy: z.string({ error: "Say who paid" }),
});

type Props = { onAdd: (expense: Expense) => Promise<unknown>; onClose: () => void };

export function AddExpense({ onAdd, onClose }: Props) {
  const form = useForm(shape, { description: null, amount: null, paidBy: null });
  return (
    <FormDialog title="Add expense" form={form} onSubmit={form.submit(onAdd)} onClose={onClose}>
      <TextField label="Description" required {...form.field("description")} />
      <NumberField label="Amount" required step={0.01} {...form.field("amount")} />
      <ReferenceField label="Paid by" required table="people" display="name" {...form.field("paidBy")} />
    </FormDialog>
  );
}
