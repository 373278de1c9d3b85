/** The dialog in which a new organization is founded. It leads into it. */
import { CreateOrganization as Created, type Organization } from "@edgewright/contracts";
import { call } from "../api/browser.ts";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { FormDialog } from "../forms/FormDialog.tsx";
import { switchOrganization } from "./switch.ts";

const create = async (body: Created) => {
  const made = await call<Organization>("POST", "/api/orgs", { body, idempotencyKey: crypto.randomUUID() });
  return made.ok ? switchOrganization(made.value.id) : made.error;
};

const CreateOrganization = (dialog: { open: boolean; onClose: () => void }) => (
  <FormDialog
    {...dialog}
    title="New organization"
    description="With projects, people, models and budgets of its own. You are its first admin."
    schema={Created}
    initial={{ name: "" }}
    submit={create}
    action="Create organization"
  >
    {({ errorOf, bind }) => (
      <Field label="Name" hint="It can be changed later." error={errorOf("name")}>
        <Input autoFocus autoComplete="organization" placeholder="Acme" {...bind("name")} />
      </Field>
    )}
  </FormDialog>
);
export default CreateOrganization;
