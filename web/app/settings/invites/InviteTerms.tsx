/** What both ways to invite ask for: as what people join, and for how long the invite holds. */
import { Role } from "@edgewright/contracts";
import { z } from "zod";
import { Field } from "../../components/Field.tsx";
import { Select } from "../../components/Select.tsx";
import { RoleSelect } from "../../organizations/RoleSelect.tsx";

export const Terms = z.object({ role: Role, days: z.string() });
type Terms = z.infer<typeof Terms>;

export const FIRST_TERMS: Terms = { role: "viewer", days: "7" };
export const termsOf = ({ role, days }: Terms) => ({ role, days: Number(days) });

const DAYS = [
  { value: "1", label: "A day" },
  { value: "3", label: "3 days" },
  { value: "7", label: "7 days" },
  { value: "14", label: "14 days" },
  { value: "30", label: "30 days" },
];

export const InviteTerms = ({ terms, onChange }: { terms: Terms; onChange: (change: Partial<Terms>) => void }) => (
  <div className="grid gap-4 sm:grid-cols-2">
    <Field label="Role">
      <RoleSelect label="Role" value={terms.role} onChange={(role) => onChange({ role })} />
    </Field>
    <Field label="Holds for">
      <Select label="Holds for" choices={DAYS} value={terms.days} onChange={(days) => onChange({ days })} />
    </Field>
  </div>
);
