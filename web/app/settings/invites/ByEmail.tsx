/** Invites by e-mail: a pasted list of addresses, each of which gets a mail with a link of its own. */
import { Field, FieldControl } from "../../components/Field.tsx";
import { Textarea } from "../../components/Textarea.tsx";
import { InviteTerms } from "./InviteTerms.tsx";
import { type InviteFormProps, useInviteForm } from "./use-invite-form.ts";

export function ByEmail(props: InviteFormProps) {
  const form = useInviteForm(props, "email");
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <Field
        label="Addresses"
        hint="Paste them as they come: separated by commas, semicolons or lines, with or without names."
        error={form.errorOf("addresses")}
      >
        <FieldControl>
          <Textarea
            autoFocus
            rows={3}
            spellCheck={false}
            autoComplete="off"
            placeholder="bea@example.org, Cleo Park <cleo@example.org>"
            className="max-h-48 min-h-20"
            {...form.bind("addresses")}
          />
        </FieldControl>
      </Field>
      <InviteTerms form={form} verb="Send invites" onClose={props.onClose} />
    </form>
  );
}
