/** Invites by a link that whoever has it can use, until it ends or is revoked. */
import { DialogForm } from "../../forms/FormDialog.tsx";
import { FIRST_TERMS, InviteTerms, termsOf } from "./InviteTerms.tsx";
import { type InviteFormProps, useInvite } from "./use-invite.ts";

export function ByLink({ onClose, ...props }: InviteFormProps) {
  const invite = useInvite(props);
  return (
    <DialogForm initial={FIRST_TERMS} submit={(terms) => invite({ by: "link", ...termsOf(terms) })} action="Make link" onCancel={onClose}>
      {({ values, set }) => (
        <>
          <p className="text-muted">
            Anyone who has the link can join with it, more than once, until it ends or is revoked. It is shown once.
          </p>
          <InviteTerms terms={values} onChange={set} />
        </>
      )}
    </DialogForm>
  );
}
