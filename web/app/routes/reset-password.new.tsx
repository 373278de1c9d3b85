/** Sets a new password with the token of a mail. Every session of the account ends by it. */
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { z } from "zod";
import { AccountPage } from "../account/AccountPage.tsx";
import { setPassword } from "../account/auth-calls.ts";
import { NewPassword } from "../account/schemas.ts";
import { Button, buttonClass } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/reset-password.new.ts";

export const meta: Route.MetaFunction = () => [{ title: "New password · Edgewright" }];

export default function NewPasswordRoute() {
  const [search] = useSearchParams();
  const [done, setDone] = useState(false);
  const token = search.get("token");
  if (token === null || search.has("error")) return <Spent />;
  if (done)
    return (
      <AccountPage title="Your password is set" intro="Wherever you were signed in, you are no more.">
        <Link to="/sign-in" className={buttonClass({ variant: "primary" })}>
          Sign in
        </Link>
      </AccountPage>
    );
  return <NewPasswordForm token={token} onDone={() => setDone(true)} />;
}

function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const form = useForm({
    schema: z.object({ password: NewPassword }),
    initial: { password: "" },
    submit: async ({ password }) => {
      const failure = await setPassword(token, password);
      if (!failure) onDone();
      return failure;
    },
  });
  const remedy = (
    <Link to="/reset-password" className={buttonClass()}>
      Ask for a new link
    </Link>
  );
  return (
    <AccountPage title="Choose a new password" failure={form.failure} remedy={form.failure?.status === 400 && remedy}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="New password" hint="At least 8 characters." error={form.errorOf("password")}>
          <Input type="password" autoComplete="new-password" autoFocus required {...form.bind("password")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          Set password
        </Button>
      </form>
    </AccountPage>
  );
}

const Spent = () => (
  <AccountPage title="This link has expired or was used" intro="Each works once, for an hour. Your password is as it was.">
    <Link to="/reset-password" className={buttonClass({ variant: "primary" })}>
      Ask for a new link
    </Link>
  </AccountPage>
);
