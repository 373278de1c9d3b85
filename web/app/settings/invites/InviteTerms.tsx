/** The lower half of both forms to invite: as what, for how long, and off it goes. */
import { Button } from "../../components/Button.tsx";
import { DialogActions } from "../../components/Dialog.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { Field } from "../../components/Field.tsx";
import { Select } from "../../components/Select.tsx";
import { RoleSelect } from "../../organizations/RoleSelect.tsx";
import type { useInviteForm } from "./use-invite-form.ts";

const DAYS = [
  { value: "1", label: "A day" },
  { value: "3", label: "3 days" },
  { value: "7", label: "7 days" },
  { value: "14", label: "14 days" },
  { value: "30", label: "30 days" },
];

interface InviteTermsProps {
  form: ReturnType<typeof useInviteForm>;
  verb: string;
  onClose: () => void;
}

export const InviteTerms = ({ form, verb, onClose }: InviteTermsProps) => (
  <>
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Role">
        <RoleSelect label="Role" value={form.values.role} onChange={(role) => form.set({ role })} />
      </Field>
      <Field label="Holds for">
        <Select label="Holds for" choices={DAYS} value={form.values.days} onChange={(days) => form.set({ days })} />
      </Field>
    </div>
    {form.failure && !form.failure.fields && <FailureCard title={form.failure.message}>{form.failure.next}</FailureCard>}
    <DialogActions>
      <Button onClick={onClose}>Cancel</Button>
      <Button type="submit" variant="primary" busy={form.busy}>
        {verb}
      </Button>
    </DialogActions>
  </>
);
