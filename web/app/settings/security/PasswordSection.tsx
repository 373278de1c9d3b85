/** Settings, Security: the password. Who has none is mailed a link to set one, which proves the address as well. */
import { z } from "zod";
import { sendPasswordLink } from "../../account/auth-calls.ts";
import { NewPassword, Password } from "../../account/schemas.ts";
import { useAction } from "../../api/use-action.ts";
import { useChange } from "../../api/use-change.ts";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Input } from "../../components/Input.tsx";
import { toast } from "../../components/toast.ts";
import { useForm } from "../../forms/use-form.ts";
import { SettingsCard } from "../SettingsCard.tsx";

export const PasswordSection = ({ hasPassword, email }: { hasPassword: boolean; email: string }) =>
  hasPassword ? <ChangePassword email={email} /> : <SetPassword email={email} />;

/** Named as the API names them, so that its complaints find their field. */
const Values = z.object({ password: Password, newPassword: NewPassword });
const EMPTY = { password: "", newPassword: "" };

function ChangePassword({ email }: { email: string }) {
  const change = useChange();
  const form = useForm({
    schema: Values,
    initial: EMPTY,
    submit: async ({ password, newPassword }) => {
      const body = { currentPassword: password, newPassword, revokeOtherSessions: true };
      const failure = await change({ path: "/api/auth/change-password", body, done: "Password changed" });
      if (!failure) form.reset();
      return failure;
    },
  });
  return (
    <SettingsCard title="Password" description="Changing it signs you out everywhere else." form={form} saveLabel="Change password">
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" error={form.errorOf("password")}>
        <Input type="password" autoComplete="current-password" {...form.bind("password")} />
      </Field>
      <Field label="New password" hint="At least 8 characters." error={form.errorOf("newPassword")}>
        <Input type="password" autoComplete="new-password" {...form.bind("newPassword")} />
      </Field>
    </SettingsCard>
  );
}

function SetPassword({ email }: { email: string }) {
  const send = useAction(async () => {
    const failure = await sendPasswordLink(email);
    if (!failure) toast.success(`A link to set a password is on its way to ${email}`);
    return failure;
  });
  return (
    <SettingsCard
      title="Password"
      description="You have none. With one you can sign in by your address alone."
      failure={send.failure}
      aside={
        <Button busy={send.busy} onClick={() => void send.run()}>
          E-mail me a link to set one
        </Button>
      }
    />
  );
}
