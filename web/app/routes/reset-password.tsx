/** Asks for the mail with which a forgotten password is set anew. Says the same whether there is such an account or not. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import { AccountPage } from "../account/AccountPage.tsx";
import { sendPasswordLink } from "../account/auth-calls.ts";
import { CheckMail } from "../account/CheckMail.tsx";
import { loadSignIn } from "../account/load.server.ts";
import { withNext } from "../account/next-path.ts";
import { Address } from "../account/schemas.ts";
import { Button } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/reset-password.ts";

export const meta: Route.MetaFunction = () => [{ title: "Reset your password · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => loadSignIn(args);

export default function ResetPasswordRoute({ loaderData: options }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    schema: Address,
    initial: { email: "" },
    submit: async ({ email }) => {
      const failure = await sendPasswordLink(email);
      if (!failure) setSentTo(email);
      return failure;
    },
  });
  const other = { question: "Remembered it?", label: "Sign in", to: withNext("/sign-in", search) };
  if (sentTo !== null)
    return (
      <AccountPage title="Check your mail" other={other}>
        <CheckMail again={() => sendPasswordLink(sentTo)} outbox={options.outbox}>
          If there is an account with <strong className="font-medium">{sentTo}</strong>, a link to set a new password is on its way there.
          It works once, for an hour.
        </CheckMail>
      </AccountPage>
    );
  return (
    <AccountPage title="Reset your password" intro="A link to set a new one comes by mail." failure={form.failure} other={other}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="E-mail" error={form.errorOf("email")}>
          <Input type="email" autoComplete="username" autoFocus required {...form.bind("email")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          E-mail me a link
        </Button>
      </form>
    </AccountPage>
  );
}
