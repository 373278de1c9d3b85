/** Asks for a name. Closes once it is taken. */
import { z } from "zod";
import type { ApiFailure } from "../../api/answer.ts";
import { ApiFailureCard } from "../../components/ApiFailureCard.tsx";
import { Button } from "../../components/Button.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { useForm } from "../../forms/use-form.ts";

const Values = z.object({ name: z.string().trim().min(1, "Enter a name.").max(80, "At most 80 characters.") });

interface NameDialogProps {
  title: string;
  description?: string;
  confirm: string;
  name: string;
  onClose: () => void;
  onName: (name: string) => Promise<ApiFailure | null>;
}

export const NameDialog = ({ title, description, onClose, ...form }: NameDialogProps) => (
  <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
    <NameForm onClose={onClose} {...form} />
  </Dialog>
);

function NameForm({ confirm, name, onClose, onName }: Omit<NameDialogProps, "title" | "description">) {
  const form = useForm({
    schema: Values,
    initial: { name },
    submit: async (values) => {
      const failure = await onName(values.name.trim());
      if (!failure) onClose();
      return failure;
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Field label="Name" error={form.errorOf("name")}>
        <Input autoFocus autoComplete="off" onFocus={(event) => event.currentTarget.select()} {...form.bind("name")} />
      </Field>
      {form.failure && !form.failure.fields && <ApiFailureCard failure={form.failure} className="mt-3" />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={form.busy}>
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
