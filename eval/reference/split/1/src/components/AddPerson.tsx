import { z } from "zod";
import type { Person } from "../data/group";
import { useForm } from "../lib/form";
import { Button } from "./Button";
import { TextField } from "./fields";

const shape = z.object({ name: z.string({ error: "A name is needed" }).trim().min(1, "A name is needed") });

export function AddPerson({ onAdd }: { onAdd: (person: Person) => Promise<unknown> }) {
  const form = useForm(shape, { name: null });
  const submit = form.submit(async (values) => {
    await onAdd(values);
    form.reset();
  });
  return (
    <form noValidate onSubmit={submit} className="flex items-end gap-2">
      <TextField label="Name" required {...form.field("name")} />
      <Button type="submit" disabled={form.busy}>
        Add person
      </Button>
      {form.problem && (
        <p role="alert" className="text-danger">
          {form.problem}
        </p>
      )}
    </form>
  );
}
