/** Invites by a link that whoever has it can use, until it ends or is revoked. */
import { InviteTerms } from "./InviteTerms.tsx";
import { type InviteFormProps, useInviteForm } from "./use-invite-form.ts";

export function ByLink(props: InviteFormProps) {
  const form = useInviteForm(props, "link");
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-muted">Anyone who has the link can join with it, more than once, until it ends or is revoked. It is shown once.</p>
      <InviteTerms form={form} verb="Make link" onClose={props.onClose} />
    </form>
  );
}
