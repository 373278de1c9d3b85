/** Invites by e-mail: a pasted list of addresses, each of which gets a mail with a link of its own. */
import { INVITES_AT_ONCE_MAX } from "@edgewright/contracts";
import { z } from "zod";
import { Field, FieldControl } from "../../components/Field.tsx";
import { Textarea } from "../../components/Textarea.tsx";
import { DialogForm } from "../../forms/FormDialog.tsx";
import { FIRST_TERMS, InviteTerms, Terms, termsOf } from "./InviteTerms.tsx";
import { type InviteFormProps, useInvite } from "./use-invite.ts";

const Values = Terms.extend({
  addresses: z.string().trim().min(1, `Enter at least one address, and at most ${INVITES_AT_ONCE_MAX}.`),
});

export function ByEmail({ onClose, ...props }: InviteFormProps) {
  const invite = useInvite(props);
  return (
    <DialogForm
      schema={Values}
      initial={{ ...FIRST_TERMS, addresses: "" }}
      submit={(values) => invite({ by: "email", addresses: values.addresses, ...termsOf(values) })}
      action="Send invites"
      onCancel={onClose}
    >
      {({ values, set, errorOf, bind }) => (
        <>
          <Field
            label="Addresses"
            hint="Paste them as they come: separated by commas, semicolons or lines, with or without names."
            error={errorOf("addresses")}
          >
            <FieldControl>
              <Textarea
                autoFocus
                rows={3}
                spellCheck={false}
                autoComplete="off"
                placeholder="bea@example.org, Cleo Park <cleo@example.org>"
                className="max-h-48 min-h-20"
                {...bind("addresses")}
              />
            </FieldControl>
          </Field>
          <InviteTerms terms={values} onChange={set} />
        </>
      )}
    </DialogForm>
  );
}
