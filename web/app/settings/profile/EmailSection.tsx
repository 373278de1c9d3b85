/** Settings, Profile: the e-mail address, whether it is confirmed, and its change, which is confirmed by mail. */
import type { Me } from "@edgewright/contracts";
import { useState } from "react";
import { changeAddress, sendConfirmation } from "../../account/auth-calls.ts";
import { OutboxLink } from "../../account/CheckMail.tsx";
import { Address } from "../../account/schemas.ts";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { toast } from "../../components/toast.ts";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";

interface EmailSectionProps {
  user: Me["user"];
  outbox: string | null;
}

export function EmailSection({ user, outbox }: EmailSectionProps) {
  const [pending, setPending] = useState<string | null>(null);
  const form = useForm({
    schema: Address,
    initial: { email: user.email },
    submit: async ({ email }) => {
      const failure = await changeAddress(email);
      if (!failure) setPending(email);
      return failure;
    },
  });
  return (
    <SettingsCard
      title={
        <>
          E-mail{" "}
          <Badge tone={user.emailVerified ? "success" : "warning"} className="ml-1.5 align-[2px]">
            {user.emailVerified ? "Confirmed" : "Not confirmed"}
          </Badge>
        </>
      }
      description="You sign in with it, and it is where mails about your account go."
      form={form}
      saveLabel="Change address"
      aside={!user.emailVerified && <ConfirmAgain email={user.email} />}
    >
      <Field label="Address" error={form.errorOf("email")}>
        <Input type="email" autoComplete="email" {...form.bind("email")} />
      </Field>
      {pending !== null && <Pending user={user} to={pending} outbox={outbox} />}
    </SettingsCard>
  );
}

/** The address stays as it is until the mails say otherwise. */
const Pending = ({ user, to, outbox }: EmailSectionProps & { to: string }) => (
  <div role="status" className="rounded-card border border-info/35 bg-info-soft p-3">
    <p className="font-medium">Confirm it in your mail</p>
    <p className="mt-0.5">
      {user.emailVerified
        ? `A mail is on its way to ${user.email}. Confirm the change there first, then in the mail that goes to ${to}.`
        : `A mail is on its way to ${to}. Confirm it there.`}{" "}
      Until then your address stays {user.email}.
    </p>
    <OutboxLink outbox={outbox} />
  </div>
);

function ConfirmAgain({ email }: { email: string }) {
  const { busy, run: send } = useAction(
    async () => {
      const failure = await sendConfirmation(email, "/settings");
      if (!failure) toast.success(`A link to confirm it is on its way to ${email}`);
      return failure;
    },
    { raises: true },
  );
  return (
    <Button busy={busy} onClick={() => void send()}>
      Send the confirmation again
    </Button>
  );
}
