/** A new account, with an organization of its own. Once signed in, the loader leads on to `?next=`; where addresses are confirmed first, a mail does. */
import { useState } from "react";
import { useRevalidator, useSearchParams } from "react-router";
import { AccountPage } from "../account/AccountPage.tsx";
import { goToGoogle, sendConfirmation, signUp } from "../account/auth-calls.ts";
import { CheckMail } from "../account/CheckMail.tsx";
import { loadSignIn } from "../account/load.server.ts";
import { nextPath, withNext } from "../account/next-path.ts";
import { OtherWays, useOtherWays } from "../account/OtherWays.tsx";
import { SignUp } from "../account/schemas.ts";
import { Button } from "../components/Button.tsx";
import { Field } from "../components/Field.tsx";
import { Input } from "../components/Input.tsx";
import { useForm } from "../forms/use-form.ts";
import type { Route } from "./+types/sign-up.ts";

export const meta: Route.MetaFunction = () => [{ title: "Sign up · Edgewright" }];

export const loader = (args: Route.LoaderArgs) => loadSignIn(args);

export default function SignUpRoute({ loaderData: options }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const next = nextPath(search);
  const other = useOtherWays({
    google: options.google ? () => goToGoogle("sign-in", next, withNext("/sign-in", search)) : undefined,
  });
  const form = useForm({
    schema: SignUp,
    initial: { name: "", email: "", password: "" },
    submit: async (values) => {
      other.forget();
      const answer = await signUp(values, next);
      if (!answer.ok) return answer.error;
      if (answer.value.token) await revalidate();
      else setSentTo(values.email);
      return null;
    },
  });
  const signInPage = { question: "Already have an account?", label: "Sign in", to: withNext("/sign-in", search) };
  if (sentTo !== null)
    return (
      <AccountPage title="Check your mail" other={signInPage}>
        <CheckMail again={() => sendConfirmation(sentTo, next)} outbox={options.outbox}>
          Confirm your address with the link that is on its way to <strong className="font-medium">{sentTo}</strong>. You are signed in by
          it.
        </CheckMail>
      </AccountPage>
    );
  return (
    <AccountPage
      title="Create your account"
      intro={search.has("draft") ? "Your description is kept: it is built as soon as you have an account." : undefined}
      failure={other.failure ?? form.failure}
      other={signInPage}
    >
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
        <Field label="Name" error={form.errorOf("name")}>
          <Input autoComplete="name" autoFocus required {...form.bind("name")} />
        </Field>
        <Field label="E-mail" error={form.errorOf("email")}>
          <Input type="email" autoComplete="username" required {...form.bind("email")} />
        </Field>
        <Field label="Password" hint="At least 8 characters." error={form.errorOf("password")}>
          <Input type="password" autoComplete="new-password" required {...form.bind("password")} />
        </Field>
        <Button type="submit" variant="primary" busy={form.busy}>
          Create account
        </Button>
      </form>
      {options.google && <OtherWays by={other} />}
    </AccountPage>
  );
}
