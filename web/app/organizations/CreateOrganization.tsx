/** The dialog in which a new organization is founded. It leads into it. */
import { CreateOrganization as Created, type Organization } from "@edgewright/contracts";
import { call } from "../api/browser.ts";
import { Button } from "../components/Button.tsx";
import { Dialog, DialogActions } from "../components/Dialog.tsx";
import { FailureCard } from "../components/FailureCard.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import { switchOrganization } from "./switch.ts";

interface CreateOrganizationProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const CreateOrganization = ({ open, onOpenChange }: CreateOrganizationProps) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title="New organization"
    description="With projects, people, models and budgets of its own. You are its first admin."
  >
    <CreateForm onClose={() => onOpenChange(false)} />
  </Dialog>
);
export default CreateOrganization;

function CreateForm({ onClose }: { onClose: () => void }) {
  const form = useForm({
    schema: Created,
    initial: { name: "" },
    submit: async (body) => {
      const made = await call<Organization>("POST", "/api/orgs", { body, idempotencyKey: crypto.randomUUID() });
      return made.ok ? switchOrganization(made.value.id) : made.error;
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <Field label="Name" hint="It can be changed later." error={form.errorOf("name")}>
        <Input autoFocus autoComplete="organization" placeholder="Acme" {...form.bind("name")} />
      </Field>
      {form.failure && !form.failure.fields && <FailureCard title={form.failure.message}>{form.failure.next}</FailureCard>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={form.busy}>
          Create organization
        </Button>
      </DialogActions>
    </form>
  );
}
